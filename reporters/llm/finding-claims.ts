import { keyOf } from '../../skill/audit/assessment.ts';
import { type Facts, figureOf, type Known, type Need } from './facts.ts';
import { type Claim, idsOf, isSaidOnce, type Said, type Span, setOf, telling } from './span.ts';
import type { Token } from './tokens.ts';
import { WAYS } from './ways.ts';

/** May stand with any finding: they say how bad it is, which is judged apart. */
export const SEVERITY = ['worst', 'critical', 'high', 'medium'] as const;
const ALWAYS = setOf('node ordinal one also next adv the of risk warn its it machine cause watch has');
const OF_BEFORE = setOf('former past stale read last since old know figure unknown whether');

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
      ? fitting.filter((known) => isMeant(known, facts, said) && !isOfAnother(span, known, said))
      : fitting.filter((known) => span.names.every((name) => idsOf(name).some((id) => known.names.has(id))));
  const [known] = isOther ? isSaidOfIt.filter((each) => !said.told.includes(each)) : isSaidOfIt;
  if (!known || (isOther && said.told.length === 0 && !known.words.has(otherOf(span)))) return null;
  if (
    span.tokens.some(({ concepts, raw }) => concepts.has('still') && !known.words.has(raw)) &&
    !facts.report.evolution?.persisting.includes(keyOf(known.finding)) &&
    !(known.finding.stale && span.has('whether'))
  )
    return null;
  if (span.has('fresh') && !isFresh(known, facts)) return null;
  if (span.has('quick') && facts.report.mode !== 'quick') return null;
  if (!agrees(span, known, facts) || (isFirst(span, known) && known !== facts.first)) return null;
  const next = telling(said, isSaidOfIt, namesOf(span, known));
  const node = facts.nodes.get(known.finding.target.toLowerCase());
  if (!next || !node) return next;
  const state = CODES.has(known.finding.code) ? 'down' : next.state;
  return { ...next, state, mentioned: new Map([...next.mentioned, [node, CODES.has(known.finding.code) ? 'down' : 'known']]) };
};

/** « Il ne répond pas »: the node that was just spoken of. */
function isMeant({ finding, names }: Known, { nodes }: Facts, said: Said): boolean {
  const isOfNode = nodes.has(finding.target.toLowerCase());
  return !isOfNode || said.names.length === 0 || said.names.some((name) => names.has(name));
}

/** « M2 répond. Il attend douze mises à jour », « … mais son GPU est à 87 degrés »: of somebody else. */
function isOfAnother({ all }: Span, { names }: Known, said: Said): boolean {
  if (said.names.length === 0 || said.names.some((name) => names.has(name))) return false;
  const start = all.find(({ concepts }) => !concepts.has('sep') && !concepts.has('adv'));
  return start?.concepts.has('he') === true || all.some(({ concepts }) => concepts.has('its'));
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
  if (needsNone(span)) return false;
  const never = WAYS[known.finding.message.id]?.never?.split(' ') ?? [];
  // « les autres ne répondent pas » is of nodes, and read there
  if (span.has('other') && CODES.has(known.finding.code)) return false;
  if (span.tokens.some(({ concepts, raw }) => never.some((concept) => concepts.has(concept)) && !known.words.has(raw))) return false;
  return span.tokens.every((token) => isOf(token, known)) && isTold(span, known, said);
}

/** « It requires none ». */
const needsNone = ({ tokens }: Span) =>
  tokens.some(({ concepts }, at) => concepts.has('requires') && tokens[at + 1]?.concepts.has('none'));

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

export const hasAny = ({ concepts }: Token, wanted: ReadonlySet<string>) => [...concepts].some((concept) => wanted.has(concept));

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

export function isSo(severity: (typeof SEVERITY)[number], known: Known, { report }: Facts): boolean {
  const { finding } = known;
  const [head] = report.risks;
  if (severity === 'worst') return head !== undefined && keyOf(head) === keyOf(finding);
  if (severity === 'high') return finding.severity === 'high' || finding.severity === 'critical';
  return finding.severity === severity;
}

export function isFresh({ finding }: Known, { report }: Facts): boolean {
  return report.evolution?.new.includes(keyOf(finding)) ?? false;
}
