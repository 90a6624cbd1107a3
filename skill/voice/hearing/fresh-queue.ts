/** Hands things on to one reader who may be slow: of each kind the oldest is lost beyond its number, and counted. */
export interface FreshQueue<T> {
  push(item: T): void;
  /** Ends for the reader, with this failure where there is one, once it has taken what is there. */
  end(failure?: { readonly error: unknown }): void;
  readonly items: AsyncGenerator<T>;
  /** How many were lost so far. */
  lost(): number;
}

/** `mostOf`: how many of what is like this one may wait. */
export function createFreshQueue<T>(mostOf: (item: T) => number): FreshQueue<T> {
  const waiting: T[] = [];
  let lost = 0;
  let over: { readonly failure?: { readonly error: unknown } | undefined } | null = null;
  let wake = () => {};

  async function* items(): AsyncGenerator<T> {
    for (;;) {
      const item = waiting.shift();
      if (item !== undefined) {
        yield item;
        continue;
      }
      if (over?.failure) throw over.failure.error;
      if (over) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    }
  }

  return {
    push(item) {
      waiting.push(item);
      const most = mostOf(item);
      if (waiting.length > most && waiting.filter((other) => mostOf(other) === most).length > most) {
        waiting.splice(
          waiting.findIndex((other) => mostOf(other) === most),
          1,
        );
        lost += 1;
      }
      wake();
    },
    end(failure) {
      over ??= { failure };
      wake();
    },
    items: items(),
    lost: () => lost,
  };
}
