import type { Locale } from '../../../locales/locale.ts';
import type { SkillEvent } from '../../skill.ts';
import type { Said } from '../../wyoming/event.ts';
import { follow, type Job, type Jobs } from '../web/jobs.ts';
import { saidSoFar } from '../web/outcome.ts';
import type { Transcript } from './transcript.ts';

export interface Answering {
  readonly jobs: Jobs;
  readonly localeOf: (language: 'fr' | 'en' | undefined) => Locale;
  /** Milliseconds after which what was said so far is the answer. */
  readonly patienceMs: number;
}

/**
 * What is said to a sentence: the words as they come, for who can play them so, and then the whole of them, which ends it: `handled`,
 * or `not-handled` where it was not for us, refused or in vain. Ends early when `signal` aborts: the caller is gone.
 */
export async function* answer({ command, conversation }: Transcript, answering: Answering, signal: AbortSignal): AsyncGenerator<Said> {
  const { jobs, localeOf, patienceMs } = answering;
  const { answers, conversation: words } = localeOf(command?.locale);
  const context = conversation === null ? {} : { context: { conversation_id: conversation } };
  const ending = (type: 'handled' | 'not-handled', text: string) => ({ type, data: { text, ...context } });
  const job = command && jobs.start(command);
  if (!job) return yield ending('not-handled', command ? answers.failed : words.canAsk);
  let isAnswered = false;
  let isBegun = false;
  try {
    for await (const event of follow(job, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]))) {
      const text = wordsOf(event);
      if (text === '') continue;
      if (!isBegun) yield { type: 'handled-start', data: context };
      yield { type: 'handled-chunk', data: { text: isBegun ? ` ${text}` : text } };
      isBegun = true;
    }
    if (signal.aborted) return;
    isAnswered = true;
    const { isOurs, text } = result(job);
    // what was begun to be played is not taken back
    yield ending(isOurs || isBegun ? 'handled' : 'not-handled', text);
    if (isBegun) yield { type: 'handled-stop' };
  } finally {
    // who goes away, or takes no more of it, takes its command with it
    if (!isAnswered) jobs.leave(job);
  }

  function result({ end, events }: Job): { readonly isOurs: boolean; readonly text: string } {
    if (end === 'stopped') return { isOurs: false, text: words.closing };
    if (end === 'fault') return { isOurs: false, text: answers.failed };
    // nobody should hear nothing after so long
    if (end === null) return { isOurs: true, text: saidSoFar(events) || answers.looking };
    if (end.handled) return { isOurs: true, text: end.speech };
    return { isOurs: false, text: refusalIn(events) || words.canAsk };
  }
}

/** What goes on when it was understood; a refusal is one sentence, and comes whole. */
function wordsOf(event: SkillEvent): string {
  if (event.type === 'done') return event.speech;
  const isWords = event.type === 'speech' || (event.type === 'failed' && (event.code === 'failed' || event.code === 'aborted'));
  return isWords ? event.text : '';
}

function refusalIn(events: readonly SkillEvent[]): string {
  const end = events.at(-1);
  return end?.type === 'failed' ? end.text : '';
}
