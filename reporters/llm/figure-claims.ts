import { keyOf } from '../../skill/audit/assessment.ts';
import { type Claim, isMadeOf, type Span, setOf } from './span.ts';
import { unseenClaim } from './unseen-claims.ts';

const SCORE = setOf('its only reach seen has whole score points of num the one adv in_all');
const HUNDRED = 100;

/** « Note : 69 sur 100 » and nothing but: a score is no percentage. */
export const scoreClaim: Claim = (span, { report }, said) => {
  const { score } = report.overall;
  if (score === null || span.names.length > 0 || said.awaited || said.topic.length > 0 || !isMadeOf(span, SCORE)) return null;
  if (span.figures.some(({ unit }) => unit !== undefined) || span.has('none')) return null;
  const [first, second, third] = span.figures.map(({ value }) => value);
  if (first !== score || third !== undefined || (second !== undefined && (second !== HUNDRED || !span.has('of')))) return null;
  const isOutOf = second === HUNDRED;
  return isOutOf || span.has('score') ? { ...said, scored: [] } : null;
};

const NO_SCORE = setOf(
  'item seen its nor has has whole score none not_able too_little read quick of unknown missing down know the one also points adv no whole without cause',
);

/** « Pas de note », and why. */
export const noScoreClaim: Claim = (span, { report, isCutOff }, said) => {
  if (!span.has('score') && !span.has('too_little') && !span.has('quick')) return null;
  if (span.names.length > 0 || span.figures.length > 0 || said.awaited || said.topic.length > 0 || !isMadeOf(span, NO_SCORE)) return null;
  const isQuick = report.mode === 'quick';
  if (span.has('quick') && !isQuick) return null;
  if (span.has('quick') && !span.has('score')) return said;
  if (report.overall.score !== null) return null;
  const isNegative = ['none', 'not_able', 'too_little', 'unknown', 'missing', 'down', 'without'].some((concept) => span.has(concept));
  const reasons = [report.scoreDetails.stability.reason, report.scoreDetails.security.reason];
  // « rien n'a pu être lu » is not « pas de note »
  const isOfScore = span.tokens.every(
    ({ concepts }, at) =>
      !concepts.has('none') ||
      concepts.has('score') ||
      span.tokens[at + 1]?.concepts.has('score') ||
      span.tokens[at + 1]?.concepts.has('quick'),
  );
  if (!isOfScore) return null;
  const isTooLittle = reasons.includes('too-little-read') || isCutOff;
  if (span.has('too_little') && !isTooLittle) return null;
  return isNegative ? said : null;
};

const CHECKED = setOf('seen reach one has report it whole has checked read only all machine node low of');

/** « Vérifié à 82 pour cent », « tout a été vérifié ». */
export const coverageClaim: Claim = (span, { coverage, report, notSeen }, said) => {
  const isElliptic = said.by === unseenClaim && span.has('only') && span.figures.length === 1;
  if ((!span.has('checked') && !isElliptic) || span.names.length > 0 || span.has('none') || said.awaited || !isMadeOf(span, CHECKED))
    return null;
  if (report.overall.score === null) return null;
  const [first, second] = span.figures;
  if (second) return null;
  if (first) return first.unit === 'u:percent' && first.value === Math.floor(coverage * 100) && !span.has('all') ? said : null;
  const isWhole = coverage === 1 && notSeen.size === 0 && report.mode === 'full';
  return span.has('all') && isWhole && !span.has('only') ? said : null;
};

const EVOLUTION = setOf(
  'seen more stale has of former item watch good_news since fixed fresh risk one the also in_all none other all read two',
);

/** « Depuis le dernier audit, deux problèmes réglés, un nouveau ». */
export const evolutionClaim: Claim = (span, { report }, said) => {
  const change = report.evolution;
  if (!change || span.names.length > 0 || !isMadeOf(span, EVOLUTION)) return null;
  const isFixed = span.has('fixed');
  const isFresh = isSaidFresh(span);
  if ((span.has('good_news') || span.has('former')) && !isFixed) return null;
  if (isFixed === isFresh) return !isFixed && isOnlySince(span) ? said : null;
  const isNumbered = span.figures.length > 0 || span.has('one') || span.has('none') || span.has('all');
  // « …, c'est nouveau »: what was just told
  if (isFresh && !isNumbered) {
    const last = said.here.at(-1);
    return last && change.new.includes(keyOf(last.finding)) ? said : null;
  }
  return isSoMany(span, (isFixed ? change.fixed : change.new).length) ? { ...said, counted: isFixed ? 'fixed' : 'fresh' } : null;
};

/** « Deux nouveaux », « deux en plus ». */
const isSaidFresh = (span: Span) => span.has('fresh') || (span.has('more') && span.figures.length > 0);

const isOnlySince = ({ tokens }: Span) => tokens.length > 0 && tokens.every(({ concepts }) => concepts.has('since'));

function isSoMany(span: Span, count: number): boolean {
  const numbers = span.figures.map(({ value, unit }) => (unit === undefined ? value : Number.NaN));
  if (span.has('all')) return false;
  if (span.has('none')) return numbers.length === 0 && count === 0;
  const [number = span.has('one') ? 1 : null, second] = numbers;
  return second === undefined && number === count;
}
