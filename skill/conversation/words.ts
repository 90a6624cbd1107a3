import { type Answer, answerTo, type Grounds } from '../../reporters/answers/answer.ts';
import type { Asked } from './grounds.ts';
import type { Talk } from './talk.ts';

/** The template's answer. A reporter that breaks costs its words, not the report: null. */
export function wordsFor(asked: Asked, grounds: Omit<Grounds, 'now'>, { parts, locale }: Talk): Answer | null {
  try {
    return answerTo(asked, { ...grounds, now: parts.clock() }, locale);
  } catch (error) {
    parts.log(`the answer could not be worded: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
