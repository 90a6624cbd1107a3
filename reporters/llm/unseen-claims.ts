import type { Facts } from './facts.ts';
import { type Claim, idsOf, isMadeOf, isSaidOnce, type Said, type Span, setOf } from './span.ts';
import type { Token } from './tokens.ts';

const NETWORK = setOf(
  'seen risk warn lan state has of no_network cannot_tell cause subjects none other machine node unknown read know it the one also adv not_able ask nothing_read too_little network no nor whether unchecked therefore he must whole',
);

/** « … je ne sais pas si les autres répondent ». */
const OF_OTHERS = NETWORK.union(new Set(['up', 'down']));

/** « Je n'ai pas de réseau : je ne peux rien dire des autres machines », and nothing else of them. */
export const networkClaim: Claim = (span, facts, said) => {
  if (span.names.length > 0 || span.figures.length > 0) return null;
  // « il n'y a pas de coupure de réseau »
  const isDenied = span.all.some(({ concepts }, at) => concepts.has('no_network') && isNo(span.all[at - 1]));
  if (isDenied) return null;
  if (span.has('risk') && span.has('none')) return null;
  const isBlind = facts.isCutOff || isUnread(facts);
  if (!isBlind || !isMadeOf(span, span.has('whether') ? OF_OTHERS : NETWORK)) return null;
  const isReading = span.tokens.some(({ concepts }) => (concepts.has('read') || concepts.has('know')) && !concepts.has('cannot_tell'));
  if (isReading && !['none', 'nor', 'not_able', 'unknown'].some((concept) => span.has(concept))) return null;
  // nobody knows what the others have
  if (span.has('no_network') && !isUntold(span) && ['other', 'also', 'nor', 'all'].some((concept) => span.has(concept))) return null;
  if (span.has('no_network')) return facts.isCutOff ? { ...said, isBlind: true } : null;
  if (!isUntold(span)) return null;
  return facts.isCutOff ? said : { ...said, isBlind: true };
};

const isNo = (token: Token | undefined) => ['none', 'not', 'without'].some((concept) => token?.concepts.has(concept));
const isUntold = (span: Span) => ['cannot_tell', 'nothing_read', 'unknown', 'whether'].some((concept) => span.has(concept));

/** Nothing could be read at all, and nothing was seen. */
export function isUnread({ report, open }: Facts): boolean {
  return (
    !Object.values(report.readings).some(({ ok }) => ok) &&
    !open.some(({ finding }) => !finding.stale && finding.target !== 'cluster') &&
    !Object.values(report.nodes).some(({ status }) => status === 'degraded')
  );
}

const UNSEEN = setOf(
  'partly stale in_time of_it has item denied nor of unknown know read not_able it the one also adv machine gpu disk backup log port service state checked cause',
);

/** What a reading is of, by the rules that need it. */
const KINDS: readonly (readonly [concept: string, rules: string])[] = [
  ['gpu', 'GPU-'],
  ['backup', 'DATA-'],
  ['log', 'OBS-'],
  ['port', 'NET-'],
];

/** « Je n'ai pas pu lire les GPU »: of those that were not read. */
export const unseenClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || said.awaited || span.tokens.length === 0) return null;
  if (span.tokens.every(({ concepts }) => concepts.has('partly'))) return facts.notSeen.size > 0 ? said : null;
  if (
    !['unknown', 'of_it', 'denied', 'unchecked', 'partly'].some((concept) => span.has(concept)) ||
    !isSaidOnce(span) ||
    !isMadeOf(span, UNSEEN)
  )
    return null;
  const { notSeen } = facts;
  if (!span.names.every((name) => idsOf(name).some((id) => notSeen.has(id))) || !isDenialSo(span, facts)) return null;
  const kinds = KINDS.filter(([concept]) => span.has(concept));
  if (span.figures.length > 0) return isCountSo(span, notSeen.size) ? said : null;
  if (span.has('cause') && !facts.open.some(({ finding }) => finding.stale)) return null;
  if (!kinds.every(([, rules]) => isUnseenOf(rules, facts)) || !isReadBefore(span, kinds, facts)) return null;
  if (span.names.length === 0 && kinds.length === 0) return isOfThem(span, facts, said) ? said : null;
  return { ...said, names: span.names.flatMap(idsOf) };
};

/** « Je n'ai pas pu relire les GPU »: only what was read once. */
function isReadBefore(span: Span, kinds: typeof KINDS, { open }: Facts): boolean {
  if (!span.tokens.some(({ concepts }) => concepts.has('stale') && !concepts.has('unknown'))) return true;
  const stale = open.filter(({ finding }) => finding.stale);
  const isOf = (name: Token) => stale.some(({ names }) => idsOf(name).some((id) => names.has(id)));
  return (
    kinds.length + span.names.length > 0 &&
    kinds.every(([, rules]) => stale.some(({ finding }) => finding.code.startsWith(rules))) &&
    span.names.every(isOf)
  );
}

/** « Accès refusé »: where that is why. */
function isDenialSo(span: Span, { failures }: Facts): boolean {
  if (!span.tokens.some(({ concepts }) => concepts.has('denied') && !concepts.has('unknown'))) return true;
  const ids = span.names.length > 0 ? span.names.flatMap(idsOf) : [...failures.keys()];
  return ids.some((id) => failures.get(id) === 'denied');
}

function isCountSo({ figures: [first, second] }: Span, count: number): boolean {
  return second === undefined && first?.unit === undefined && first?.value === count;
}

function isUnseenOf(rules: string, { report, notSeen }: Facts): boolean {
  return report.findings.some(
    ({ code, outcome, target }) => code.startsWith(rules) && outcome === 'unknown' && notSeen.has(target.toLowerCase()),
  );
}

/** « …, je ne peux rien en dire ». */
function isOfThem({ tokens }: Span, { notSeen }: Facts, { names }: Said): boolean {
  return names.length > 0 && names.every((name) => notSeen.has(name)) && tokens.every(({ concepts }) => concepts.has('of_it'));
}

/** « Attention, », « en revanche »: says nothing by itself. */
export const introClaim: Claim = (span, _facts, said) => {
  if (span.tokens.length > 0) return span.tokens.every(({ concepts }) => concepts.has('warn')) && span.names.length === 0 ? said : null;
  return span.all.every(({ concepts }) => concepts.has('sep') || concepts.has('adv')) ? said : null;
};
