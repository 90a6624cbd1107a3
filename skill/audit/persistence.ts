import type { BackupSet, BackupsFacts } from '../probes/backups.ts';
import type { LogPath, LogsFacts } from '../probes/logs.ts';
import type { Finding } from './assessment.ts';
import type { FailureCode, Inventory, Outcome, Reading, Readings, RuleCode, Target } from './define.ts';
import { estimatedRestoreMinutes } from './restore-time.ts';
import type { BackupRow, LogRow } from './section-tables.ts';

interface Seen {
  readonly inventory: Inventory;
  readonly readings: Readings;
  readonly findings: readonly Finding[];
}

/** A row for each declared set, whether it could be read or not. */
export function backupRows({ inventory, readings, findings }: Seen): readonly BackupRow[] {
  return inventory.targets.filter(isKind('backups')).flatMap((target): readonly BackupRow[] => {
    const reading = readings.get(target.id);
    const outcome = outcomeIn(findings, 'DATA-008', target.id);
    if (reading?.ok) return (reading.facts as BackupsFacts).sets.map((set) => backupRow(target.id, set, outcome(set.name)));
    const { sets } = target as Target & { readonly sets: readonly { readonly name: string; readonly path: string }[] };
    const failure = codeOf(reading);
    return sets.map(({ name, path }) => ({ ...UNREAD_BACKUP, target: target.id, set: name, path, outcome: outcome(name), failure }));
  });
}

function backupRow(target: string, set: BackupSet, outcome: Outcome): BackupRow {
  const { newest, comparison, restoreTest, restoreBytes, lack } = set;
  const isWhole = lack === null;
  return {
    target,
    set: set.name,
    path: set.path,
    outcome,
    failure: set.failure?.code ?? null,
    ...NONE,
    ...(newest && { newestAt: newest.at, ageHours: newest.ageHours }),
    // of a part they would pass for the whole
    ...(newest && isWhole && { count: set.count, totalBytes: set.totalBytes, lastBytes: restoreBytes }),
    maxAgeHours: set.maxAgeHours,
    trendPercent:
      isWhole && comparison ? Math.round((100 * (comparison.sizeBytes - comparison.medianBytes)) / comparison.medianBytes) : null,
    rtoMinutes: set.rtoMinutes,
    estimatedRtoMinutes: isWhole && restoreBytes > 0 ? estimatedRestoreMinutes(restoreBytes) : null,
    restoreTestedAt: restoreTest?.at ?? null,
    restoreTestMinutes: restoreTest?.minutes ?? null,
    restoreTestFailure: set.restoreTestFailure,
  };
}

const NONE = { newestAt: null, ageHours: null, count: null, totalBytes: null, lastBytes: null };
const UNREAD_BACKUP = {
  ...NONE,
  maxAgeHours: null,
  trendPercent: null,
  rtoMinutes: null,
  estimatedRtoMinutes: null,
  restoreTestedAt: null,
  restoreTestMinutes: null,
  restoreTestFailure: null,
};

/** A row for each declared path of logs, whether it could be read or not. */
export function logRows({ inventory, readings, findings }: Seen): readonly LogRow[] {
  return inventory.targets.filter(isKind('logs')).flatMap((target): readonly LogRow[] => {
    const reading = readings.get(target.id);
    const outcome = outcomeIn(findings, 'OBS-007', target.id);
    if (reading?.ok) return (reading.facts as LogsFacts).paths.map((log) => logRow(target.id, log, outcome(log.path)));
    const { paths } = target as Target & { readonly paths: readonly string[] };
    return paths.map((path) => ({ ...UNREAD_LOG, target: target.id, path, outcome: outcome(path), failure: codeOf(reading) }));
  });
}

function logRow(target: string, log: LogPath, outcome: Outcome): LogRow {
  const { path, failure, newest, maxAgeHours, count, totalBytes } = log;
  return {
    target,
    path,
    outcome,
    failure: failure?.code ?? null,
    newestAt: newest?.at ?? null,
    ageHours: newest?.ageHours ?? null,
    maxAgeHours,
    count: newest && count,
    totalBytes: newest && totalBytes,
    rotation: rotationOf(log),
  };
}

const UNREAD_LOG = { newestAt: null, ageHours: null, maxAgeHours: null, count: null, totalBytes: null, rotation: null };

/** How the largest is kept small; what was put aside shows it as well. */
function rotationOf({ growing: [largest], putAside }: LogPath): LogRow['rotation'] {
  return largest?.rotation ?? (putAside > 0 ? 'siblings' : null);
}

function isKind(wanted: string) {
  return ({ kind }: Target) => kind === wanted;
}

/** The verdict on one subject; where there is none, the one on its whole target. */
function outcomeIn(findings: readonly Finding[], code: RuleCode, target: string) {
  const own = findings.filter((finding) => finding.code === code && finding.target === target);
  return (subject: string) =>
    (own.find((finding) => finding.subject === subject) ?? own.find((finding) => finding.subject === target))?.outcome ?? 'unknown';
}

function codeOf(reading: Reading | undefined): FailureCode | null {
  return reading && !reading.ok ? (reading.failure?.code ?? null) : null;
}
