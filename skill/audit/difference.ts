import type { Finding } from './assessment.ts';
import type { Mode } from './define.ts';
import { evolutionOf } from './evolution.ts';
import type { Report } from './report.ts';

/** What changed from one report to another of the same mode. Entries are `code:target:subject`. */
export interface Difference extends Omit<NonNullable<Report['evolution']>, 'since'> {
  readonly mode: Mode;
  readonly from: Pick<Report, 'id' | 'timestamp'>;
  readonly to: Pick<Report, 'id' | 'timestamp'>;
}

/** Null when the modes differ: what one of them never looked at is no change. */
export function differenceOf(from: Report, to: Report): Difference | null {
  if (from.mode !== to.mode) return null;
  // the schema keeps values loosely; they are what a run of the same rules wrote
  const evolution = evolutionOf(to.findings as unknown as readonly Finding[], to.scores, from);
  if (!evolution) return null;
  const { since: _, ...changes } = evolution;
  const nameOf = ({ id, timestamp }: Report) => ({ id, timestamp });
  return { mode: to.mode, from: nameOf(from), to: nameOf(to), ...changes };
}
