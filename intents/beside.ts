import type { Clause } from './clauses.ts';
import type { Concept } from './concepts.ts';
import type { Intent } from './intents.ts';
import { isExplained, means } from './segments.ts';

export const TIMES: readonly Concept[] = ['every', 'in', 'at', 'date', 'weekday'];
export const OURS: readonly Concept[] = ['audit', 'cluster', 'system', 'nodes', 'node', 'section', 'score', 'report'];

/** The request that a clause stands beside, and where. */
export interface Beside {
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
  /** It names what is to be done, and no more. */
  readonly isBare: boolean;
  /** The request goes on from it without a pause. */
  readonly isJoined: boolean;
}

/** Whether a clause is only told beside a request, and changes nothing about it. */
export function isAside(clause: Clause, beside: Beside): boolean {
  const aside = heldBy(clause);
  return !AGAINST.some((isAgainst) => isAgainst(aside, beside));
}

const STARTING: ReadonlySet<Intent> = new Set<Intent>(['audit_full', 'schedule']);
const TAKEN_BACK: readonly Concept[] = ['remove', 'cancel', 'stop', 'silence'];
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

function heldBy(clause: Clause): Aside {
  const { segments } = clause;
  const holds = (concepts: readonly Concept[]) => segments.some((segment) => concepts.some((concept) => means(segment, concept)));
  return { clause, holds, isStrange: !segments.every(isExplained) || holds(['foreign']), isCircumstance: holds(['opening']) };
}

/** Each is reason enough to leave nothing out. */
const AGAINST: readonly ((aside: Aside, beside: Beside) => boolean)[] = [
  isTakenBack,
  isOfAnother,
  isDenied,
  isCall,
  isAttached,
  isTimeOfIt,
  // « un audit, c'est long »
  ({ holds }, { intent, isBare, isBefore }) => STARTING.has(intent) && isBare && !isBefore && holds(['it']),
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
  if (holds(['forbidden']) && (holds(OURS) || !(beside.isBefore || clause.isOfSomebody || (isCircumstance && STARTING.has(beside.intent)))))
    return true;
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
  // « stop, il y a une voiture »
  if (beside.intent === 'cancel' && !beside.isBefore && aside.holds(['third-person'])) return true;
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
