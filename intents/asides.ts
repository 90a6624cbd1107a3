import { type Clause, clausesOf } from './clauses.ts';
import type { Concept } from './concepts.ts';
import type { Intent } from './intents.ts';
import type { Lexicon } from './lexicon.ts';
import { isExplained, means, type Segment } from './segments.ts';
import type { Context, Understanding } from './understanding.ts';
import { none, understandingOf } from './understanding-of.ts';
import type { Word } from './words.ts';

/** Of clauses that we do understand, so many may be beside the request. */
const MOST_LEFT_OUT = 2;

/**
 * What is asked once the clauses beside the request are left out: « avant d'aller dormir, fais un audit ». The request itself
 * must be complete and explained to its last word; a clause that denies, takes back or tells what others said is never left out.
 */
export function withoutAsides(
  words: readonly Word[],
  segments: readonly Segment[],
  lexicon: Lexicon,
  context: Context,
): Understanding {
  const clauses = clausesOf(words, segments, lexicon);
  if (clauses.length < 2) return none('not-for-us');
  const clear = clauses.filter((clause) => clause.segments.every(isExplained));
  for (const kept of choicesOf(clear, clauses.length)) {
    const understood = requestIn(kept, clauses, context);
    if (understood.reason !== 'not-for-us') return understood;
  }
  return none('not-for-us');
}

/** The most of the clauses first. */
function choicesOf(clear: readonly Clause[], count: number): readonly (readonly Clause[])[] {
  let level: readonly (readonly Clause[])[] = [clear];
  const all: (readonly Clause[])[] = clear.length < count ? [clear] : [];
  for (let left = 0; left < MOST_LEFT_OUT; left++) {
    level = level.flatMap((kept) => kept.map((_, at) => kept.filter((_, other) => other !== at)));
    all.push(...level);
  }
  return all;
}

function requestIn(kept: readonly Clause[], clauses: readonly Clause[], context: Context): Understanding {
  const request = kept.flatMap(({ segments }) => segments);
  // one word of ours alone may be of any sentence
  if (request.filter(isSaying).length < 2 && context === 'idle') return none('not-for-us');
  const isOurs = understandingOf(request, 'idle');
  const understood = isOurs.intent === 'none' && context === 'active' ? understandingOf(request, context) : isOurs;
  if (understood.intent === 'none') return understood;
  const isFollowUp = isOurs.intent === 'none';
  const last = kept.at(-1)?.start ?? 0;
  const areAsides = clauses
    .filter((clause) => !kept.includes(clause))
    .every((clause) => isAside(clause, { intent: understood.intent, isBefore: clause.start < last, isFollowUp }));
  return areAsides ? understood : none('not-for-us');
}

function isSaying(segment: Segment): boolean {
  return !means(segment, 'plain');
}

interface Beside {
  readonly intent: Intent;
  readonly isBefore: boolean;
  /** Nothing but the talk before says that the request is for us. */
  readonly isFollowUp: boolean;
}

const STARTING: ReadonlySet<Intent> = new Set<Intent>(['audit_full', 'schedule']);
const NEVER: readonly Concept[] = ['denial', 'reported', 'foreign'];
const TAKEN_BACK: readonly Concept[] = ['forbidden', 'remove', 'cancel', 'stop', 'correction'];
const SUBJECTS: readonly Concept[] = ['first-person', 'third-person', 'opening', 'it'];
const TIMES: readonly Concept[] = ['every', 'in', 'at', 'date', 'weekday'];
const OURS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'section', 'score', 'report'];
/** Of a bare noun that calls somebody else: « Paul, arrête ». */
const FEWEST_WORDS = 3;

function isAside({ segments, start, end }: Clause, { intent, isBefore, isFollowUp }: Beside): boolean {
  const holds = (concepts: readonly Concept[]) => segments.some((segment) => concepts.some((concept) => means(segment, concept)));
  const isStrange = !segments.every(isExplained);
  if (holds(NEVER) || (intent !== 'cancel' && holds(TAKEN_BACK))) return false;
  // « je n'ai pas suivi, répète »: what is denied is told of somebody, before, and in other words than ours
  if (holds(['negation']) && (STARTING.has(intent) || !isBefore || !isStrange || !holds(SUBJECTS) || holds(OURS))) return false;
  if (isFollowUp && !(holds(SUBJECTS) || (isBefore && end - start >= FEWEST_WORDS))) return false;
  if (!isStrange && STARTING.has(intent) && holds(TIMES)) return false;
  return isStrange || !holds(OURS);
}
