import type { Locale } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { summaryOf } from '../spoken.ts';
import { nodeStatus } from './node-status.ts';
import { type Compose, type Composer, oneLine, type Point, point } from './point.ts';
import { moreProblems, openOf, problem, problemsAbout, problemsOf, todoOf, unreadOf } from './problems.ts';
import { knownId, scopeOf, sectionOf } from './scopes.ts';
import { blindPoints, unreadPoints } from './unread.ts';
import { why } from './why.ts';

/** Of a line that may have been cut. */
const LONGEST_COMPARED = 150;
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
  // who asks for more out of nowhere has heard the summary; who asks about something may have heard nothing
  const isMore = heard.length === 0 && scope === null && sectionOf(slots) !== 'risks';
  const known = (isMore ? summaryOf(report, locale) : heard).join(' ');
  const isHeard = (finding: ReportFinding) => isIn(known, problem(finding, report, locale), locale);
  const untold = open.filter((finding) => !isHeard(finding));
  const others = all - open.length;
  if (untold.length > 0) return listed(untold, others + untold.length, whole, report, locale);
  const unproved = open.filter((finding) => !isProved(finding, heard, report, locale));
  if (unproved.length > 0) return listed(unproved, others + unproved.length, proof, report, locale);
  // what says the same in other words comes last
  const echoes = openOf(report, scope?.holds).filter((finding) => !open.includes(finding) && !isHeard(finding));
  if (echoes.length > 0) return listed(echoes, echoes.length, whole, report, locale);
  return () => [point(locale, 0, () => locale.answers.advice.nothingMore), ...(scope ? [] : unreadPoints(report, locale))];
};

function isProved(finding: ReportFinding, heard: readonly string[], report: Report, locale: Locale): boolean {
  const [what, stake] = proof(finding, report, locale);
  return heard.some((answer) => [what, stake].every((each) => each === undefined || isIn(answer, each, locale)));
}

/** The first of the problems as `tell` has it, and how many there are besides. */
function listed(problems: readonly ReportFinding[], all: number, tell: typeof whole, report: Report, locale: Locale): Compose {
  return (most) => {
    const first = problems.slice(0, Math.min(most, MOST_DETAILED));
    return [...first.flatMap((finding) => tell(finding, report, locale)), ...moreProblems(all - first.length, locale)];
  };
}

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

/** Whether it was said there, or shown. A first word may have been lowered after « le plus grave », a long line cut. */
function isIn(heard: string, { said, shown }: Point, { aloud }: Locale): boolean {
  return heard.includes(aloud(said).slice(1)) || heard.includes(oneLine(shown).slice(1, LONGEST_COMPARED));
}

/** What is wrong, and what to do. */
function whole(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  return [problem(finding, report, locale), todoOf(finding, report, locale)];
}

/** What it rests on and what it endangers, where the summary has said it: other words for the same thing. */
function proof(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  return [...why(finding, report, locale, { stake: 2, source: 4 }), todoOf(finding, report, locale)];
}
