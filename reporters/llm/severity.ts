import { keyOf } from '../../skill/audit/assessment.ts';
import type { Facts } from './facts.ts';
import type { Known } from './known.ts';
import { hasAny, type Span } from './span.ts';

/** May stand with any finding: they say how bad it is, which is judged apart. */
export const SEVERITY = ['worst', 'critical', 'high', 'medium'] as const;

/** As bad as is said. */
export function agrees(span: Span, known: Known, facts: Facts): boolean {
  return SEVERITY.every((severity) => !isSaid(span, severity, known) || isSo(severity, known, facts));
}

/** « Accessible » is no severity, nor is « grave » where the finding's own words have it. */
const isSaid = (span: Span, severity: string, { words, concepts }: Known) =>
  span.tokens.some((token) => token.concepts.has(severity) && !words.has(token.raw) && !hasAny(token, concepts));

export function isSo(severity: (typeof SEVERITY)[number], known: Known, { report }: Facts): boolean {
  const { finding } = known;
  const [head] = report.risks;
  if (severity === 'worst') return head !== undefined && keyOf(head) === keyOf(finding);
  if (severity === 'high') return finding.severity === 'high' || finding.severity === 'critical';
  return finding.severity === severity;
}

const DUE = 'horizon:';

/** « Sous 48 heures », « cette semaine »: as the plan has it. */
export const isDueSo = ({ concepts }: Span, { finding }: Known): boolean =>
  [...concepts].every((concept) => !concept.startsWith(DUE) || concept === `${DUE}${finding.horizon}`);

/** « Persiste depuis le dernier audit », « nouveau depuis la dernière fois ». */
export function isSinceSo(span: Span, known: Known, facts: Facts): boolean {
  const isOld = facts.report.evolution?.persisting.includes(keyOf(known.finding)) ?? false;
  if (span.has('still')) return isOld;
  return !span.has('since') || isFresh(known, facts);
}

export function isFresh({ finding }: Known, { report }: Facts): boolean {
  return report.evolution?.new.includes(keyOf(finding)) ?? false;
}
