import type { Facts } from './facts.ts';
import { type Claim, idsOf, isMadeOf, isSaidOnce, setOf } from './span.ts';

const NETWORK = setOf(
  'state has of no_network cannot_tell cause subjects none other machine node unknown read know it the one also adv not_able ask nothing_read too_little network no nor',
);

/** « Je n'ai pas de réseau : je ne peux rien dire des autres machines », and nothing else of them. */
export const networkClaim: Claim = (span, facts, said) => {
  if (span.names.length > 0 || span.figures.length > 0) return null;
  const isBlind = facts.isCutOff || isUnread(facts);
  if (!isBlind || !isMadeOf(span, NETWORK)) return null;
  const isReading = span.tokens.some(({ concepts }) => (concepts.has('read') || concepts.has('know')) && !concepts.has('cannot_tell'));
  if (isReading && !['none', 'nor', 'not_able', 'unknown'].some((concept) => span.has(concept))) return null;
  if (span.has('no_network')) return facts.isCutOff ? { ...said, isBlind: true } : null;
  if (!span.has('cannot_tell') && !span.has('nothing_read')) return null;
  return facts.isCutOff ? said : { ...said, isBlind: true };
};

/** Nothing could be read at all, and nothing was seen. */
export function isUnread({ report, open }: Facts): boolean {
  return (
    !Object.values(report.readings).some(({ ok }) => ok) &&
    !open.some(({ finding }) => !finding.stale && finding.target !== 'cluster') &&
    !Object.values(report.nodes).some(({ status }) => status === 'degraded')
  );
}

const UNSEEN = setOf(
  'in_time of_it has item denied nor of unknown know read not_able it the one also adv machine gpu disk backup log port service state checked cause',
);

/** « Je n'ai pas pu lire les GPU »: of those that were not read. */
export const unseenClaim: Claim = (span, facts, said) => {
  if (!facts.isCutOff && !said.awaited && span.tokens.length > 0 && span.tokens.every(({ concepts }) => concepts.has('partly')))
    return facts.notSeen.size > 0 ? said : null;
  if (
    facts.isCutOff ||
    !(span.has('unknown') || span.has('of_it') || span.has('denied')) ||
    said.awaited ||
    !isSaidOnce(span) ||
    !isMadeOf(span, UNSEEN)
  )
    return null;
  const { notSeen } = facts;
  if (
    span.tokens.some(({ concepts }) => concepts.has('denied') && !concepts.has('unknown')) &&
    ![...span.names.flatMap(idsOf), ...(span.names.length === 0 ? facts.failures.keys() : [])].some(
      (id) => facts.failures.get(id) === 'denied',
    )
  )
    return null;
  const kinds = new Map<string, string>([
    ['gpu', 'GPU'],
    ['backup', 'DATA'],
    ['log', 'OBS'],
    ['port', 'NET'],
  ]);
  const said_ = [...kinds].filter(([concept]) => span.has(concept));
  if (span.figures.length > 0) {
    const [first, second] = span.figures;
    return !second &&
      first?.unit === undefined &&
      first?.value === notSeen.size &&
      span.names.every((name) => idsOf(name).some((id) => notSeen.has(id)))
      ? said
      : null;
  }
  const named = span.names.every((name) => idsOf(name).some((id) => notSeen.has(id)));
  if (!named) return null;
  const ofKind = (prefix: string) =>
    facts.report.findings.some(
      ({ code, outcome, target }) => code.startsWith(prefix) && outcome === 'unknown' && notSeen.has(target.toLowerCase()),
    );
  if (span.has('cause') && !facts.open.some(({ finding }) => finding.stale)) return null;
  if (!said_.every(([, prefix]) => ofKind(prefix))) return null;
  // « …, je ne peux rien en dire »
  const isOfThem =
    said.names.length > 0 && said.names.every((name) => notSeen.has(name)) && span.tokens.every(({ concepts }) => concepts.has('of_it'));
  if (span.names.length === 0 && said_.length === 0) return isOfThem ? said : null;
  return { ...said, names: span.names.flatMap(idsOf) };
};

/** « Attention, », « en revanche »: says nothing by itself. */
export const introClaim: Claim = (span, _facts, said) => {
  if (span.tokens.length > 0) return span.tokens.every(({ concepts }) => concepts.has('warn')) && span.names.length === 0 ? said : null;
  return span.all.every(({ concepts }) => concepts.has('sep') || concepts.has('adv')) ? said : null;
};
