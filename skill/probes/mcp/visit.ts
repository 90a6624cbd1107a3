import type { StrangersQuestion } from '../access.ts';
import type { Greeting } from './protocol.ts';
import type { Tools } from './tools.ts';

/** What one conversation with a server has shown. */
export interface Visit {
  readonly transport: 'streamable-http' | 'sse' | 'stdio';
  readonly greeting: Greeting;
  /** Null where it gives no list. */
  readonly tools: Tools | null;
  /** Milliseconds until it presented itself. */
  readonly latencyMs: number;
  readonly clockSkewMs: number | null;
  /** Asks for the greeting once more; a program has no strangers. */
  readonly ask: StrangersQuestion | null;
}

/** A signal that aborts when this part of the time that is left has passed. */
export type Share = (part: number) => AbortSignal;

/** A server of another age may leave a question unanswered; what it is asked next needs time, too. */
export const TRIAL_SHARE = 0.4;
/** What is left of it is for leaving, and for asking as a stranger. */
export const TOOLS_SHARE = 0.7;

/** The outcome, or null where it failed: what was learnt before is not lost by it. Rejects when the reading itself ends. */
export async function orNull<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}
