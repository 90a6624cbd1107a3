import { type Finding, isOpen, type ScoreDetails, type Scores } from './assessment.ts';
import { DIMENSIONS, type Dimension } from './define.ts';
import { type Component, profile, type View } from './profile.ts';
import type { Grade } from './report.ts';

/** Below this share of what matters having been read, a score would be a guess. */
const LEAST_COVERAGE = 0.5;
/** Binary fractions: 0.57 × 100 is 56.99…; this much is rounding, not measurement. */
const EPSILON = 1e-9;

type Detail = ScoreDetails[Dimension];

/** The six scores with everything they rest on. */
export function scoresOf(view: View): { readonly scores: Scores; readonly details: ScoreDetails } {
  const details = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, detailOf(dimension, view)])) as ScoreDetails;
  const scores = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, published(details[dimension])])) as Scores;
  for (const dimension of DIMENSIONS) details[dimension].grade = gradeOf(scores[dimension], details[dimension].coverage);
  return { scores, details };
}

function detailOf(dimension: Dimension, view: View): Detail {
  const measured = profile[dimension].map((component) => measure(component, view)).filter(({ items }) => items > 0);
  const total = measured.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (pick: (component: (typeof measured)[number]) => number) =>
    total === 0 ? 0 : measured.reduce((sum, component) => sum + component.weight * pick(component), 0) / total;
  const coverage = rounded(mean((component) => component.coverage));
  const isSkipped = measured.some((component) => component.skipped);
  return {
    proven: percent(mean(({ value }) => value)),
    potential: percent(mean(({ potential }) => potential)),
    coverage,
    grade: null,
    cap: capOf(view.findings.filter((finding) => finding.dimension === dimension)),
    reason: total === 0 ? 'nothing-to-measure' : isSkipped ? 'skipped' : coverage < LEAST_COVERAGE ? 'too-little-read' : null,
    components: measured.map(({ skipped: _, ...component }) => component),
  };
}

function measure({ id, weight, items: itemsOf }: Component, view: View) {
  const items = itemsOf(view);
  const isOpenEnded = items.some((item) => item.openEnded);
  const mean = (pick: (item: (typeof items)[number]) => number) =>
    items.length === 0 ? 0 : rounded(items.reduce((sum, item) => sum + pick(item), 0) / items.length);
  return {
    id,
    weight,
    // a list that nobody has seen could be longer than all the others
    value: isOpenEnded ? 0 : mean(({ proven }) => proven),
    potential: isOpenEnded ? 1 : mean(({ potential }) => potential),
    coverage: isOpenEnded ? 0 : mean(({ proven, potential }) => Number(proven === potential)),
    items: items.length,
    skipped: items.some((item) => item.skipped),
  };
}

/** n criticals ⇒ ≤ ⌊39·0.8ⁿ⁻¹⌋; else n highs ⇒ ≤ max(40, ⌊69·0.95ⁿ⁻¹⌋); else more than two mediums ⇒ ≤ 89. */
export function capOf(findings: readonly Finding[]): Detail['cap'] {
  const open = findings.filter(isOpen);
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const [criticals, highs, mediums] = [count('critical'), count('high'), count('medium')];
  if (criticals > 0) return { value: Math.floor(39 * 0.8 ** (criticals - 1) + EPSILON), reason: 'critical', count: criticals };
  if (highs > 0) return { value: Math.max(40, Math.floor(69 * 0.95 ** (highs - 1) + EPSILON)), reason: 'high', count: highs };
  return mediums > 2 ? { value: 89, reason: 'medium', count: mediums } : null;
}

function published({ proven, cap, reason }: Detail): number | null {
  return reason === null ? Math.min(proven, cap?.value ?? 100) : null;
}

/** The mean of the scores that are not null, under the lowest cap; null when stability or security is. */
export function overallOf(scores: Scores, details: ScoreDetails): { readonly score: number | null; readonly grade: Grade | null } {
  if (scores.stability === null || scores.security === null) return { score: null, grade: null };
  const known = DIMENSIONS.flatMap((dimension) => scores[dimension] ?? []);
  const cap = Math.min(100, ...DIMENSIONS.flatMap((dimension) => details[dimension].cap?.value ?? []));
  const score = Math.min(cap, Math.floor(known.reduce((sum, value) => sum + value, 0) / known.length + EPSILON));
  return { score, grade: gradeOf(score, coverageOf(scores, details)) };
}

/** How much of what the scores rest on was read, as the mean of those that are not null. */
export function coverageOf(scores: Scores, details: ScoreDetails): number {
  const measured = DIMENSIONS.filter((dimension) => scores[dimension] !== null);
  return rounded(measured.reduce((sum, dimension) => sum + details[dimension].coverage, 0) / Math.max(1, measured.length));
}

function gradeOf(score: number | null, coverage: number): Grade | null {
  if (score === null) return null;
  if (score >= 90 && coverage >= 0.9) return 'A';
  if (score >= 80) return 'B';
  if (score >= 70) return 'C';
  return score >= 50 ? 'D' : 'E';
}

function percent(share: number): number {
  return Math.floor(100 * share + EPSILON);
}

/** Six digits: enough for a thousand items, and the same document on every machine. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
