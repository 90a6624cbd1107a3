import { isAside, OURS, TIMES } from './beside.ts';
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
export function withoutAsides(words: readonly Word[], segments: readonly Segment[], lexicon: Lexicon, context: Context): Understanding {
  const clauses = clausesOf(words, segments, lexicon);
  if (clauses.length < 2) return none('not-for-us');
  const clear = clauses.filter((clause) => clause.segments.every(isExplained));
  let denied: Understanding | null = null;
  for (const kept of choicesOf(clear, clauses.length)) {
    const understood = requestIn(kept, clauses, context);
    // what is denied beside it can only be stopped or said again
    if (understood.intent !== 'none') return denied && !HARMLESS.has(understood.intent) ? denied : understood;
    if (understood.reason !== 'not-for-us') denied ??= understood;
  }
  return denied ?? none('not-for-us');
}

const HARMLESS: ReadonlySet<Intent> = new Set<Intent>(['cancel', 'repeat']);

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
  const told = kept.flatMap(({ segments }) => segments);
  const left = clauses.filter((clause) => !kept.includes(clause));
  const pointedTo = borrowed(told, left);
  const request = [...pointedTo, ...told];
  // one word of ours alone may be of any sentence
  if (request.filter(isSaying).length < 2 && (context === 'idle' || told.some(isHush))) return none('not-for-us');
  const isOurs = understandingOf(request, 'idle');
  const understood = isOurs.intent === 'none' && context === 'active' ? understandingOf(request, context) : isOurs;
  if (understood.intent === 'none') return understood;
  const last = kept.at(-1)?.start ?? 0;
  const beside = {
    intent: understood.intent,
    isFollowUp: isOurs.intent === 'none',
    isNamed: request.some((segment) => ANCHORS.some((concept) => means(segment, concept))),
    isPointing: pointedTo.length > 0,
    isBare: !told.some((segment) => VERBS.some((concept) => means(segment, concept))),
    isAboutHim: told.some((segment) => means(segment, 'third-person')),
    isClear: told.filter(isSaying).length >= CLEAR_REQUEST,
  };
  return left.every((clause) => isAside(clause, { ...beside, isBefore: clause.start < last, isJoined: isJoined(clause, kept) }))
    ? understood
    : none('not-for-us');
}

function isJoined({ end }: Clause, kept: readonly Clause[]): boolean {
  return kept.some(({ start, isAfterPause }) => start === end && !isAfterPause);
}

/** What asks for something to be done. */
const VERBS: readonly Concept[] = ['launch', 'inspect', 'plan', 'put', 'tell', 'cancel', 'mode'];

/** Nothing is taken from what asks for something else. */
const UNCLEAN: readonly Concept[] = ['foreign', 'forbidden', 'remove', 'denial'];

/** What a request only points to: « j'ai un doute sur M2, elle répond ? », « samedi c'est fermé, un audit ce jour-là ». */
function borrowed(told: readonly Segment[], left: readonly Clause[]): readonly Segment[] {
  const says = (concepts: readonly Concept[]) => told.some((segment) => concepts.some((concept) => means(segment, concept)));
  const of = (concepts: readonly Concept[], clauses = left) =>
    clauses.flatMap(({ segments }) => segments.filter((segment) => concepts.some((concept) => means(segment, concept))));
  const clean = left.filter(({ segments }) => !segments.some((segment) => UNCLEAN.some((concept) => means(segment, concept))));
  if (says(['that-time'])) return of(TIMES);
  if (says(['change', 'compare', 'news']) && says(OURS) && !says(PAST)) return of(PAST);
  if (says(['cancel']) && !says(OURS)) return of(['audit'], clean);
  return says(['third-person', 'it']) && !says(OURS) ? of(['node'], clean) : [];
}

function isSaying({ meanings }: Segment): boolean {
  return meanings.some(({ concept }) => !SAYS_LITTLE.has(concept));
}

/** Of any sentence. */
const SAYS_LITTLE: ReadonlySet<Concept> = new Set<Concept>([
  'plain',
  'occasion',
  'opening',
  'degree',
  'first-person',
  'third-person',
  'it',
  'what-about',
  'correction',
]);

/** « chut » is said to children, too. */
function isHush(segment: Segment): boolean {
  return segment.end - segment.start === 1 && means(segment, 'silence');
}

const PAST: readonly Concept[] = ['past', 'weekday', 'last'];
/** What nobody else is asked about. */
const ANCHORS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'report'];
/** So many things said are a request, whatever stands beside them. */
const CLEAR_REQUEST = 3;
