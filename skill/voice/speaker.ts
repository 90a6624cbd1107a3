/** What is said, already made plain (see `plainSpeech`): no engine finds markup, an option or a second line in it. */
export interface Utterance {
  readonly text: string;
  readonly language: 'fr' | 'en';
  /** One of espeak's own voice names; the language's usual voice when absent. */
  readonly voice?: string | undefined;
  /** More slowly than usual, where the engine can. */
  readonly isSlow?: boolean;
}

export const ENGINE_IDS = ['server', 'system', 'pico2wave', 'espeak-ng', 'espeak-ng-npm'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

interface Engine {
  readonly id: EngineId;
  /** Where it can exist; everywhere when absent. */
  readonly platforms?: readonly NodeJS.Platform[];
  /** Milliseconds after which the next engine is asked instead. */
  readonly budgetMs: number;
}

/** Makes sound of a text; somebody else plays it. */
export interface Synthesizer extends Engine {
  readonly kind: 'synthesizer';
  /** What should be a WAV file, unproven. Rejects with a `ProbeError` when there is no voice here. */
  synthesize(utterance: Utterance, signal: AbortSignal): Promise<Buffer>;
}

/** Speaks by itself. */
export interface Speaker extends Engine {
  readonly kind: 'speaker';
  /** Resolves once it was heard. Rejects with a `ProbeError` when it cannot speak here, and falls silent at once when `signal` aborts. */
  speak(utterance: Utterance, signal: AbortSignal): Promise<void>;
  /** Rejects when `speak` could not work, without a sound. */
  check(signal: AbortSignal): Promise<void>;
}

export type Voice = Synthesizer | Speaker;
