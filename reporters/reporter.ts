import type { Locale } from '../locales/locale.ts';
import type { Report } from '../skill/audit/report.ts';

/** One form of a report. Pure: the same report in the same language is the same text. */
export interface Reporter<Out = string> {
  /** The word after `--reporter`. */
  readonly id: string;
  render(report: Report, locale: Locale): Out;
}
