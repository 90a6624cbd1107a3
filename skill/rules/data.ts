import type { Message } from '../../locales/locale.ts';
import { defineRule, type Evidence, type Rule, type Scope, type Severity, type Verdict } from '../audit/define.ts';
import { type BackupSet, backups } from '../probes/backups.ts';
import type { AgedFile } from '../probes/file-ages.ts';
import { newestFiles, statOf } from './files.ts';
import { judge } from './judge.ts';

const WEEK_HOURS = 7 * 24;
/** Less than this share of the median is a collapse. */
const COLLAPSED = 0.5;
const RESTORE_TEST_DAYS = 180;

/**
 * The newest backup of each set is young enough, and no dwarf. Older than a week is high; a set that is declared to be
 * renewed more rarely than every three and a half days has twice its own time before that.
 */
const fresh = defineRule({
  code: 'DATA-008',
  dimension: 'observability',
  severity: 'medium',
  about: 'target',
  needs: { backups },
  *check({ backups }, scope) {
    for (const { target, reading } of backups)
      if (reading.ok) for (const set of reading.facts.sets) yield isFresh(target.id, set, reading.startedAt, scope);
  },
});

function isFresh(target: string, set: BackupSet, at: string, { inventory, auditor }: Scope): Verdict {
  const { name, path, failure, newest, maxAgeHours } = set;
  const on = judge('DATA-008', target, name, { evidence: evidenceOf(set, at), verify: newestFiles(path, inventory) });
  if (failure?.code === 'not-found') return on.violation({ id: 'backup-none', values: { set: name, path, isFound: false } }, 'critical');
  if (failure) return on.unknown({ id: 'backup-unreadable', values: { set: name, path, failure: failure.code } });
  if (!auditor.clockPlausible) return on.unknown({ id: 'age-unknown', values: { name, why: 'clock' } });
  const isProven = newest !== null && newest.ageHours <= maxAgeHours && set.totalBytes > 0;
  const doubt = isProven ? null : doubtOf(set);
  if (doubt) return on.unknown(doubt);
  if (newest === null) return on.violation({ id: 'backup-none', values: { set: name, path, isFound: true } }, 'critical');
  if (set.totalBytes === 0) return on.violation({ id: 'backup-empty', values: { set: name, file: newest.path, isAll: true } }, 'critical');
  const { ageHours } = newest;
  const values = { set: name, ageHours, maxAgeHours };
  if (ageHours > maxAgeHours) return on.violation({ id: 'backup-old', values }, severityOf(ageHours, maxAgeHours));
  const collapse = collapseOf(set, newest);
  // a whole one of this run may lie in the part that was not seen
  if (collapse && set.lack) return on.unknown({ id: 'files-partly-read', values: { name, folder: set.lack.path, why: set.lack.code } });
  return collapse ? on.violation(collapse) : on.pass({ id: 'backup-fresh', values });
}

/** What was not seen may be what is missed. */
function doubtOf({ name, lack, future, newest, totalBytes, isWriting }: BackupSet): Message | null {
  if (lack) return { id: 'files-partly-read', values: { name, folder: lack.path, why: lack.code } };
  if (future > 0) return { id: 'age-unknown', values: { name, why: 'future' } };
  return (newest === null || totalBytes === 0) && isWriting ? { id: 'backup-being-written', values: { set: name } } : null;
}

function collapseOf({ name, comparison }: BackupSet, newest: AgedFile): Message | null {
  const empty = newest.sizeBytes === 0 ? newest : comparison?.sizeBytes === 0 ? comparison : null;
  if (empty) return { id: 'backup-empty', values: { set: name, file: empty.path, isAll: false } };
  if (!comparison || comparison.sizeBytes >= COLLAPSED * comparison.medianBytes) return null;
  const { path, sizeBytes, medianBytes } = comparison;
  return { id: 'backup-shrunk', values: { set: name, file: path, sizeBytes, medianBytes } };
}

function severityOf(ageHours: number, maxAgeHours: number): Severity {
  return ageHours > Math.max(WEEK_HOURS, 2 * maxAgeHours) ? 'high' : 'medium';
}

function evidenceOf({ path, failure, newest, comparison, count }: BackupSet, at: string): readonly Evidence[] {
  if (failure) return [{ file: path, value: `${failure.code}: ${failure.detail}`, at }];
  if (newest === null) return [{ file: path, value: 'no whole file', at }];
  return [
    { file: newest.path, value: `${newest.at}, ${newest.sizeBytes} bytes, newest of ${count}`, at },
    ...(comparison ? [{ file: comparison.path, value: `${comparison.sizeBytes} bytes, median before ${comparison.medianBytes}`, at }] : []),
  ];
}

/** Somebody has tried to restore the set, lately, and it took no longer than it may. An estimate is no proof of either. */
const restorable = defineRule({
  code: 'DATA-009',
  dimension: 'resilience',
  severity: 'low',
  about: 'target',
  needs: { backups },
  *check({ backups }, scope) {
    for (const { target, reading } of backups)
      if (reading.ok) for (const set of reading.facts.sets) yield wasRestored(target.id, set, reading.startedAt, scope);
  },
});

function wasRestored(target: string, set: BackupSet, at: string, { inventory, auditor }: Scope): Verdict {
  const { name, path, restoreTest: test, restoreTestFailure, rtoMinutes } = set;
  const on = judge('DATA-009', target, name, {
    evidence: [{ file: test?.path ?? path, value: test ? `${test.at}, ${test.minutes ?? '?'} min` : 'no restore test noted', at }],
    verify: test ? statOf(test.path, inventory) : newestFiles(path, inventory),
  });
  if (!test && restoreTestFailure) return on.unknown({ id: 'restore-unreadable', values: { set: name, failure: restoreTestFailure } });
  if (!test) return on.unknown({ id: 'restore-untold', values: { set: name } });
  if (!auditor.clockPlausible) return on.unknown({ id: 'age-unknown', values: { name, why: 'clock' } });
  if (test.ageDays > RESTORE_TEST_DAYS) return on.violation({ id: 'restore-old', values: { set: name, days: Math.floor(test.ageDays) } });
  if (test.minutes !== null && rtoMinutes !== null && test.minutes > rtoMinutes)
    return on.violation({ id: 'restore-slow', values: { set: name, minutes: test.minutes, rtoMinutes } });
  return on.pass({ id: 'restore-tested', values: { set: name, days: Math.floor(test.ageDays) } });
}

export const dataRules: readonly Rule[] = [fresh, restorable];
