import type { Locale } from '../../locales/locale.ts';
import { DIMENSIONS, type Dimension } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import { type Point, shownOnly } from './point.ts';
import { tableOf } from './tables.ts';

/** A score that rests on less says so. */
const FULL_COVERAGE = 0.9;

const both = (text: string, optional: number): Point => ({ said: text, shown: text, optional });

/** One score, or why there is none. */
export function scorePoints({ scores, scoreDetails }: Report, dimension: Dimension, { answers, dimensions }: Locale): readonly Point[] {
  const score = scores[dimension];
  const { coverage, grade, reason } = scoreDetails[dimension];
  const name = dimensions[dimension];
  if (score === null) return [both(answers.scores.none[reason ?? 'too-little-read'](name), 0)];
  const shown = grade ? answers.scores.graded(name, score, grade) : answers.scores.value(name, score);
  return [{ said: answers.scores.value(name, score), shown, optional: 0 }, ...coveragePoints(coverage, answers)];
}

/** The score of everything, or why there is none. */
export function overallPoints(report: Report, { answers, sections }: Locale): readonly Point[] {
  const { overall } = report;
  const { coverage = 1 } = tableOf(report, 'readiness');
  if (overall.score === null) return [both(report.mode === 'quick' ? answers.scores.noOverallInHaste : answers.scores.noOverall, 3)];
  const shown = answers.scores.overallGraded(overall.score, overall.grade ?? '–', sections.verdicts[overall.verdict]);
  return [{ said: answers.scores.overall(overall.score), shown, optional: 1 }, ...coveragePoints(coverage, answers)];
}

function coveragePoints(coverage: number, { scores }: Locale['answers']): readonly Point[] {
  return coverage < FULL_COVERAGE ? [both(scores.coverage(Math.floor(coverage * 100)), 1)] : [];
}

/** All six in a line. */
export function allScores({ scores }: Report, { answers, dimensions }: Locale): Point {
  return shownOnly(answers.scores.list(DIMENSIONS.map((each) => answers.scores.each(dimensions[each], scores[each]))));
}

/** The lowest that there is. */
export function lowestOf({ scores }: Report): { readonly dimension: Dimension; readonly score: number } | null {
  const given = DIMENSIONS.flatMap((dimension) => {
    const score = scores[dimension];
    return score === null ? [] : [{ dimension, score }];
  });
  return given.toSorted((a, b) => a.score - b.score)[0] ?? null;
}
