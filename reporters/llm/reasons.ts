import { keyOf } from '../../skill/audit/assessment.ts';
import { actionClaim, firstClaim } from './action-claims.ts';
import type { Facts } from './facts.ts';
import { noScoreClaim } from './figure-claims.ts';
import type { Known } from './known.ts';
import { leadClaim } from './lead-claims.ts';
import { nodeClaim } from './node-claims.ts';
import { dimensionClaim, firstAuditClaim, verdictClaim } from './readiness-claims.ts';
import { type Claim, idsOf, type Said, type Span } from './span.ts';
import type { Token } from './tokens.ts';
import { introClaim, networkClaim, unseenClaim } from './unseen-claims.ts';

/** What a claim says after those before it; null where they do not go together. */
export function claimed(claim: Claim, span: Span, facts: Facts, said: Said): Said | null {
  // « puisque M7 ne répond pas, M9 … »: a reason of what may have one
  if (said.isReason && !mayFollow(claim, said)) return null;
  const next = claim(span, facts, said);
  return next && isOneOfThem(span, facts, said, next) && isCauseSo(span, claim, facts, said, next) && isOfTopic(said, next)
    ? { ...next, isReason: span.has('cause') && said.by === null }
    : null;
}

/** What may be given a reason: what to do first, that there is no score, that nothing is known. */
const REASONED: ReadonlySet<Claim> = new Set([actionClaim, firstClaim, leadClaim, noScoreClaim, networkClaim, unseenClaim, introClaim]);

/** What a reason that was given first may explain. */
function mayFollow(claim: Claim, { by }: Said): boolean {
  if (UNREAD.has(claim)) return by !== null && UNREAD.has(by);
  return REASONED.has(claim) || claim === verdictClaim || claim === dimensionClaim;
}

/** Only that something was not read is a reason for that. */
const UNREAD: ReadonlySet<Claim> = new Set([noScoreClaim, networkClaim, unseenClaim, firstAuditClaim]);

/** No report says that one thing came of another: « M7 ne répond pas, donc je n'ai pas pu lire M9 ». */
function isCauseSo(span: Span, claim: Claim, facts: Facts, said: Said, next: Said): boolean {
  if (span.has('therefore') && !REASONED.has(claim))
    return next.told.slice(said.told.length).every((known) => said.told.includes(known)) && span.names.every((name) => isKnown(name, said));
  if (span.has('therefore') && claim === unseenClaim) return span.names.every((name) => isKnown(name, said));
  if (!span.has('cause') || said.by === null) return true;
  const told = next.told.slice(said.told.length);
  // an open critical is why a cluster is not ready
  if (said.by === verdictClaim) return told.some(({ finding }) => finding.severity === 'critical');
  if (said.by === dimensionClaim) return isCapSo(told, span, said, facts);
  if (UNREAD.has(said.by)) return UNREAD.has(claim);
  if (REASONED.has(said.by)) return true;
  // « on ne sait pas si M9 répond, car il n'a pas répondu à temps »
  if (claim === nodeClaim || said.by === nodeClaim) {
    const isShare =
      said.state === 'up' && said.spoken.has('num') && told.length > 0 && told.every(({ finding }) => finding.code.startsWith('NODE-00'));
    if (isShare && next.state === 'down') return true;
  }
  if (claim === nodeClaim) return said.state === 'unknown' && next.state === 'unknown';
  return told.every((known) => isReason(known, said));
}

/** « La stabilité est plafonnée à 69 à cause de M3 »: of those that cap it. */
function isCapSo(told: readonly Known[], span: Span, { scored }: Said, { report }: Facts): boolean {
  const caps = scored.map((each) => report.scoreDetails[each].cap);
  // « en raison de deux problèmes critiques »
  if (told.length === 0)
    return caps.length > 0 && caps.every((cap) => cap && span.has(cap.reason) && span.figures.every(({ value }) => value === cap.count));
  const isCap = ({ finding }: Known) =>
    scored.every((each) => finding.dimension === each && report.scoreDetails[each].cap?.reason === finding.severity);
  return told.length > 0 && scored.length > 0 && told.some(isCap);
}

/** « Côté sécurité, M1 répond sans mot de passe ». */
function isOfTopic({ topic, told }: Said, next: Said): boolean {
  return topic.length === 0 || next.told.slice(told.length).every(({ finding }) => topic.includes(finding.dimension));
}

/** « Two of three nodes can be used, because M2 requires a token ». */
const isReason = ({ finding, names }: Known, said: Said) =>
  finding.message.id === 'token-refused' && said.by === nodeClaim && said.names.every((name) => names.has(name));

const isKnown = (name: Token, { names }: Said) => idsOf(name).some((id) => names.includes(id));

/** « Deux nouveaux, dont M2, qui ne répond pas »; what is fixed is not open, but answers again. */
function isOneOfThem(span: Span, { report }: Facts, { counted, told }: Said, next: Said): boolean {
  if (counted === null || !span.has('of_which')) return true;
  const added = next.told.slice(told.length);
  if (counted === 'fixed') return added.length === 0 && span.has('again');
  return added.length > 0 && added.every(({ finding }) => report.evolution?.new.includes(keyOf(finding)));
}
