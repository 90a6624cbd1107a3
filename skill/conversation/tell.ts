import type { Answer } from '../../reporters/answers/answer.ts';
import type { Kept } from '../history/reports.ts';
import { followedBy } from './fit.ts';
import { heardSoFar } from './heard.ts';
import type { Session } from './sessions.ts';
import { LATE, soon } from './soon.ts';
import type { Talk } from './talk.ts';

/** How long a voice takes for a character, in milliseconds. */
const CHARACTER_MS = 65;

export interface Telling {
  /** Null: it could not be worded. */
  readonly answer: Answer | null;
  /** What it rests on. */
  readonly kept: Kept | null;
  /** What was said before of the same subject; all so far when absent. */
  readonly heard?: readonly string[];
  /** What it answers, to be said again later; needs `kept`. */
  readonly grounds?: Omit<NonNullable<Session['grounds']>, 'report'>;
  /** The audit was made for this answer: whether it is saved is news. */
  readonly isNew?: boolean;
  /** What we talk about from now on; the same as before when absent. */
  readonly topic?: Session['topic'];
  /** All of it was said already. */
  readonly isSaid?: boolean;
}

/** Ends a command: the report, its words, and the memory of them. */
export async function tell(telling: Telling, talk: Talk): Promise<void> {
  const { kept, answer } = telling;
  const { emit, locale } = talk;
  const [path] = await Promise.all([kept ? soon(kept.saved) : null, answer && soon(remember(answer, telling, talk))]);
  if (kept) emit({ type: 'report', id: kept.report.id, path: path === LATE ? null : path });
  if (!answer) return emit({ type: 'failed', code: 'failed', text: locale.conversation.unspoken });
  const notice = telling.isNew ? noticeOf(path, talk) : null;
  const { speech, text } = notice === null ? answer : followedBy(answer, notice, locale);
  emit({ type: 'done', text, speech: telling.isSaid ? '' : speech, status: kept?.report.status ?? null });
}

function noticeOf(path: string | null | typeof LATE, { locale: { answers, conversation } }: Talk): string | null {
  if (path === LATE) return conversation.savingLate;
  return path === null ? answers.notSaved : null;
}

async function remember(answer: Answer, { kept, grounds, topic, heard }: Telling, talk: Talk): Promise<void> {
  const { parts, id, session, channel } = talk;
  if (id === null) return;
  const speaking = channel === 'voice' ? answer.speech.length * CHARACTER_MS : 0;
  const problem = await parts.sessions.write(id, {
    lastWordAt: parts.clock().getTime() + speaking,
    answer: { speech: answer.speech, text: answer.text },
    heard: [...(heard ?? heardSoFar(talk))],
    grounds: kept && grounds ? { ...grounds, report: kept.report.id } : null,
    report: kept?.report.id ?? session.report,
    topic: topic ?? session.topic,
  });
  if (problem !== null) parts.log(`the conversation cannot be remembered: ${problem}`);
}
