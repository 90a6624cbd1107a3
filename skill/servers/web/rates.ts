import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { steadyStore } from './steady-store.ts';

/** Seconds to wait; null when the call may go on. */
type Limiter = (request: FastifyRequest) => Promise<number | null>;

export interface Rates {
  /** Counts a failed authentication of this address. */
  readonly failed: Limiter;
  /** Counts a call of whoever has the key. */
  readonly admitted: Limiter;
}

const FAILURES_A_MINUTE = 10;
const CALLS_A_SECOND = 300;

export async function createRates(app: FastifyInstance): Promise<Rates> {
  // called with `new`, a function that returns an object gives that object
  await app.register(rateLimit, { global: false, store: steadyStore as unknown as FastifyRateLimitStoreCtor });
  // IPv6 counts by network, of which everybody has one
  const failures = app.createRateLimit({ max: FAILURES_A_MINUTE, timeWindow: 60_000 });
  // there is one key, and so one caller
  const calls = app.createRateLimit({ max: CALLS_A_SECOND, timeWindow: 1_000, keyGenerator: () => 'key' });
  return { failed: async (request) => waitOf(await failures(request)), admitted: async (request) => waitOf(await calls(request)) };
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function waitOf(count: Count): number | null {
  return !count.isAllowed && count.isExceeded ? Math.max(1, count.ttlInSeconds) : null;
}
