import { defineRule, type Evidence, type Rule, type Scope, type Verdict } from '../audit/define.ts';
import { type LogPath, logs } from '../probes/logs.ts';
import { newestFiles } from './files.ts';
import { judge } from './judge.ts';

/** A log that nothing rotates is let grow so far: more takes long to read and, one day, the disk. */
const LARGEST_BYTES = 100 * 1024 ** 2;

/** Something is written to each declared log, and nothing lets it grow for ever. */
const logsKept = defineRule({
  code: 'OBS-007',
  dimension: 'observability',
  severity: 'medium',
  about: 'target',
  needs: { logs },
  *check({ logs }, scope) {
    for (const { target, reading } of logs)
      if (reading.ok) for (const log of reading.facts.paths) yield isKept(target.id, log, reading.startedAt, scope);
  },
});

function isKept(target: string, log: LogPath, at: string, { inventory, auditor }: Scope): Verdict {
  const { path, failure, newest, lack, maxAgeHours, growing } = log;
  const on = judge('OBS-007', target, path, { evidence: evidenceOf(log, at), verify: newestFiles(path, inventory) });
  if (failure?.code === 'not-found') return on.violation({ id: 'log-none', values: { path } });
  if (failure) return on.unknown({ id: 'log-unreadable', values: { path, failure: failure.code } });
  if (!auditor.clockPlausible) return on.unknown({ id: 'age-unknown', values: { name: path, why: 'clock' } });
  if (newest === null || newest.ageHours > maxAgeHours) {
    if (lack) return on.unknown({ id: 'files-partly-read', values: { name: path, folder: lack.path, why: lack.code } });
    if (log.future > 0) return on.unknown({ id: 'age-unknown', values: { name: path, why: 'future' } });
  }
  if (newest === null) return on.violation({ id: 'log-none', values: { path } });
  if (newest.ageHours > maxAgeHours) return on.violation({ id: 'log-silent', values: { path, ageHours: newest.ageHours, maxAgeHours } });
  const large = growing.filter(({ sizeBytes }) => sizeBytes > LARGEST_BYTES);
  const endless = large.find(({ rotation }) => rotation === 'none');
  if (endless) return on.violation({ id: 'log-endless', values: { path, file: endless.path, sizeBytes: endless.sizeBytes } });
  const unclear = large.find(({ rotation }) => rotation === 'unknown');
  if (unclear) return on.unknown({ id: 'log-rotation-unknown', values: { path, file: unclear.path, sizeBytes: unclear.sizeBytes } });
  return on.pass();
}

function evidenceOf({ path, failure, newest, growing: [largest], count }: LogPath, at: string): readonly Evidence[] {
  if (failure) return [{ file: path, value: `${failure.code}: ${failure.detail}`, at }];
  if (newest === null) return [{ file: path, value: 'no file', at }];
  return [
    { file: newest.path, value: `${newest.at}, newest of ${count}`, at },
    ...(largest ? [{ file: largest.path, value: `${largest.sizeBytes} bytes, rotation: ${largest.rotation}`, at }] : []),
  ];
}

export const observabilityRules: readonly Rule[] = [logsKept];
