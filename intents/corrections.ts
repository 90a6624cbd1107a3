import type { Concept } from './concepts.ts';
import type { Intent } from './intents.ts';
import { isExplained, means, type Segment } from './segments.ts';
import type { Understanding } from './understanding.ts';
import { understandingOf } from './understanding-of.ts';
import type { Word } from './words.ts';

/** What tells a state: after a correction it may be asked in fewer words. */
const STATES: ReadonlySet<Intent> = new Set<Intent>(['cluster_status', 'node_status', 'section_status']);
const REPLACED: ReadonlySet<Intent> = new Set<Intent>([...STATES, 'audit_full', 'none']);
/** What nobody takes back by asking for something else. */
const KEPT: readonly Concept[] = ['negation', 'denial', 'forbidden', 'remove', 'told', 'reported', 'foreign', 'opening'];

/** « lance l'audit, non attends, juste l'état »: what is asked last, when it is asked instead of what came before; null when nothing is. */
export function corrected(segments: readonly Segment[], whole: Understanding): Understanding | null {
  const at = segments.findLastIndex((segment, index) => index > 0 && index < segments.length - 1 && means(segment, 'correction'));
  const before = segments.slice(0, at);
  if (at < 0 || !before.every(isExplained) || before.some((each) => KEPT.some((concept) => means(each, concept)))) return null;
  const after = segments.slice(at + 1);
  const clear = understandingOf(after, 'idle');
  if (clear.intent !== 'none') return clear.intent === whole.intent ? null : clear;
  const short = understandingOf(after, 'active');
  return STATES.has(short.intent) && REPLACED.has(whole.intent) && short.intent !== whole.intent ? short : null;
}

/** « plus d'audit lundi, annule »: what is denied is called off, and that is what is asked; null when it is not. */
export function calledOff(words: readonly Word[], segments: readonly Segment[]): Understanding | null {
  const at = segments.findLastIndex(({ start }) => words[start]?.isAfterPause === true);
  const before = segments.slice(0, at);
  if (at < 1 || before.some((each) => ENDING.some((concept) => means(each, concept)))) return null;
  if (understandingOf(before, 'idle').reason !== 'negated') return null;
  const after = understandingOf(segments.slice(at), 'active');
  return after.intent === 'cancel' ? after : null;
}

/** « n'annule pas l'audit » is no reason to cancel anything. */
const ENDING: readonly Concept[] = ['cancel', 'stop', 'silence', 'remove'];
