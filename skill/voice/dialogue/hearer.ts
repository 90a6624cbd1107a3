import type { Context } from '../../../intents/understanding.ts';
import type { Hear } from '../hearing/recognizers/first-that-can.ts';
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
  | { readonly kind: 'failed'; readonly detail: string };

export interface HearerParts {
  readonly hear: Hear;
  readonly ownVoice: OwnVoice;
  readonly language: 'fr' | 'en';
}

/** Makes a sentence of what somebody said, and none of our own voice. Rejects only when `signal` aborts. */
export async function hearOne(utterance: SpeechEnded, context: Context, parts: HearerParts, signal: AbortSignal): Promise<Heard> {
  const { hear, ownVoice, language } = parts;
  const whose = ownVoice.whose(utterance.samples, utterance.startedMs);
  if (whose.kind === 'ours') return { kind: 'ours' };
  if (utterance.isCut) return { kind: 'too-long' };
  const samples = whose.kind === 'after' ? utterance.samples.subarray(whose.from) : utterance.samples;
  const { recognition, by, attempts } = await hear(samples, { language, context }, signal);
  if (by === null) return { kind: 'failed', detail: attempts.map(({ id, failure }) => `${id}: ${failure.code}`).join(', ') };
  const text = recognition?.text.trim() ?? '';
  if (text === '') return { kind: 'unknown' };
  // a room can change our voice beyond likeness, but not our words
  if (whose.kind === 'theirs' && whose.isOver && isPartOf(text, ownVoice.lastWords())) return { kind: 'ours' };
  return { kind: 'sentence', text };
}
