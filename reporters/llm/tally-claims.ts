import type { Facts } from './facts.ts';
import { type Claim, isMadeOf, type Span, setOf } from './span.ts';

/** In the words of a report: as it counts, « élevé » is not « critique ». */
const LABELS = ['critical', 'high', 'medium'] as const;
const WORDS = setOf('none_critical or whole critical high medium risk seen has one in_all the all num none nor warn read also exact watch');

/** « Un problème critique et trois élevés », « aucune alerte, ni critique ni élevée ». */
export const tallyClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || said.awaited || span.names.length > 0 || !isMadeOf(span, WORDS)) return null;
  if (span.has('none_critical')) return countOf('critical', facts) === 0 && span.tokens.length === 1 ? said : null;
  if (span.has('none')) return isNoneSo(span, facts) ? said : null;
  const pairs = pairsOf(span);
  if (pairs === null || pairs.length < 2) return null;
  const labels = pairs.map(({ label }) => label);
  const isSo = new Set(labels).size === labels.length && pairs.every(({ label, count }) => countOf(label, facts) === count);
  return isSo ? said : null;
};

const countOf = (label: string, { report }: Facts) => report.risks.filter(({ severity }) => severity === label).length;

/** « Aucun problème critique »: whatever else is open. */
function isNoneSo(span: Span, facts: Facts): boolean {
  const labels = LABELS.filter((label) => span.has(label));
  if (labels.length === 0 || span.figures.length > 0) return false;
  if (labels.includes('high') && countOf('critical', facts) > 0) return false;
  return labels.every((label) => countOf(label, facts) === 0) && facts.report.status !== 'unknown';
}

interface Pair {
  readonly label: string;
  readonly count: number;
}

/** Each number with the severity that follows it; null where one stands alone. */
function pairsOf({ tokens }: Span): readonly Pair[] | null {
  const pairs: Pair[] = [];
  let count: number | null = null;
  for (const { value, unit, concepts } of tokens) {
    if (unit !== undefined) return null;
    if (value !== undefined || (concepts.has('one') && !concepts.has('risk'))) {
      if (count !== null) return null;
      count = value ?? 1;
    }
    const label = LABELS.find((each) => concepts.has(each));
    if (label === undefined) continue;
    if (count === null) return null;
    pairs.push({ label, count });
    count = null;
  }
  return count === null ? pairs : null;
}
