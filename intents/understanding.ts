import type { Intent } from './intents.ts';

/** Whether our skill spoke last or works right now: bare follow-ups (« pourquoi ? », « stop ») are ours only then. */
export type Context = 'idle' | 'active';

/** What was said about the intent, in canonical values: `M2`, `security`, `08:00`. A slot that was not said is absent. */
export type Slots = Readonly<Record<string, string>>;

/** `refused`: understood, and never done by us. */
export type Reason = 'not-for-us' | 'negated' | 'refused';

/** What a sentence asks of us. */
export interface Understanding {
  readonly intent: Intent;
  readonly slots: Slots;
  /** 0 to 1. The assistant runs a command from 0.65 or 0.75 on. */
  readonly confidence: number;
  /** Why it is `none`; null for every other intent. */
  readonly reason: Reason | null;
}

/** Never throws, whatever it is given. Pure: the same sentence is the same understanding. */
export type Matcher = (utterance: string, context: Context) => Understanding;
