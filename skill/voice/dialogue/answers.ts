import type { Locale } from '../../../locales/locale.ts';
import type { Host } from '../../host/host.ts';
import type { RefusalCode, Skill, SkillEvent } from '../../skill.ts';
import { createPatience } from './patience.ts';
import type { Fate, SpeechQueue } from './speech-queue.ts';

/** `answered`, or why not. */
export type Outcome = 'answered' | RefusalCode;

/** Answers what was said, aloud. */
export interface Answers {
  /** Resolves when the last word was heard. Rejects only when `signal` aborts. */
  to(utterance: string): Promise<Outcome>;
  /** An audit runs for one of them. */
  isAuditing(): boolean;
  /** One is being made or said. */
  isBusy(): boolean;
  /** Resolves when nothing is being made or said. */
  settled(): Promise<void>;
}

export interface AnswerParts {
  readonly skill: Skill;
  readonly queue: SpeechQueue;
  readonly locale: Locale;
  readonly host: Pick<Host, 'now'>;
  /** The answer, for eyes. */
  show(text: string): void;
  /** Nobody heard these words, of this report. */
  keep(speech: string, path: string): Promise<void>;
}

interface Work {
  isAuditing: boolean;
}

export function createAnswers(parts: AnswerParts, signal: AbortSignal): Answers {
  const { skill, queue, locale } = parts;
  const works = new Map<Work, Promise<Outcome>>();

  async function answer(utterance: string, work: Work): Promise<Outcome> {
    const patience = createPatience(queue, locale, parts.host);
    let path: string | null = null;
    try {
      for await (const event of skill.handle({ utterance, channel: 'voice', locale: locale.language }, signal)) {
        if (event.type === 'speech') {
          work.isAuditing ||= !event.slow;
          void queue.say(event.text, event.slow);
        }
        if (event.type === 'progress') {
          work.isAuditing = true;
          patience.progress(event.done, event.total);
        }
        if (event.type === 'report') path = event.path;
        if (event.type === 'done' || event.type === 'failed') {
          work.isAuditing = false;
          patience.end();
          return await end(event, path);
        }
      }
      throw new Error('the skill ended without an answer');
    } finally {
      patience.end();
    }
  }

  async function end(event: Extract<SkillEvent, { type: 'done' | 'failed' }>, path: string | null): Promise<Outcome> {
    const speech = event.type === 'done' ? event.speech : locale.aloud(event.text);
    if (event.text !== '') parts.show(event.text);
    const fate: Fate = await queue.say(speech);
    if (fate === 'unheard' && path !== null) await parts.keep(speech, path);
    await queue.idle();
    return event.type === 'done' ? 'answered' : event.code;
  }

  return {
    async to(utterance) {
      const work: Work = { isAuditing: false };
      const answering = answer(utterance, work);
      works.set(work, answering);
      try {
        return await answering;
      } finally {
        works.delete(work);
      }
    },
    isAuditing: () => [...works.keys()].some(({ isAuditing }) => isAuditing),
    isBusy: () => works.size > 0 || queue.isSpeaking(),
    async settled() {
      while (works.size > 0) await Promise.allSettled(works.values());
      await queue.idle();
    },
  };
}
