import type { Slots } from '../../intents/understanding.ts';
import type { Answer } from '../../reporters/answers/answer.ts';
import { takenSentence } from '../../reporters/answers/moment-of.ts';
import type { Kept } from '../history/reports.ts';
import { precededBy } from './fit.ts';
import type { Talk } from './talk.ts';
import { tell } from './tell.ts';
import { wordsFor } from './words.ts';

/** Our last answer again, with the age that its grounds have by now. Slowly, all of it is said here. */
export async function repeat(slots: Slots, last: Answer, talk: Talk): Promise<void> {
  const { parts, session, emit } = talk;
  const { grounds } = session;
  const kept = grounds && (await parts.reports.find(grounds.report));
  const again = kept ? await reworded(last, kept, talk) : last;
  const isSlow = slots['pace'] === 'slow';
  if (isSlow) emit({ type: 'speech', text: again.speech, slow: true });
  await tell({ answer: again, kept, isSaid: isSlow, heard: session.heard, ...(grounds && { grounds: withoutReport(grounds) }) }, talk);
}

/** « Relevé d'il y a trois secondes » is not true for long. What a model phrased is kept, and told its age. */
async function reworded(last: Answer, kept: Kept, talk: Talk): Promise<Answer> {
  const { parts, locale, session } = talk;
  const { grounds } = session;
  if (!grounds) return last;
  const earlier = grounds.earlier === null ? null : await parts.reports.find(grounds.earlier);
  const fresh = wordsFor(grounds, { report: kept.report, earlier: earlier?.report ?? null, heard: session.heard }, talk) ?? last;
  if (!grounds.isPhrased) return fresh;
  const taken = takenSentence({ report: kept.report, now: parts.clock() }, locale);
  return { text: fresh.text, speech: precededBy(last.speech, taken, locale) };
}

function withoutReport({ report: _, ...rest }: NonNullable<Talk['session']['grounds']>) {
  return rest;
}
