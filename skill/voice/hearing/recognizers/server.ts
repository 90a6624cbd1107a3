import type { Recognizer } from '../recognizer.ts';
import { sentenceOf } from './sentence.ts';

/** A server's own words for what it hears, unproven. Rejects with a `ProbeError`. */
export type Transcribe = (samples: Float32Array, language: 'fr' | 'en', signal: AbortSignal) => Promise<string>;

/** A small model on a processor needs about a second for three of speech; who needs more than this is asked too much. */
const BUDGET_MS = 4_000;

/** Any sentence, as a server hears it. `prompt`: words that it was told to expect. */
export function byServer(id: Recognizer['id'], transcribe: Transcribe, prompt?: string): Recognizer {
  return {
    id,
    budgetMs: BUDGET_MS,
    async recognize(samples, { language }, signal) {
      const text = sentenceOf(await transcribe(samples, language, signal), prompt);
      return text === null ? null : { text, confidence: 1 };
    },
  };
}
