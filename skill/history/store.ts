import type { Mode } from '../audit/define.ts';
import type { Previous } from '../audit/evolution.ts';
import type { Report } from '../audit/report.ts';

/** Where reports are kept. Nothing is ever overwritten, and a report is there whole or not at all. */
export interface ReportStore {
  /** Writes one report and says where. Rejects with a sentence a person can act on when it cannot be written. */
  save(report: Report): Promise<{ readonly path: string }>;
  /** What the newest readable report of this mode says; null when there is none. Never rejects: a corrupt history costs the comparison, not the audit. */
  latest(mode: Mode): Promise<Previous | null>;
}
