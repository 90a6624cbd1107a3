import { keyOf } from '../../skill/audit/assessment.ts';
import { actionClaim, firstClaim } from './action-claims.ts';
import type { Facts } from './facts.ts';
import { noScoreClaim } from './figure-claims.ts';
import type { Known } from './known.ts';
import { leadClaim } from './lead-claims.ts';
import { nodeClaim } from './node-claims.ts';
import { type Claim, idsOf, type Said, type Span } from './span.ts';
import type { Token } from './tokens.ts';
import { introClaim, networkClaim, unseenClaim } from './unseen-claims.ts';

/** What a claim says after those before it; null where they do not go together. */
export function claimed(claim: Claim, span: Span, facts: Facts, said: Said): Said | null {
  const next = claim(span, facts, said);
  return next && isOneOfThem(span, facts, said, next) && isCauseSo(span, claim, said, next) ? next : null;
}

/** What may be given a reason: what to do first, that there is no score, that nothing is known. */
const REASONED: ReadonlySet<Claim> = new Set([actionClaim, firstClaim, leadClaim, noScoreClaim, networkClaim, unseenClaim, introClaim]);

/** No report says that one thing came of another: « M7 ne répond pas, donc je n'ai pas pu lire M9 ». */
function isCauseSo(span: Span, claim: Claim, said: Said, next: Said): boolean {
  if (span.has('therefore') && !REASONED.has(claim))
    return next.told.slice(said.told.length).every((known) => said.told.includes(known)) && span.names.every((name) => isKnown(name, said));
  if (span.has('therefore') && claim === unseenClaim) return span.names.every((name) => isKnown(name, said));
  if (span.has('cause') && said.by !== null && !REASONED.has(said.by))
    return next.told.slice(said.told.length).every((known) => isReason(known, said));
  return true;
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
