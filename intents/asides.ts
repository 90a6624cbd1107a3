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
    isAboutHim: told.some((segment) => means(segment, 'third-person')),
    isClear: told.filter(isSaying).length >= CLEAR_REQUEST,
  };
  return left.every((clause) => isAside(factsOf(clause), { ...beside, isBefore: clause.start < last, isJoined: isJoined(clause, kept) }))
    ? understood
    : none('not-for-us');
}

function isJoined({ end }: Clause, kept: readonly Clause[]): boolean {
  return kept.some(({ start, isAfterPause }) => start === end && !isAfterPause);
}

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

interface Beside {
  readonly intent: Intent;
  readonly isBefore: boolean;
  /** Nothing but the talk before says that the request is for us. */
  readonly isFollowUp: boolean;
  /** It names what nobody else is asked about. */
  readonly isNamed: boolean;
  readonly isClear: boolean;
  /** Part of it is said beside it. */
  readonly isPointing: boolean;
  readonly isAboutHim: boolean;
  /** The request goes on from it without a pause. */
  readonly isJoined: boolean;
}

const STARTING: ReadonlySet<Intent> = new Set<Intent>(['audit_full', 'schedule']);
const TAKEN_BACK: readonly Concept[] = ['remove', 'cancel', 'stop', 'silence'];
const TIMES: readonly Concept[] = ['every', 'in', 'at', 'date', 'weekday'];
const PAST: readonly Concept[] = ['past', 'weekday', 'last'];
const OURS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'section', 'score', 'report'];
/** What nobody else is asked about. */
const ANCHORS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'report'];
/** So many things said are a request, whatever stands beside them. */
const CLEAR_REQUEST = 3;
/** A shorter one may call somebody else: « Paul, arrête ». */
const FEWEST_WORDS = 3;

/** What a clause beside a request holds. */
interface Aside {
  readonly clause: Clause;
  /** Some of it is not in our words. */
  readonly isStrange: boolean;
  readonly isCircumstance: boolean;
  holds(concepts: readonly Concept[]): boolean;
}

function factsOf(clause: Clause): Aside {
  const { segments } = clause;
  const holds = (concepts: readonly Concept[]) => segments.some((segment) => concepts.some((concept) => means(segment, concept)));
  return { clause, holds, isStrange: !segments.every(isExplained) || holds(['foreign']), isCircumstance: holds(['opening']) };
}

function isAside(aside: Aside, beside: Beside): boolean {
  return !AGAINST.some((isAgainst) => isAgainst(aside, beside));
}

/** Each is reason enough to leave nothing out. */
const AGAINST: readonly ((aside: Aside, beside: Beside) => boolean)[] = [
  isTakenBack,
  isOfAnother,
  isDenied,
  isCall,
  isAttached,
  isTimeOfIt,
  (aside, beside) => !aside.isStrange && isOurs(aside, beside),
];

function isOurs({ holds }: Aside, { isPointing }: Beside): boolean {
  return holds(OURS) && !isPointing;
}

/** It tells something of somebody, or begins like a reason. */
function isTold({ clause, holds, isCircumstance }: Aside, { isBefore }: Beside): boolean {
  return clause.isOfSomebody || isCircumstance || (clause.isOfSomething && (isBefore || !holds(['foreign'])));
}

function isTakenBack(aside: Aside, beside: Beside): boolean {
  const { holds, isCircumstance, clause } = aside;
  if (holds(['correction']) && !beside.isBefore) return true;
  if (holds(['forbidden']) && (holds(OURS) || !(beside.isBefore || clause.isOfSomebody))) return true;
  if (beside.intent === 'cancel') return false;
  return holds(['denial']) || (holds(TAKEN_BACK) && (isOurs(aside, beside) || !isCircumstance));
}

/** What others said, or what makes the request one about something else. */
function isOfAnother(aside: Aside, beside: Beside): boolean {
  const { holds, clause } = aside;
  if (beside.isBefore && holds(['reported'])) return true;
  if (!holds(['foreign'])) return false;
  if (!isTold(aside, beside) && !(beside.isBefore && beside.isNamed)) return true;
  return !beside.isBefore && !clause.isAfterPause && !clause.isOfSomebody && !holds(['before']);
}

/** « je n'ai pas suivi, répète »: what is denied is told of somebody, in other words than ours, and nothing is started by it. */
function isDenied(aside: Aside, beside: Beside): boolean {
  if (!aside.holds(['negation']) || beside.intent === 'cancel') return false;
  if (STARTING.has(beside.intent) || !aside.isStrange || !isTold(aside, beside) || isOurs(aside, beside)) return true;
  return !beside.isBefore && !aside.isCircumstance && beside.intent !== 'repeat';
}

/** « Paul, arrête », « ton frère, il va mieux ? »: what stands before says whom it is about. */
function isCall(aside: Aside, beside: Beside): boolean {
  if (!beside.isFollowUp) return false;
  const { clause, isStrange, isCircumstance } = aside;
  if (beside.isAboutHim && beside.isBefore && isStrange && !clause.isOfSomebody && !isCircumstance) return true;
  return !isTold(aside, beside) && !(beside.isBefore && clause.end - clause.start >= FEWEST_WORDS);
}

/** « l'architecture de Notre-Dame » is one clause, and so is what only a joint parts. */
function isAttached(aside: Aside, beside: Beside): boolean {
  const isFirm = beside.isNamed || beside.isClear;
  if (beside.isBefore) return beside.isJoined && !isTold(aside, beside);
  if (aside.clause.isAfterPause) return !isFirm && !isTold(aside, beside);
  return isFirm ? !isTold(aside, beside) : !aside.clause.isOfSomebody;
}

/** « un audit, demain »: a time that is told of nobody is that of what is started. */
function isTimeOfIt({ clause, holds, isStrange, isCircumstance }: Aside, { intent }: Beside): boolean {
  if (isStrange || !STARTING.has(intent) || !holds(TIMES)) return false;
  return !clause.isOfSomebody && !(isCircumstance && holds(['change', 'problem']));
}
