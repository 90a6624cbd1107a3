import type { Locale } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sentenceOf, summaryOf } from '../spoken.ts';
import { evidenceOf } from './evidence.ts';
import { nodeStatus } from './node-status.ts';
import { type Composer, type Point, point, shownOnly } from './point.ts';
import { fullWords, moreProblems, problem, problemsAbout, problemsOf, todoOf, unreadOf } from './problems.ts';
import { knownId, scopeOf } from './scopes.ts';
import { blindPoints, unreadPoints } from './unread.ts';

/** Each takes two sentences. */
const MOST_DETAILED = 3;

/** More than the summary: the next problems and what to do about them; where all were told, what each rests on. */
export const details: Composer = (slots, grounds, locale) => {
  const { report, heard = [] } = grounds;
  const { node } = slots;
  const scope = scopeOf(slots, report, locale);
  const { told, all } = problemsOf(report, scope?.holds);
  const id = node === undefined ? null : knownId(node, report);
  const open = id === null ? told : problemsAbout(id, report);
  // of something that is well its figures are the detail
  if (id !== null && all === 0) return nodeStatus(slots, grounds, locale);
  if (all === 0) return () => nothing(scope?.name ?? null, report, scope?.holds, locale);
  // who asks for more has heard the summary; who asks about something may have heard nothing
  const known = [...(scope ? [] : summaryOf(report, locale)), ...heard].join(' ');
  const next = open.filter((finding) => !known.includes(heardAs(finding, report, locale)));
  const isAgain = next.length === 0;
  const left = isAgain ? open : next;
  const before = isAgain ? 0 : open.length - next.length;
  return (most) => {
    const first = left.slice(0, Math.min(most, MOST_DETAILED));
    return [
      ...first.flatMap((finding) => (isAgain ? proof : whole)(finding, report, locale)),
      ...moreProblems(all - before - first.length, locale),
    ];
  };
};

type Name = NonNullable<ReturnType<typeof scopeOf>>['name'];

/** Nothing is open: what could not be read is all that there is to tell. */
function nothing(
  about: Name | null,
  report: Report,
  holds: ((finding: ReportFinding) => boolean) | undefined,
  locale: Locale,
): readonly Point[] {
  const { answers } = locale;
  const blind = blindPoints(report, locale);
  if (blind) return blind;
  return [
    point(locale, 0, (name) => (about ? answers.scores.nothingOpen(about(name)) : answers.advice.nothingMore)),
    ...(about ? [] : unreadPoints(report, locale)),
    ...unreadOf(report, holds)
      .slice(0, MOST_DETAILED)
      .map((finding) => problem(finding, report, locale, 2)),
  ];
}

/** The end of the sentence as it was heard: its first word may have been lowered after « le plus grave ». */
function heardAs(finding: ReportFinding, report: Report, locale: Locale): string {
  return locale.aloud(sentenceOf(finding, report, locale)).slice(1);
}

/** What is wrong, and what to do. */
function whole(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  return [problem(finding, report, locale), todoOf(finding, report, locale)];
}

/** What it rests on and what it endangers, where the summary has said it: other words for the same thing. */
function proof(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  const { answers } = locale;
  const { shown } = problem(finding, report, locale);
  const stake = answers.stakes.of(finding.code, finding.dimension);
  const [read] = evidenceOf(finding, locale);
  return [
    { said: fullWords(finding, report, locale), shown, optional: 0 },
    { said: stake, shown: stake, optional: 2 },
    ...(read ? [shownOnly(answers.scores.seen(read), 4)] : []),
    todoOf(finding, report, locale),
  ];
}
