import { keyOf } from '../../skill/audit/assessment.ts';
import type { Facts } from './facts.ts';
import { isOf, isTold } from './finding-tells.ts';
import type { Known } from './known.ts';
import { dimensionsOf } from './readiness-claims.ts';
import { isDueSo, isFresh, isSinceSo, isSo, SEVERITY } from './severity.ts';
import { type Claim, hasAny, idsOf, isMadeOf, type Span, setOf } from './span.ts';
import type { Token } from './tokens.ts';

const LEAD = setOf(
  'all has watch item of worst critical high medium risk warn next several in_all one also the read only fresh other it must adv first node spof machine since num still stale item dim:stability dim:resilience dim:security dim:scalability dim:multimodal dim:observability seen or horizon:48h horizon:week-1 horizon:later',
);

/** « Le plus grave : », « deux problèmes sérieux : », « priorité à M3 »: what announces a finding must be true of it. */
export const leadClaim: Claim = (span, facts, said) => {
  if (isOfWhole(span, facts)) return said;
  // « deux problèmes en plus » compares
  if (span.has('more') && span.figures.length > 0) return null;
  // « c'est pire que la dernière fois »
  if ((span.has('stale') && !span.has('still')) || span.has('can')) return null;
  if (facts.isCutOff || span.has('none') || span.figures.some(({ unit }) => unit !== undefined) || !isAnnouncement(span, facts))
    return null;
  const fits = (known: Known) => isAnnounced(known, span, facts);
  const fitting = facts.open.filter((known) => fits(known) && isRisk(known, facts));
  if (fitting.length === 0 || fitting.some((known) => isTold(span, known, said)) || !isCounted(span, fitting, facts)) return null;
  // counting announces nothing in particular
  const isCount = span.figures.length === 1 && severitiesOf(span).length === 0 && span.names.length === 0;
  if (isCount) return span.has('fresh') ? { ...said, counted: 'fresh' } : said;
  const names = span.names.flatMap(idsOf);
  return { ...said, awaited: fits, names: names.length > 0 ? names : said.names };
};

const severitiesOf = (span: Span) => SEVERITY.filter((severity) => span.tokens.some(({ concepts }) => concepts.has(severity)));
const isNamed = ({ names, value }: Token) => names !== undefined || value !== undefined;

function isAnnouncement(span: Span, facts: Facts): boolean {
  const isFirst = span.has('first') && span.names.length > 0;
  if (!isFirst && !['risk', 'warn', 'spof', 'fresh'].some((concept) => span.has(concept)) && severitiesOf(span).length === 0) return false;
  return span.tokens.every((token) => isNamed(token) || hasAny(token, LEAD) || isTopic(token, facts));
}

/** « C'est critique »: of all there is, where nothing that is open is so by itself. */
function isOfWhole({ tokens }: Span, { report, open }: Facts): boolean {
  const isCritical = report.status === 'critical' && !open.some(({ finding }) => finding.severity === 'critical');
  return isCritical && tokens.length > 0 && tokens.every(({ concepts }) => concepts.has('critical'));
}

function isAnnounced(known: Known, span: Span, facts: Facts): boolean {
  if (!severitiesOf(span).every((severity) => isSo(severity, known, facts))) return false;
  // « deux alertes, M7 et M8 »: each has its own
  const isNamed_ = (name: Token) => idsOf(name).some((id) => known.names.has(id));
  if (!span.names.every(isNamed_) && !(span.names.some(isNamed_) && isEachNamed(span, facts))) return false;
  if (!span.tokens.every((token) => isNamed(token) || hasAny(token, LEAD) || isOf(token, known))) return false;
  if (span.has('fresh') && !isFresh(known, facts)) return false;
  if (!isDueSo(span, known) || !isSinceSo(span, known, facts)) return false;
  const dimensions = dimensionsOf(span);
  if (dimensions.length > 0 && !dimensions.includes(known.finding.dimension)) return false;
  if (span.has('spof') && known.finding.code !== 'ARCH-001') return false;
  return !span.has('first') || span.names.length === 0 || known === facts.first;
}

/** Of several nodes, each has a finding of the same kind. */
function isEachNamed({ names }: Span, { open }: Facts): boolean {
  const kinds = names.map((name) => open.find((known) => idsOf(name).includes(known.finding.target.toLowerCase()))?.finding.message.id);
  return kinds.every((kind) => kind !== undefined && kind === kinds[0]);
}

/** « Deux critiques, tous deux sur tour », « plusieurs », « le seul problème », « six en tout ». */
function isCounted(span: Span, fitting: readonly Known[], facts: Facts): boolean {
  const numbers = span.figures.map(({ value }) => value);
  const isPair = span.has('all') && numbers.length === 2 && numbers[0] === numbers[1];
  if ((numbers.length > 1 && !isPair) || (numbers.length > 0 && numbers[0] !== fitting.length)) return false;
  if (span.has('all')) {
    const every = facts.open.filter(
      (known) => severitiesOf(span).every((severity) => isSo(severity, known, facts)) && isRisk(known, facts),
    );
    if (span.names.length === 0 || numbers.length === 0 || every.length !== fitting.length) return false;
  }
  if (span.has('several') && fitting.length < 2) return false;
  // « le seul problème est M7 »: of all problems
  if (span.has('only') && facts.report.risks.length !== 1) return false;
  return !span.has('in_all') || numbers.length > 0 || span.has('several');
}

function isRisk({ finding }: Known, { report }: Facts): boolean {
  return report.risks.some((risk) => keyOf(risk) === keyOf(finding));
}

/** A word of what some finding is about: « côté disques ». */
function isTopic(token: Token, { open }: Facts): boolean {
  return open.some((known) => isOf(token, known));
}

const ALL_WELL = setOf(
  'good_news seen nor or whole upon watch has of none risk all_well read one the in_all adv critical high worst medium also it warn broken node down',
);

/** « Aucun problème »: only where nothing is open. */
export const allWellClaim: Claim = (span, { report, expected, isCutOff }, said) => {
  if (!(span.has('all_well') || (span.has('none') && (span.has('risk') || SEVERITY.some((severity) => span.has(severity)))))) return null;
  // « rien n'est en ordre »
  const isSpoilt =
    span.has('all_well') && span.tokens.some(({ concepts }) => concepts.has('none') && !concepts.has('all_well')) && !span.has('risk');
  if (isSpoilt || isCutOff || span.names.length > 0 || span.figures.some(({ value }) => value !== 0) || !isMadeOf(span, ALL_WELL))
    return null;
  const isEverybodyUp = expected.every((id) => report.nodes[id]?.status === 'up');
  return report.risks.length === 0 && report.status === 'ok' && isEverybodyUp ? { ...said, isNothingWrong: true } : null;
};

const STALE = setOf('unknown state its stale it also since read one adv');
const NO_PROOF = setOf('no_proof it one also has do:cool do:free fixed hot still full again down up');

/** « … mais je n'ai pas pu le revérifier ». */
export const staleClaim: Claim = (span, _facts, said) => {
  const isUnproven = span.has('no_proof') && isMadeOf(span, NO_PROOF);
  if (
    span.tokens.length === 0 ||
    (!span.has('stale') && !isUnproven && !(span.has('unknown') && span.has('its'))) ||
    span.names.length > 0 ||
    span.figures.length > 0 ||
    (!isUnproven && !isMadeOf(span, STALE))
  )
    return null;
  const [last] = said.told.slice(-1);
  return last?.finding.stale ? said : null;
};
