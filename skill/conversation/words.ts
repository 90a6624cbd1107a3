import { type Answer, answerTo } from '../../reporters/answers/answer.ts';
import type { Report } from '../audit/report.ts';
import type { Asked } from './grounds.ts';
import type { Talk } from './talk.ts';

/** The template's answer. A reporter that breaks costs its words, not the report: null. */
export function wordsFor(asked: Asked, report: Report, earlier: Report | null, { parts, locale }: Talk): Answer | null {
  try {
    return answerTo(asked, { report, earlier, now: parts.clock() }, locale);
  } catch (error) {
    parts.log(`the answer could not be worded: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
