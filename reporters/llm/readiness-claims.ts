import type { Dimension } from '../../skill/audit/define.ts';
import type { Report } from '../../skill/audit/report.ts';
import { type Claim, hasAny, isMadeOf, type Said, type Span, setOf } from './span.ts';

const DIMENSION = 'dim:';
const HUNDRED = 100;

/** What a clause scores, of the six. */
export function dimensionsOf({ concepts }: Span): readonly Dimension[] {
  return [...concepts].flatMap((concept) => (concept.startsWith(DIMENSION) ? [concept.slice(DIMENSION.length) as Dimension] : []));
}

const TOPIC = setOf('has the of score also adv');

/** « Côté sécurité, »: what follows is of that. */
export const topicClaim: Claim = (span, _facts, said) => {
  const dimensions = dimensionsOf(span);
  if (dimensions.length === 0 || !isMadeOf(span, TOPIC.union(span.concepts.intersection(OF_DIMENSIONS)))) return null;
  return span.figures.length + span.names.length === 0 && !said.awaited ? { ...said, topic: dimensions } : null;
};

const OF_DIMENSIONS = setOf('dim:stability dim:resilience dim:security dim:scalability dim:multimodal dim:observability');
const WORDS = setOf(
  'not several moves unchanged since warn has of score points num the one adv in_all also only reach capped all weak it nor none not_able unknown without read missing too_little nothing_to_measure still cause quick',
).union(OF_DIMENSIONS);
const NEGATIVE = ['not_able', 'unknown', 'without', 'missing', 'too_little', 'nothing_to_measure'];

/** « La sécurité obtient 80 sur 100 », « la stabilité n'a pas pu être notée ». */
export const dimensionClaim: Claim = (span, { report }, said) => {
  const dimensions = dimensionsOf(span).length > 0 ? dimensionsOf(span) : said.topic;
  if (dimensions.length === 0 || said.awaited || span.names.length > 0 || !isMadeOf(span, WORDS)) return null;
  if (span.has('moves')) return isMoveSo(span, dimensions, report) ? { ...said, topic: [], scored: dimensions } : null;
  if (span.has('unchanged') && !dimensions.every((each) => isUnchanged(each, report))) return null;
  const number = numberOf(span);
  const isSo =
    number === null
      ? (span.has('unchanged') && span.has('score')) || isUnscored(span, dimensions, report)
      : dimensions.every((each) => isScored(each, number, span, report));
  return isSo ? { ...said, topic: [], scored: dimensions } : null;
};

const isUnchanged = (dimension: Dimension, { evolution }: Report) =>
  evolution?.scores[dimension] !== undefined && evolution.scores[dimension].before === evolution.scores[dimension].now;

/** « Passe de 75 à 35 ». */
function isMoveSo({ figures }: Span, dimensions: readonly Dimension[], { evolution }: Report): boolean {
  const [before, now, ...rest] = figures.map(({ value, unit }) => (unit === undefined ? value : Number.NaN));
  if (rest.some((value) => value !== HUNDRED)) return false;
  return dimensions.every((each) => evolution?.scores[each]?.before === before && evolution?.scores[each]?.now === now);
}

/** The points of a clause; null where it has none. */
function numberOf(span: Span): number | null {
  const [first, second, third] = span.figures;
  if (span.figures.some(({ unit }) => unit !== undefined) || third) return null;
  if (second && (second.value !== HUNDRED || !span.has('of'))) return null;
  // « à zéro », « zéro sur cent »
  const isZero = span.tokens.some(({ raw, concepts }) => concepts.has('none') && /^z[eé]ro$/.test(raw));
  if (isZero) return first === undefined || (first.value === HUNDRED && !second) ? 0 : null;
  return first?.value ?? null;
}

function isScored(dimension: Dimension, number: number, span: Span, { scores, scoreDetails }: Report): boolean {
  if (scores[dimension] !== number) return false;
  if (span.tokens.some((token) => hasAny(token, setOf(`none ${NEGATIVE.join(' ')}`)) && !/^z[eé]ro$/.test(token.raw))) return false;
  if (span.has('capped') && scoreDetails[dimension].cap?.value !== number) return false;
  return !span.has('weak') || number < HUNDRED / 2;
}

/** « N'a pas pu être notée », and why. */
function isUnscored(span: Span, dimensions: readonly Dimension[], { scores, scoreDetails, mode }: Report): boolean {
  if (span.figures.length > 0 || span.has('capped') || span.has('weak') || (span.has('quick') && mode !== 'quick')) return false;
  const isSaid =
    [...NEGATIVE, 'nor', 'none', 'not'].some((concept) => span.has(concept)) &&
    ['score', 'nothing_to_measure', 'unknown'].some((concept) => span.has(concept));
  const reason = (each: Dimension) => scoreDetails[each].reason;
  if (span.has('too_little') && !dimensions.every((each) => reason(each) === 'too-little-read')) return false;
  if (span.has('nothing_to_measure') && !dimensions.every((each) => reason(each) === 'nothing-to-measure')) return false;
  return isSaid && dimensions.every((each) => scores[each] === null);
}

const GRADE = 'grade:';
const GRADES = setOf('grade:a grade:b grade:c grade:d grade:e');
const OF_GRADES = GRADES.union(setOf('score the one has of also'));

/** « …, soit un B »: of what was scored before. */
export const gradeClaim: Claim = (span, { report }, said) => {
  const [grade, second] = [...span.concepts].filter((concept) => concept.startsWith(GRADE)).map((each) => each.slice(GRADE.length));
  if (grade === undefined || second !== undefined || !isMadeOf(span, OF_GRADES) || span.names.length + span.figures.length > 0) return null;
  const grades = said.scored.length > 0 ? said.scored.map((each) => report.scoreDetails[each].grade) : [report.overall.grade];
  return grades.every((each) => each?.toLowerCase() === grade) ? said : null;
};

const VERDICT = setOf(
  'verdict ready not_ready unknown read not_able none has the of whole deemed score it still also report adv without must',
);

/** « Verdict : prêt », « le cluster n'est pas prêt », « le verdict ne peut être rendu ». */
export const verdictClaim: Claim = (span, { report }, said) => {
  if (span.names.length + span.figures.length > 0 || said.awaited || !isMadeOf(span, VERDICT)) return null;
  const { verdict } = report.overall;
  if (span.has('ready') === span.has('not_ready')) return isLeftOpen(span, said) && verdict === 'unknown' ? said : null;
  if (['unknown', 'none', 'not_able', 'without'].some((concept) => span.has(concept))) return null;
  return verdict === (span.has('ready') ? 'ready' : 'not-ready') ? said : null;
};

const isLeftOpen = (span: Span, _said: Said) =>
  span.has('verdict') && !span.has('ready') && ['unknown', 'none', 'not_able', 'without'].some((concept) => span.has(concept));

const FIRST_AUDIT = setOf('first_audit no_comparison therefore cause has the also none of former stale');

/** « Premier audit, pas de comparaison possible ». */
export const firstAuditClaim: Claim = (span, { report }, said) => {
  if (!span.has('first_audit') && !span.has('no_comparison')) return null;
  if (span.names.length + span.figures.length > 0 || !isMadeOf(span, FIRST_AUDIT)) return null;
  return report.evolution === null ? said : null;
};
