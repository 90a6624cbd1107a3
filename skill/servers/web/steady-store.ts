import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Callers that are counted at once. */
const MOST_CALLERS = 5_000;

/**
 * Counts calls by the clock that only goes on. The limiter's own store counts by the one on the wall: set back by an hour,
 * it would keep everybody out for that hour.
 */
export function steadyStore(): FastifyRateLimitStore {
  const windows = new Map<string, { readonly startedMs: number; count: number }>();
  return {
    incr(caller, done, lengthMs) {
      const nowMs = performance.now();
      const known = windows.get(caller);
      const window = known && nowMs < known.startedMs + lengthMs ? known : { startedMs: nowMs, count: 0 };
      window.count += 1;
      // a known caller moves to the end: the first was heard of longest ago
      windows.delete(caller);
      windows.set(caller, window);
      if (windows.size > MOST_CALLERS) windows.delete(windows.keys().next().value ?? '');
      done(null, { current: window.count, ttl: window.startedMs + lengthMs - nowMs });
    },
    child: steadyStore,
  };
}
