import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { DIMENSIONS, type Dimension } from '../../skill/audit/define.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { type Composer, type Point, point, saidOnly, shownOnly } from './point.ts';
import { problem, problemsOf } from './problems.ts';
import { dimensionOf, isInSection, knownId, type Section, sectionOf } from './scopes.ts';
import { allScores, lowestOf, overallPoints, scorePoints } from './score-points.ts';
import { blindPoints } from './unread.ts';
import { why, whyNode } from './why.ts';

/**
 * What a score is made of. Without a section it may be the whole score or the worst problem that is meant
 * (« pourquoi ? » after a summary): the cap of the one is most often the other, and both are answered.
 */
export const explainScore: Composer = (slots, grounds, locale) => {
  const { report } = grounds;
  const id = slots['node'] === undefined ? null : knownId(slots['node'], report);
  if (id !== null) return whyNode(id, grounds, locale);
  const section = sectionOf(slots);
  const dimension = dimensionOf(section);
  const hasNone = section !== null && dimension === null && !WHOLE.has(section);
  const points = dimension ? ofDimension(dimension, report, locale) : hasNone ? ofSection(section, report, locale) : ofAll(report, locale);
  return () => points;
};

/** Sections that are about everything. */
const WHOLE: ReadonlySet<Section> = new Set(['summary', 'scores', 'risks']);

function ofDimension(dimension: Dimension, report: Report, locale: Locale): readonly Point[] {
  const { components, cap, proven } = report.scoreDetails[dimension];
  const { answers } = locale;
  const name = (id: string) => own<string>(locale.sections.components, id) ?? id;
  const percent = (share: number) => Math.floor(100 * share);
  const lost = components.toSorted((a, b) => b.weight * (1 - b.value) - a.weight * (1 - a.value))[0];
  const isCapped = cap !== null && cap.value <= proven;
  const [worst] = problemsOf(report, (finding) => finding.dimension === dimension).told;
  const unread = components.filter(({ coverage }) => coverage < 1).map(({ id }) => name(id));
  return [
    ...scorePoints(report, dimension, locale),
    ...(isCapped ? [capPoint(cap, locale)] : []),
    ...(isCapped && worst ? [problem(worst, report, locale, 1)] : []),
    ...(lost && lost.value < 1
      ? [{ said: answers.scores.heaviest(name(lost.id), percent(lost.value)), shown: '', optional: isCapped ? 3 : 0 }]
      : []),
    ...(lost && lost.value === 1 && !isCapped ? [saidOnly(answers.scores.allFull)] : []),
    ...(components.length > 0
      ? [shownOnly(answers.scores.parts(components.map(({ id, value, weight }) => answers.scores.part(name(id), percent(value), weight))))]
      : []),
    ...(!isCapped && worst ? [problem(worst, report, locale, 2)] : []),
    ...(unread.length > 0 ? [point(locale, 4, () => answers.scores.unread(locale.sections.list(unread)))] : []),
  ];
}

function capPoint(
  { value, reason, count }: { readonly value: number; readonly reason: string; readonly count: number },
  { answers }: Locale,
): Point {
  return { said: answers.scores.capAloud(reason, count), shown: answers.scores.cap(value, reason, count), optional: 1 };
}

/** A section that has no score: its worst, and the score that it counts in. */
function ofSection(section: Section, report: Report, locale: Locale): readonly Point[] {
  const { answers, dimensions } = locale;
  const [worst] = problemsOf(report, isInSection(section)).told;
  return [
    point(locale, 0, () => answers.scores.noScoreOfItsOwn(answers.sections[section])),
    ...(worst ? whyWorst(worst, report, locale) : [point(locale, 0, () => answers.scores.noWorst)]),
    ...(worst ? [point(locale, 1, () => answers.scores.weighsOn(dimensions[worst.dimension]))] : []),
  ];
}

/** The whole score and the worst of all. */
function ofAll(report: Report, locale: Locale): readonly Point[] {
  const { answers, dimensions } = locale;
  const { overall, scores, scoreDetails } = report;
  const [worst] = problemsOf(report).told;
  const lowest = lowestOf(report);
  const cap = DIMENSIONS.flatMap((dimension) => scoreDetails[dimension].cap ?? []).find(({ value }) => value === overall.score);
  const given = DIMENSIONS.filter((dimension) => scores[dimension] !== null).length;
  const [score, ...coverage] = overallPoints(report, locale);
  // a quick audit says nothing of a score
  const hasSpoken = overall.score !== null || report.mode === 'full';
  const blind = blindPoints(report, locale);
  if (blind) return blind;
  return [
    ...(score && hasSpoken ? [{ ...score, optional: 0 }] : []),
    ...(overall.score !== null && cap ? [capPoint(cap, locale)] : []),
    ...(overall.score !== null && !cap ? [point(locale, 3, () => answers.scores.meanOf(given))] : []),
    ...(overall.score === null && report.mode === 'full' ? unscored(report, locale) : []),
    ...(worst ? whyWorst(worst, report, locale) : [point(locale, 0, () => answers.scores.noWorst)]),
    ...(overall.score !== null && lowest && !cap
      ? [point(locale, 2, () => answers.scores.lowest(dimensions[lowest.dimension], lowest.score))]
      : []),
    ...coverage.map((each) => ({ ...each, optional: 2 })),
    ...(hasSpoken ? [{ ...allScores(report, locale), optional: 3 }] : []),
  ];
}

/** Without stability or security there is no whole. */
function unscored({ scores, scoreDetails }: Report, { answers, dimensions }: Locale): readonly Point[] {
  return (['stability', 'security'] as const)
    .filter((dimension) => scores[dimension] === null)
    .slice(0, 1)
    .map((dimension) => {
      const text = answers.scores.none[scoreDetails[dimension].reason ?? 'too-little-read'](dimensions[dimension]);
      return { said: text, shown: text, optional: 2 };
    });
}

function whyWorst(finding: ReportFinding, report: Report, locale: Locale): readonly Point[] {
  const { worst } = locale.speech;
  const [what, ...rest] = why(finding, report, locale);
  return what ? [{ ...what, said: worst(what.said), shown: worst(what.shown) }, ...rest] : [];
}
