import type { Locale } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { adviceOf, sentenceOf, summaryOf } from '../spoken.ts';
import { evidenceOf } from './evidence.ts';
import { type Composer, type Point, point, shownOnly } from './point.ts';
import { openOf, problem, shownRemedy } from './problems.ts';
import { scopeOf } from './scopes.ts';
import { unreadPoints } from './unread.ts';

/** More than the summary: the next problems and what to do about them; where all were told, what each rests on. */
export const details: Composer = (slots, { report }, locale) => {
  const { answers } = locale;
  const scope = scopeOf(slots, report, locale);
  const open = openOf(report, scope?.holds);
  if (open.length === 0)
    return () => [
      point(locale, 0, (name) => (scope ? answers.scores.nothingOpen(scope.name(name)) : answers.advice.nothingMore)),
      ...unreadPoints(report, locale, []),
    ];
  const heard = new Set(summaryOf(report, locale));
  const isHeard = (finding: ReportFinding) => toldIn(heard, finding, report, locale);
  const next = scope ? open : open.filter((finding) => !isHeard(finding));
  const isAgain = next.length === 0;
  const left = isAgain ? open : next;
  return (most) => {
    const told = left.slice(0, Math.min(most, MOST_DETAILED));
    const rest = left.length - told.length;
    return [
      ...told.flatMap((finding) => (isAgain ? proof(finding, report, locale) : whole(finding, report, locale))),
      ...(rest > 0 ? [point(locale, 1, () => answers.scores.more(rest))] : []),
    ];
  };
};

/** Each takes two sentences. */
const MOST_DETAILED = 3;

function toldIn(heard: ReadonlySet<string>, finding: ReportFinding, report: Report, { aloud, ...locale }: Locale): boolean {
  const sentence = sentenceOf(finding, report, { aloud, ...locale });
  return [sentence, locale.speech.worst(sentence)].some((each) =>
    heard.has(aloud(each).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())),
  );
}

/** What is wrong, and what to do. */
function whole(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  const { advice } = locale.answers;
  const todo = adviceOf(finding, report, locale);
  const remedy = shownRemedy(finding, locale);
  return [
    problem(finding, report, locale),
    { said: todo === null ? '' : advice.toDo(todo), shown: remedy === null ? '' : advice.toDo(remedy), optional: 3 },
  ];
}

/** What it rests on, where the summary has said it: other words for the same thing. */
function proof(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  const { answers } = locale;
  const [, ...rest] = whole(finding, report, locale);
  const { shown } = problem(finding, report, locale);
  const stake = answers.stakes.of(finding.code, finding.dimension);
  const [read] = evidenceOf(finding, locale);
  return [
    { said: shown, shown, optional: 0 },
    { said: stake, shown: stake, optional: 2 },
    ...(read ? [shownOnly(answers.scores.seen(read), 4)] : []),
    ...rest,
  ];
}
