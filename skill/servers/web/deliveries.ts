import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Job } from './jobs.ts';
import type { Memory } from './memory.ts';
import type { Outcome } from './outcome.ts';

export const DELIVERY_MS = 24 * 3_600_000;
export const MOST_DELIVERIES = 5_000;

/** A delivery that was answered: what it asked, as a digest, and the answer. */
export const answeredSchema = z.object({
  body: z.string(),
  outcome: z.custom<Outcome>((value) => typeof value === 'object' && value !== null),
});
export type Answered = z.infer<typeof answeredSchema>;

/** `other`: this delivery came before, with another body. */
export type Known = { readonly job: Job } | { readonly outcome: Outcome } | 'other' | null;

export interface Deliveries {
  /** What is known of it; null when it is new. */
  find(id: string, body: Buffer): Known;
  /** The command that it started. */
  begin(id: string, body: Buffer, job: Job): void;
  /** Resolves once its answer is on disk, or never will be: before that nobody may get it. */
  kept(id: string): Promise<void>;
}

/**
 * Deliveries of the last day, so that a repeated one is answered and not run again. Only an answer is kept on disk: what a
 * restart cut short was never answered, and so runs again when it is repeated. It changes nothing but the history.
 */
export function createDeliveries(memory: Memory<Answered>): Deliveries {
  const running = new Map<string, { readonly body: string; readonly job: Job; readonly kept: Promise<void> }>();

  async function finish(id: string, body: string, job: Job) {
    while (job.end === null) await job.next();
    const outcome = job.end;
    if (typeof outcome === 'object') await memory.set(id, { body, outcome });
    running.delete(id);
  }

  return {
    find(id, body) {
      const digest = digestOf(body);
      const job = running.get(id);
      const known = job ?? memory.get(id);
      if (!known) return null;
      if (known.body !== digest) return 'other';
      return 'job' in known ? { job: known.job } : { outcome: known.outcome };
    },
    begin(id, body, job) {
      const digest = digestOf(body);
      running.set(id, { body: digest, job, kept: finish(id, digest, job) });
    },
    kept: async (id) => await running.get(id)?.kept,
  };
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64');
}
