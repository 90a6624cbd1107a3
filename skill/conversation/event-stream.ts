import { orAborted } from '../host/abort.ts';

export type Emit<T> = (event: T) => void;

/**
 * The events of `work` as they are made. Its signal aborts with the caller's, and when the reader turns away. An abort of
 * `signal` is thrown at once, whatever `work` still does.
 */
export async function* streamOf<T>(
  work: (emit: Emit<T>, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  signal.throwIfAborted();
  const departure = new AbortController();
  const made: T[] = [];
  let news = Promise.withResolvers<void>();
  let isOver = false;
  const emit = (event: T) => {
    made.push(event);
    news.resolve();
  };
  const working = work(emit, AbortSignal.any([signal, departure.signal])).finally(() => {
    isOver = true;
    news.resolve();
  });
  working.catch(() => {});
  try {
    for (;;) {
      for (let event = made.shift(); event !== undefined; event = made.shift()) {
        yield event;
        signal.throwIfAborted();
      }
      if (isOver) break;
      await orAborted(signal, () => news.promise);
      news = Promise.withResolvers<void>();
    }
    await working;
  } finally {
    departure.abort(new DOMException('nobody listens any more', 'AbortError'));
  }
}
