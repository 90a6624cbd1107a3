import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import type { Grounds } from './answer.ts';
import { sourceOf } from './evidence.ts';
import { nodeStatus } from './node-status.ts';
import { type Compose, type Point, point, shownOnly } from './point.ts';
import { fullWords, problem, problemsAbout, todoOf, unreadOn } from './problems.ts';
import { nothingOn } from './target-states.ts';

/** Why a node is not as it should be, what that endangers and what to do; its state where nothing is known to be wrong. */
export function whyNode(id: string, grounds: Grounds, locale: Locale): Compose {
  const { report } = grounds;
  const status = own(report.nodes, id)?.status;
  if (status === 'planned-down') return () => [point(locale, 0, (name) => locale.answers.states.plannedBy(name(id)))];
  const [worst] = problemsAbout(id, report);
  const [unread] = unreadOn(id, report);
  const points = [
    ...(unread ? [problem(unread, report, locale), { ...todoOf(unread, report, locale), optional: 0 }] : []),
    ...(worst ? [...why(worst, report, locale), todoOf(worst, report, locale)] : []),
  ];
  if (points.length > 0) return () => points;
  return status === 'up'
    ? () => [point(locale, 0, (name) => nothingOn(report, locale)(name(id)))]
    : nodeStatus({ node: id }, grounds, locale);
}

/** How soon what is at stake, and what it was read from, give way. */
const EXPLAINED = { stake: 0, source: 1 };

/** What a problem is, what it endangers, and what was read of it. */
export function why(finding: ReportFinding, report: Report, locale: Locale, optional = EXPLAINED): readonly Point[] {
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
