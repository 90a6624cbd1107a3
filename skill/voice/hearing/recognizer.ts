import type { Context } from '../../../intents/understanding.ts';

/** What narrows down what may have been said. */
export interface Hints {
  readonly language: 'fr' | 'en';
  readonly context: Context;
}

/** A sentence as the matcher takes it. */
export interface Recognition {
  readonly text: string;
  /** 0–1; 1 where the recogniser tells none. */
  readonly confidence: number;
}

/** Makes a sentence of what one person said. */
export interface Recognizer {
  readonly id: 'openai' | 'wyoming' | 'embedded';
  /** Milliseconds after which the next recogniser is asked instead. */
  readonly budgetMs: number;
  /** `samples` as of a `SoundSource`. Null: it heard, and it was nothing that it knows. Rejects with a `ProbeError` where it cannot hear. */
  recognize(samples: Float32Array, hints: Hints, signal: AbortSignal): Promise<Recognition | null>;
}
