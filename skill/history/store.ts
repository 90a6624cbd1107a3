import type { Mode } from '../audit/define.ts';
import type { Previous } from '../audit/evolution.ts';
import type { Report } from '../audit/report.ts';

/** One line of the history. */
export type ReportSummary = Pick<Report, 'id' | 'timestamp' | 'mode' | 'status' | 'scores'>;

export interface ReportPage {
  readonly reports: readonly ReportSummary[];
  /** What to ask for to go on; null at the end. */
  readonly next: string | null;
}

/** A report and where it lies. */
export interface KeptReport {
  readonly report: Report;
  readonly path: string;
}

/** Where reports are kept. Nothing is ever overwritten, and a report is there whole or not at all. */
export interface ReportStore {
  /** Writes one report and says where. Rejects with a sentence a person can act on when it cannot be written. */
  save(report: Report): Promise<{ readonly path: string }>;
  /** What the newest readable report of this mode says; null when there is none. Never rejects: a corrupt history costs the comparison, not the audit. */
  latest(mode: Mode): Promise<Previous | null>;
  /** Newest first, damaged and foreign files left out. `after` is the `next` of the page before. Never rejects. */
  list(page: { readonly after?: string; readonly limit: number }): Promise<ReportPage>;
  /** The newest whole report of a mode, made at `until` (milliseconds since 1970) or earlier; null when there is none. Never rejects. */
  newest(wanted: { readonly mode: Mode; readonly until?: number }): Promise<KeptReport | null>;
  /** The same as `read`, and where it lies. */
  find(id: string): Promise<KeptReport | null>;
  /** A whole report by its id; null when there is none that can be read. Never rejects. */
  read(id: string): Promise<Report | null>;
}
