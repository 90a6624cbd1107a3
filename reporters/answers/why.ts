import type { Locale } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sourceOf } from './evidence.ts';
import { type Point, shownOnly } from './point.ts';
import { fullWords, problem } from './problems.ts';

/** What a problem is, what it endangers and what was read of it; the last two with how soon they are left out. */
export function why(
  finding: ReportFinding,
  optional: { readonly stake: number; readonly source: number },
  report: Report,
  locale: Locale,
): readonly Point[] {
  const { answers } = locale;
  const { shown } = problem(finding, report, locale);
  const stake = answers.stakes.of(finding.code, finding.dimension);
  const read = sourceOf(finding, locale);
  return [
    { said: fullWords(finding, report, locale), shown, optional: 0 },
    { said: stake, shown: stake, optional: optional.stake },
    ...(read ? [shownOnly(answers.scores.seen(read), optional.source)] : []),
  ];
}
