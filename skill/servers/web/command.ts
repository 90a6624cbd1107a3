import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { commandOf } from './command-body.ts';
import type { Deliveries } from './deliveries.ts';
import { commandDocs, jobDocs } from './docs.ts';
import { refuse } from './errors.ts';
import { sendEvents } from './event-stream.ts';
import { follow, type Job, type Jobs, replay } from './jobs.ts';
import { saidSoFar } from './outcome.ts';

/** The assistant's desktop route gives up at eight seconds. */
const USUAL_WAIT_MS = 7_000;
const LONGEST_WAIT_MS = 30_000;
/** A command says at once what it understood: who waits for nothing waits for this. */
const FIRST_EVENT_MS = 1_000;
const LOOK_AGAIN_MS = 1_000;

const waitSchema = z.object({
  wait: z
    .string()
    .regex(/^\d{1,5}$/, 'expected milliseconds')
    .transform(Number)
    .pipe(z.number().max(LONGEST_WAIT_MS))
    .default(USUAL_WAIT_MS),
});

interface Serving {
  readonly jobs: Jobs;
  readonly deliveries: Deliveries;
  readonly isDraining: () => boolean;
}

/** `POST /v1/command` and `GET /v1/jobs/:id`. */
export function serveCommands(app: FastifyInstance, serving: Serving): void {
  app.post('/v1/command', { schema: commandDocs }, async (request, reply) => await command(request, reply, serving));
  app.get<{ Params: { id: string } }>('/v1/jobs/:id', { schema: jobDocs }, async ({ params: { id } }, reply) => {
    const job = serving.jobs.find(id);
    return job ? reply.send(stateOf(job)) : refuse(reply, 'not-found');
  });
}

async function command(request: FastifyRequest, reply: FastifyReply, serving: Serving): Promise<FastifyReply> {
  const { jobs, deliveries } = serving;
  const { wait } = waitSchema.parse(request.query);
  const asked = commandOf(request.body);
  const delivery = deliverySchema.parse(request.headers)['x-jarvis-delivery'];
  const known = delivery === undefined ? null : deliveries.find(delivery, request.sent);
  if (known === 'other') return refuse(reply, 'bad-request', { message: 'x-jarvis-delivery: it came before with another body' });
  if (known && 'outcome' in known) return isStreamed(request) ? sendEvents(reply, replay(known.outcome)) : reply.send(known.outcome);
  const job = known?.job ?? jobs.start(asked);
  if (!job) return refuse(reply, 'busy', { retryAfterS: 1 });
  if (delivery !== undefined && !known) {
    // who gives up may come back for the answer
    jobs.keep(job);
    deliveries.begin(delivery, request.sent, job);
  }
  return await answer({ job, wait, delivery }, request, reply, serving);
}

const deliverySchema = z.object({
  'x-jarvis-delivery': z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'expected 1 to 128 visible characters')
    .optional(),
});

function isStreamed({ headers: { accept = '' } }: FastifyRequest): boolean {
  return /(?:^|,)\s*text\/event-stream\s*(?:[;,]|$)/i.test(accept);
}

interface Waiting {
  readonly job: Job;
  /** Milliseconds. */
  readonly wait: number;
  readonly delivery: string | undefined;
}

async function answer({ job, wait, delivery }: Waiting, request: FastifyRequest, reply: FastifyReply, serving: Serving) {
  const { jobs, deliveries, isDraining } = serving;
  const leaving = new AbortController();
  reply.raw.once('close', () => {
    if (reply.raw.writableFinished) return;
    leaving.abort();
    jobs.leave(job);
  });
  if (isStreamed(request)) return sendEvents(reply, follow(job, leaving.signal), leaving.signal);
  await untilOver(job, wait, isDraining, leaving.signal);
  if (job.end === 'stopped') return refuse(reply, 'shutting-down');
  if (job.end === 'fault') return refuse(reply, 'internal');
  if (job.end !== null) {
    if (delivery !== undefined) await deliveries.kept(delivery);
    return reply.send(job.end);
  }
  jobs.keep(job);
  return reply
    .code(202)
    .header('location', jobUrl(job))
    .send({ handled: true, job: job.id, speech: saidSoFar(job.events) });
}

/** Until its end, or as long as the caller waits; a job that nobody could ask for later is waited for to its end. */
async function untilOver(job: Job, waitMs: number, isDraining: () => boolean, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (job.end === null && !signal.aborted) {
    const longestMs = isDraining() ? Number.POSITIVE_INFINITY : job.events.length > 0 ? waitMs : Math.max(waitMs, FIRST_EVENT_MS);
    const remainingMs = longestMs - (performance.now() - startedAt);
    if (remainingMs <= 0) return;
    await Promise.race([job.next(), left, sleep(Math.min(remainingMs, LOOK_AGAIN_MS), undefined, { ref: false })]);
  }
}

function jobUrl({ id }: Job): string {
  return `/v1/jobs/${id}`;
}

function stateOf({ end }: Job) {
  if (end === null) return { state: 'running', result: null };
  if (typeof end === 'string') return { state: 'failed', result: null };
  return { state: end.handled && end.reason === 'failed' ? 'failed' : 'done', result: end };
}
