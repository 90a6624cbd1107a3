import type { Failure } from '../../../audit/define.ts';
import { orAborted } from '../../../host/abort.ts';
import { toFailure } from '../../../host/failures.ts';
import type { Host } from '../../../host/host.ts';
import type { Hints, Recognition, Recognizer } from '../recognizer.ts';

/** What was heard; null: nothing that is known, or nobody could hear. */
export interface Heard {
  readonly recognition: Recognition | null;
  /** Null: nobody could hear. */
  readonly by: Recognizer['id'] | null;
  /** Why those who were asked before could not. */
  readonly attempts: readonly { readonly id: Recognizer['id']; readonly failure: Failure }[];
}

export type Hear = (samples: Float32Array, hints: Hints, signal: AbortSignal) => Promise<Heard>;

/** Milliseconds in which one of them must have heard it: who spoke waits. */
const WHOLE_MS = 10_000;
/** Who failed is asked after the others for so many milliseconds. */
const DISTRUST_MS = 60_000;

/** Asks one recogniser after the other, each within its budget and all within `wholeMs`. Rejects only when `signal` aborts. */
export function firstThatCan(
  recognizers: readonly Recognizer[],
  host: Pick<Host, 'deadline' | 'now'>,
  { wholeMs = WHOLE_MS, distrustMs = DISTRUST_MS } = {},
): Hear {
  const failedAt = new Map<Recognizer, number>();
  const isTrusted = (each: Recognizer) => host.now() - (failedAt.get(each) ?? Number.NEGATIVE_INFINITY) >= distrustMs;

  return async (samples, hints, signal) => {
    const whole = host.deadline(wholeMs, signal);
    const attempts: Heard['attempts'][number][] = [];
    const inOrder = recognizers.toSorted((a, b) => Number(isTrusted(b)) - Number(isTrusted(a)));
    for (const recognizer of inOrder) {
      if (whole.aborted) break;
      const budget = host.deadline(recognizer.budgetMs, whole);
      try {
        const recognition = await orAborted(budget, () => recognizer.recognize(samples, hints, budget));
        failedAt.delete(recognizer);
        return { recognition, by: recognizer.id, attempts };
      } catch (error) {
        signal.throwIfAborted();
        failedAt.set(recognizer, host.now());
        attempts.push({ id: recognizer.id, failure: toFailure(error) });
      }
    }
    return { recognition: null, by: null, attempts };
  };
}
