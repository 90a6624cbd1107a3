import { actionClaim, firstClaim } from './action-claims.ts';
import { loadedClaim, noPointClaim, provisionClaim } from './capability-claims.ts';
import type { Facts } from './facts.ts';
import { coverageClaim, evolutionClaim, noScoreClaim, scoreClaim } from './figure-claims.ts';
import { findingClaim } from './finding-claims.ts';
import { fixedClaim } from './fixed-claims.ts';
import { allWellClaim, leadClaim, staleClaim } from './lead-claims.ts';
import { fallbackClaim, lossClaim } from './loss-claims.ts';
import { nodeClaim } from './node-claims.ts';
import { dimensionClaim, firstAuditClaim, gradeClaim, topicClaim, verdictClaim } from './readiness-claims.ts';
import { claimed } from './reasons.ts';
import { type Claim, type Said, type Span, spanOf } from './span.ts';
import { tallyClaim } from './tally-claims.ts';
import type { Token } from './tokens.ts';
import { thingTopicClaim } from './topic-claims.ts';
import { troubleClaim } from './trouble-claims.ts';
import { introClaim, networkClaim, unseenClaim } from './unseen-claims.ts';

const CLAIMS: readonly Claim[] = [
  introClaim,
  networkClaim,
  nodeClaim,
  findingClaim,
  lossClaim,
  fallbackClaim,
  scoreClaim,
  noScoreClaim,
  coverageClaim,
  allWellClaim,
  evolutionClaim,
  fixedClaim,
  actionClaim,
  unseenClaim,
  staleClaim,
  firstClaim,
  leadClaim,
  tallyClaim,
  troubleClaim,
  thingTopicClaim,
  topicClaim,
  dimensionClaim,
  gradeClaim,
  verdictClaim,
  firstAuditClaim,
  noPointClaim,
  provisionClaim,
  loadedClaim,
];

/** More tries than any honest sentence needs. */
const MOST_TRIES = 4_000;

/** Reads a sentence as claims that stand side by side and leave no word over. Null when there is no such reading that the report backs. */
export function readingOf(tokens: readonly Token[], facts: Facts, before: Said): Said | null {
  const clauses = clausesOf(tokens);
  const spans = new Map<number, Span>();
  const start: Said = {
    ...before,
    here: [],
    awaited: null,
    by: null,
    counted: null,
    topic: [],
    except: [],
    isReason: false,
    isStale: tokens.some(({ concepts }) => concepts.has('stale') || concepts.has('past') || concepts.has('whether')),
  };
  let tries = 0;
  const span = (from: number, to: number) => {
    const key = from * 100 + to;
    const made = spans.get(key) ?? spanOf(clauses.slice(from, to).flat());
    spans.set(key, made);
    return made;
  };
  const go = (from: number, said: Said): Said | null => {
    if (from === clauses.length) return isSettled(said, facts) ? said : null;
    for (let to = clauses.length; to > from; to--)
      for (const claim of CLAIMS) {
        if (++tries > MOST_TRIES) return null;
        const next = claimed(claim, span(from, to), facts, said);
        const rest = next && go(to, { ...next, by: claim, spoken: next.spoken.union(span(from, to).concepts) });
        if (rest) return rest;
      }
    return null;
  };
  return go(0, start);
}

/** What was announced came, or came before: « …, c'est le plus grave ». */
function isSettled({ awaited, here, told, except }: Said, { open }: Facts): boolean {
  if (except.length > 0) return false;
  if (!awaited) return true;
  if (here.length > 0) return here.some(awaited);
  const last = told.at(-1);
  return open.some(awaited) && (!last || open.length > 0);
}

/** A clause begins with each separator. */
function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    const last = clauses.at(-1);
    if (!last || token.concepts.has('sep')) clauses.push([token]);
    else last.push(token);
  }
  // a separator alone goes with what follows
  return clauses.reduce<Token[][]>((joined, clause) => {
    const last = joined.at(-1);
    if (last?.every(({ concepts }) => concepts.has('sep'))) last.push(...clause);
    else joined.push([...clause]);
    return joined;
  }, []);
}
