import { z } from 'zod';
import { DIMENSIONS } from '../../audit/define.ts';
import { reportSchema, STATUSES } from '../../audit/report.ts';
import { commandSchema } from './command-body.ts';

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const status = z.enum(STATUSES).nullable().describe('of the report that the answer rests on; null without one');
const outcome = z.union([
  z.object({
    handled: z.literal(true),
    intent: z.string(),
    slots: z.record(z.string(), z.string()),
    speech: z.string().max(300).describe('for a voice'),
    text: z.string().max(500).describe('for eyes'),
    status,
    report: z.object({ id: z.string(), url: z.string() }).nullable(),
    reason: z.enum(['aborted', 'failed']).optional(),
  }),
  z.object({
    handled: z.literal(false),
    intent: z.literal('none'),
    reason: z.enum(['not-for-us', 'negated', 'refused']),
    text: z.string().optional(),
  }),
]);
const summary = z.object({
  id: z.string(),
  timestamp: z.string(),
  mode: z.enum(['full', 'quick']),
  status: z.enum(STATUSES),
  scores: z.record(z.enum(DIMENSIONS), z.int().nullable()),
  url: z.string(),
});
const keys = z.array(z.string()).describe('code:target:subject');
const reportName = z.object({ id: z.string(), timestamp: z.string() });
const difference = z.object({
  mode: z.enum(['full', 'quick']),
  from: reportName,
  to: reportName,
  scores: z.record(z.string(), z.object({ before: z.int().nullable(), now: z.int().nullable() })),
  fixed: keys,
  new: keys,
  persisting: keys,
  unverified: keys,
  flapping: keys,
  scopeChanges: keys,
});
const id = z.object({ id: z.string() });

/** What is told of a route, and what it takes and gives. */
export interface Docs {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly params?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly response: Readonly<Record<number, z.ZodType>>;
}

const documented = <const D extends Docs>(docs: D) => docs;

export const commandDocs = documented({
  summary: 'a sentence, or an intent that was already understood; with Accept: text/event-stream the events as they happen',
  body: commandSchema,
  querystring: z.object({ wait: z.int().min(0).max(30_000).default(7_000).describe('milliseconds to wait for the answer').optional() }),
  headers: z.object({
    'x-jarvis-delivery': z.string().max(128).optional().describe('answered once: a repeated delivery gets the same answer'),
  }),
  response: {
    200: outcome,
    202: z.object({ handled: z.literal(true), job: z.string(), speech: z.string() }),
    400: errorSchema,
    409: errorSchema,
  },
});
export const jobDocs = documented({
  summary: 'what became of a command that took longer than its caller waited; kept 15 minutes',
  params: id,
  response: { 200: z.object({ state: z.enum(['running', 'done', 'failed']), result: outcome.nullable() }), 404: errorSchema },
});
export const reportsDocs = documented({
  summary: 'past audits, newest first',
  querystring: z.object({ limit: z.int().min(1).max(200).default(50).optional(), after: z.string().optional() }),
  response: { 200: z.object({ reports: z.array(summary), next: z.string().nullable() }) },
});
export const reportDocs = documented({ summary: 'one report, whole', params: id, response: { 200: reportSchema, 404: errorSchema } });
export const latestDocs = documented({
  summary: 'the newest report',
  querystring: z.object({ mode: z.enum(['full', 'quick']).optional() }),
  response: { 200: reportSchema, 404: errorSchema },
});
export const diffDocs = documented({
  summary: 'what changed from one report to another of the same mode',
  querystring: z.object({
    from: z.string().optional().describe('id; the one before `to` of the same mode when absent'),
    to: z.string().optional().describe('id; the newest when absent'),
  }),
  response: { 200: difference, 400: errorSchema, 404: errorSchema },
});
export const healthDocs = documented({ summary: 'alive', response: { 200: z.object({ status: z.literal('ok') }) } });
export const readyDocs = documented({
  summary: 'whether commands can be served',
  response: { 200: z.object({ status: z.literal('ready') }), 503: errorSchema },
});
export const loginDocs = documented({
  summary: 'trades the key for a session of a browser, as JSON or as a form',
  body: z.object({ key: z.string() }),
  response: { 200: z.object({ session: z.object({ seconds: z.int() }) }), 401: errorSchema, 429: errorSchema },
});
export const logoutDocs = documented({ summary: 'ends the session', response: { 200: z.object({ session: z.null() }) } });
export const metricsDocs = documented({ summary: 'Prometheus text', response: { 200: z.string() } });
