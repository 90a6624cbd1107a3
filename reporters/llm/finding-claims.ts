import { keyOf } from '../../skill/audit/assessment.ts';
import { type Facts, figureOf, type Known, type Need } from './facts.ts';
import { type Claim, idsOf, isMadeOf, isSaidOnce, type Said, type Span, setOf, telling } from './span.ts';
import type { Token } from './tokens.ts';
import { WAYS } from './ways.ts';

/** May stand with any finding: they say how bad it is, which is judged apart. */
const SEVERITY = ['worst', 'critical', 'high', 'medium'] as const;
const ALWAYS = setOf('node ordinal one also next adv the of risk warn its it machine cause watch has');
const OF_BEFORE = setOf('former past stale read last since old know figure unknown');

/** « Ne répond pas »: read as a claim about nodes where others are spoken of. */
const CODES: ReadonlySet<string> = new Set(['NODE-001', 'NODE-005']);

/** What is wrong, in the words of a finding's own sentence or in other ways to say the same. */
export const findingClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff) return null;
  // « un autre disque »: another than the one just told
  const isOther = span.has('other');
  const fitting = facts.open.filter((known) => tells(span, known, said));
  const isSaidOfIt =
    span.names.length === 0
      ? fitting.filter((known) => isMeant(known, facts, said))
      : fitting.filter((known) => span.names.every((name) => idsOf(name).some((id) => known.names.has(id))));
  const [known] = isOther ? isSaidOfIt.filter((each) => !said.told.includes(each)) : isSaidOfIt;
  if (!known || (isOther && said.told.length === 0 && !known.words.has(otherOf(span)))) return null;
  if (
    span.tokens.some(({ concepts, raw }) => concepts.has('still') && !known.words.has(raw)) &&
    !facts.report.evolution?.persisting.includes(keyOf(known.finding))
  )
    return null;
  if (span.has('fresh') && !isFresh(known, facts)) return null;
  if (span.has('quick') && facts.report.mode !== 'quick') return null;
  if (!agrees(span, known, facts) || (isFirst(span, known) && known !== facts.first)) return null;
  const next = telling(said, isSaidOfIt, namesOf(span, known));
  const node = facts.nodes.get(known.finding.target.toLowerCase());
  return next && node ? { ...next, mentioned: new Map([...next.mentioned, [node, 'known']]) } : next;
};

/** « Il ne répond pas »: the node that was just spoken of. */
function isMeant({ finding, names }: Known, { nodes }: Facts, said: Said): boolean {
  const isOfNode = nodes.has(finding.target.toLowerCase());
  return !isOfNode || said.names.length === 0 || said.names.some((name) => names.has(name));
}

/** « … vient en premier ». */
const isFirst = (span: Span, { words }: Known) => span.tokens.some(({ concepts, raw }) => concepts.has('first') && !words.has(raw));

const otherOf = (span: Span) => span.tokens.find(({ concepts }) => concepts.has('other'))?.raw ?? '';

function namesOf(span: Span, { finding, names }: Known): readonly string[] {
  const said = span.names.flatMap(idsOf).filter((id) => names.has(id));
  return said.length > 0 ? said : [finding.target.toLowerCase()];
}

function tells(span: Span, known: Known, said: Said): boolean {
  if (!isSaidOnce(span)) return false;
  // « le nœud M2 »
  if (span.has('node') && span.names.length === 0 && !known.concepts.has('node')) return false;
  if (known.finding.stale && !said.isStale) return false;
  const never = WAYS[known.finding.message.id]?.never?.split(' ') ?? [];
  // « les autres ne répondent pas » is of nodes, and read there
  if (span.has('other') && CODES.has(known.finding.code)) return false;
  if (span.tokens.some(({ concepts, raw }) => never.some((concept) => concepts.has(concept)) && !known.words.has(raw))) return false;
  return span.tokens.every((token) => isOf(token, known)) && isTold(span, known, said);
}

/** Enough is said for a listener to know of it. */
export function isTold(span: Span, known: Known, said: Said): boolean {
  const isNegated = span.tokens.some(({ concepts, raw }) => concepts.has('not') && !known.words.has(raw));
  return (
    !isNegated &&
    known.told.some((way) =>
      way.every(
        (need) =>
          span.all.some((token) => meets(token, need, known)) ||
          THINGS.some(
            (thing) =>
              need.raw === undefined &&
              need.concepts.has(thing) &&
              said.spoken.has(thing) &&
              (thing !== 'model' || span.has('one') || span.has('other')),
          ),
      ),
    )
  );
}

/** « L'un est rempli à 97 pour cent »: what was spoken of. */
const THINGS = ['gpu', 'disk', 'backup', 'log', 'port', 'model'] as const;

export function isOf(token: Token, known: Known): boolean {
  if (token.names) return idsOf(token).some((id) => known.names.has(id)) || hasAny(token, known.concepts);
  if (token.value !== undefined) return figureOf(token).every((figure) => known.figures.has(figure));
  if (known.words.has(token.raw) || hasAny(token, known.concepts) || hasAny(token, ALWAYS)) return true;
  if (known.finding.stale && hasAny(token, OF_BEFORE)) return true;
  return (
    SEVERITY.some((severity) => token.concepts.has(severity)) ||
    token.concepts.has('other') ||
    token.concepts.has('first') ||
    token.concepts.has('fresh') ||
    token.concepts.has('quick') ||
    token.concepts.has('still')
  );
}

const hasAny = ({ concepts }: Token, wanted: ReadonlySet<string>) => [...concepts].some((concept) => wanted.has(concept));

function meets(token: Token, { raw, concepts }: Need, known: Known): boolean {
  if (concepts.has('thing')) return idsOf(token).some((id) => known.names.has(id) && id !== known.finding.target.toLowerCase());
  if (raw !== undefined && token.raw === raw) return true;
  if (token.value !== undefined) return raw === undefined && (concepts.has('num') || (concepts.has('measure') && token.unit !== undefined));
  return [...token.concepts].some((concept) => concepts.has(concept));
}

function agrees(span: Span, known: Known, facts: Facts): boolean {
  return SEVERITY.every((severity) => !isSaid(span, severity, known) || isSo(severity, known, facts));
}

/** « Accessible » is no severity, nor is « grave » where the finding's own words have it. */
const isSaid = (span: Span, severity: string, { words, concepts }: Known) =>
  span.tokens.some((token) => token.concepts.has(severity) && !words.has(token.raw) && !hasAny(token, concepts));

function isSo(severity: (typeof SEVERITY)[number], { finding }: Known, { worst }: Facts): boolean {
  if (severity === 'worst') return worst.some((known) => known.finding.severity === finding.severity);
  if (severity === 'high') return finding.severity === 'high' || finding.severity === 'critical';
  return finding.severity === severity;
}

const LEAD = setOf(
  'all has watch item of worst critical high medium risk warn next several in_all one also the read only fresh other it must adv first node spof machine since num',
);

/** « Le plus grave : », « deux problèmes sérieux : », « priorité à M3 »: what announces a finding must be true of it. */
export const leadClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || span.has('none') || span.tokens.length === 0) return null;
  if (span.figures.some(({ unit }) => unit !== undefined)) return null;
  const severities = SEVERITY.filter((severity) => span.has(severity) && isSeverity(span, severity));
  const isAnnounced =
    span.has('risk') || span.has('warn') || span.has('spof') || severities.length > 0 || (span.has('first') && span.names.length > 0);
  if (
    !isAnnounced ||
    !span.tokens.every((token) => token.names !== undefined || token.value !== undefined || hasAny(token, LEAD) || isTopic(token, facts))
  )
    return null;
  if (
    facts.report.status === 'critical' &&
    span.tokens.every(({ concepts }) => concepts.has('critical')) &&
    !facts.open.some(({ finding }) => finding.severity === 'critical')
  )
    return said;
  const fits = (known: Known) =>
    severities.every((severity) => isSo(severity, known, facts)) &&
    span.names.every((name) => idsOf(name).some((id) => known.names.has(id))) &&
    span.tokens.every((token) => token.names !== undefined || token.value !== undefined || hasAny(token, LEAD) || isOf(token, known)) &&
    (!span.has('fresh') || isFresh(known, facts)) &&
    (!span.has('spof') || known.finding.code === 'ARCH-001') &&
    (!(span.has('first') && span.names.length > 0) || known === facts.first || !span.has('first'));
  const fitting = facts.open.filter((known) => fits(known) && isRisk(known, facts));
  if (fitting.length === 0 || fitting.some((known) => isTold(span, known, said))) return null;
  const numbers = span.figures.map(({ value }) => value);
  const isPair = span.has('all') && numbers.length === 2 && numbers[0] === numbers[1];
  if ((numbers.length > 1 && !isPair) || (numbers.length > 0 && numbers[0] !== fitting.length)) return null;
  // « deux critiques, tous deux sur tour »
  if (span.has('all')) {
    const every = facts.open.filter((known) => severities.every((severity) => isSo(severity, known, facts)) && isRisk(known, facts));
    if (span.names.length === 0 || numbers.length === 0 || every.length !== fitting.length) return null;
  }
  if (span.has('several') && fitting.length < 2) return null;
  // « le seul problème est M7 »: of all problems
  if (span.has('only') && facts.report.risks.length !== 1) return null;
  if (span.has('in_all') && numbers.length === 0 && !span.has('several')) return null;
  // counting announces nothing in particular
  const isCount = numbers.length === 1 && severities.length === 0 && span.names.length === 0;
  if (isCount) return said;
  // said after what it is about: « …, c'est le plus grave »
  const names = span.names.flatMap(idsOf);
  return { ...said, awaited: fits, names: names.length > 0 ? names : said.names };
};

function isRisk({ finding }: Known, { report }: Facts): boolean {
  return report.risks.some((risk) => keyOf(risk) === keyOf(finding));
}

function isFresh({ finding }: Known, { report }: Facts): boolean {
  return report.evolution?.new.includes(keyOf(finding)) ?? false;
}

const isSeverity = (span: Span, severity: string) => span.tokens.some(({ concepts }) => concepts.has(severity));

/** A word of what some finding is about: « côté disques ». */
function isTopic(token: Token, { open }: Facts): boolean {
  return open.some((known) => isOf(token, known));
}

const ALL_WELL = setOf('has of none risk all_well read one the in_all adv critical high worst medium also it warn broken node down');

/** « Aucun problème »: only where nothing is open. */
export const allWellClaim: Claim = (span, { report, expected, isCutOff }, said) => {
  if (!(span.has('all_well') || (span.has('none') && (span.has('risk') || SEVERITY.some((severity) => span.has(severity)))))) return null;
  if (isCutOff || span.names.length > 0 || span.figures.some(({ value }) => value !== 0) || !isMadeOf(span, ALL_WELL)) return null;
  const isEverybodyUp = expected.every((id) => report.nodes[id]?.status === 'up');
  return report.risks.length === 0 && report.status === 'ok' && isEverybodyUp ? { ...said, isNothingWrong: true } : null;
};

const STALE = setOf('stale it also since read one adv');

/** « … mais je n'ai pas pu le revérifier ». */
export const staleClaim: Claim = (span, _facts, said) => {
  if (!span.has('stale') || span.tokens.length === 0 || span.names.length > 0 || span.figures.length > 0 || !isMadeOf(span, STALE))
    return null;
  const [last] = said.told.slice(-1);
  return last?.finding.stale ? said : null;
};
