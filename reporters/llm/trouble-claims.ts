import { type Claim, isMadeOf, setOf } from './span.ts';

const WORDS = setOf('node warn has num one of watch only');

/** « Trois nœuds posent problème »: so many of the expected do not answer, cannot be used or could not be read. */
export const troubleClaim: Claim = (span, { report, expected, isCutOff }, said) => {
  if (isCutOff || said.awaited || !span.has('node') || !span.has('warn') || span.names.length > 0 || !isMadeOf(span, WORDS)) return null;
  const [number = span.has('one') ? 1 : null, second] = span.figures.map(({ value, unit }) => (unit === undefined ? value : Number.NaN));
  const troubled = expected.filter((id) => report.nodes[id]?.status !== 'up').length;
  const isOfAll = second === undefined || (span.has('of') && second === expected.length);
  return number === troubled && isOfAll ? said : null;
};
