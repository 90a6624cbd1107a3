import type { Context } from '../../../intents/understanding.ts';
import type { Failure } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { Recognizer } from '../hearing/recognizer.ts';
import type { HearingEvent } from '../listener.ts';
import { isPartOf } from './addressed.ts';
import type { OwnVoice } from './own-voice.ts';

export type SpeechEnded = Extract<HearingEvent, { type: 'speech-ended' }>;

/** What one utterance turned out to be. `ours`: nobody but ourselves spoke. `unknown`: nothing that anybody here understands. */
export type Heard =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'ours' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface HearerParts {
  readonly recognizer: Recognizer;
  readonly ownVoice: OwnVoice;
  readonly language: 'fr' | 'en';
}

/** Makes a sentence of what somebody said, and none of our own voice. Rejects only when `signal` aborts. */
export async function hear(utterance: SpeechEnded, context: Context, parts: HearerParts, signal: AbortSignal): Promise<Heard> {
  const { recognizer, ownVoice, language } = parts;
  const whose = ownVoice.whose(utterance.samples, utterance.startedMs);
  if (whose.kind === 'ours') return { kind: 'ours' };
  if (utterance.isCut) return { kind: 'too-long' };
  const samples = whose.kind === 'after' ? utterance.samples.subarray(whose.from) : utterance.samples;
  try {
    const heard = await recognizer.recognize(samples, { language, context }, signal);
    if (heard === null || heard.text.trim() === '') return { kind: 'unknown' };
    // a room can change our voice beyond likeness, but not our words
    if (whose.kind === 'theirs' && whose.isOver && isPartOf(heard.text, ownVoice.lastWords())) return { kind: 'ours' };
    return { kind: 'sentence', text: heard.text.trim() };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', failure: toFailure(error) };
  }
}
