import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Redactor } from '../../redact.ts';
import type { Skill } from '../../skill.ts';
import { strangeness } from './addresses.ts';
import { type Keeping, REPLAY_MS, recognise, requireKey } from './authentication.ts';
import { keepBodies, MOST_BODY_BYTES, readJson } from './bodies.ts';
import { serveCommands } from './command.ts';
import { answeredSchema, createDeliveries, DELIVERY_MS, MOST_DELIVERIES } from './deliveries.ts';
import { describeApi } from './docs.ts';
import { createDrain, type Drain } from './drain.ts';
import { onClientError, onError, refuse } from './errors.ts';
import { serveHealth } from './health.ts';
import { createJobs } from './jobs.ts';
import { type Limits, listener } from './listener.ts';
import { countRequests, logging } from './log.ts';
import { serveLogin } from './login.ts';
import { serveMcp, type WebHandler } from './mcp-route.ts';
import { openMemory } from './memory.ts';
import { servePage } from './page.ts';
import { createRates } from './rates.ts';
import { serveReports } from './reports.ts';
import { createRequestMetrics } from './request-metrics.ts';
import { refuseUnknownRoutes, routable } from './routes.ts';
import { createSessions } from './sessions.ts';
import { holdStrangers } from './strangers.ts';

export interface WebOptions {
  readonly skill: Skill;
  /** Null: whoever reaches us may call; only for a server that listens on loopback. */
  readonly key: string | null;
  /** Names beside its own address by which callers may reach it. */
  readonly hostNames: readonly string[];
  /** The folder of reports; what must outlive a restart is kept in it. */
  readonly out: string;
  readonly redact: Redactor;
  /** Takes each line of the log. */
  readonly log: (line: string) => void;
  readonly mcp?: WebHandler;
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
}

export interface WebServer {
  readonly app: FastifyInstance;
  readonly close: Drain['close'];
}

const LONGEST_URL = 2_048;

/** The webhook, the API and the page, not yet listening. What a call passes, in order: the end, its address, its key, its body. */
export async function createWebServer(options: WebOptions): Promise<WebServer> {
  const { skill, key, hostNames, out, now = () => new Date() } = options;
  const { serverFactory, trust } = listener(options.limits);
  const app = fastify({
    ...logging(options.log, options.redact),
    bodyLimit: MOST_BODY_BYTES,
    clientErrorHandler: onClientError,
    frameworkErrors: onError,
    rewriteUrl: routable,
    routerOptions: { maxParamLength: LONGEST_URL },
    serverFactory,
  });
  app.setErrorHandler(onError);
  refuseUnknownRoutes(app);
  await app.register(helmet, HELMET);

  await app.register(cookie);
  const memories = memoriesIn(out, now, (error) => app.log.warn({ err: error }, 'not remembered beyond a restart'));
  const keeping: Keeping = {
    key,
    now,
    sessions: createSessions(),
    rates: await createRates(app),
    strangers: holdStrangers((count) => app.log.warn({ count }, 'calls without the key were held back')),
    replays: await memories.replays(),
    onAdmitted: ({ raw }) => trust(raw.socket),
  };
  const requests = createRequestMetrics();
  countRequests(app, requests);
  recognise(app, keeping);
  const jobs = createJobs(skill, (error) => app.log.error({ err: error }, 'fault'));
  const drain = createDrain(app, jobs);
  checkAddresses(app, hostNames);
  keepBodies(app);
  requireKey(app, keeping);
  readJson(app);

  await describeApi(app, key !== null);
  serveCommands(app, { jobs, deliveries: createDeliveries(await memories.deliveries()), isDraining: drain.isDraining });
  serveReports(app, skill);
  serveHealth(app, { skill, requests, out, now });
  await serveLogin(app, keeping);
  servePage(app, keeping);
  if (options.mcp) serveMcp(app, options.mcp);
  return { app, close: drain.close };
}

/** Headers that keep a browser from being used against us. */
const SELF = ["'self'"];
const NOTHING = ["'none'"];
const HELMET: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NOTHING,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: ['data:'],
      connectSrc: SELF,
      formAction: SELF,
      baseUri: NOTHING,
      frameAncestors: NOTHING,
    },
  },
  // a matter of whoever ends TLS before us
  hsts: false,
};

/** Whoever calls us by a name of another, or from the page of another, is used by somebody. */
function checkAddresses(app: FastifyInstance, hostNames: readonly string[]): void {
  app.addHook('onRequest', async ({ raw: { headers, socket }, originalUrl }, reply) => {
    reply.header('cache-control', 'no-store');
    const { localAddress, localPort } = socket;
    const refusal = strangeness({ headers, localAddress, localPort }, hostNames);
    if (refusal) return refuse(reply, refusal);
    return originalUrl.length > LONGEST_URL ? refuse(reply, 'uri-too-long') : undefined;
  });
}

function memoriesIn(out: string, now: () => Date, onTrouble: (error: unknown) => void) {
  const common = { now: () => now().getTime(), onTrouble };
  const file = (name: string) => join(out, 'server', `${name}.jsonl`);
  return {
    replays: () => openMemory({ ...common, file: file('signatures'), value: z.literal(true), lifeMs: REPLAY_MS, most: MOST_SIGNATURES }),
    deliveries: () =>
      openMemory({ ...common, file: file('deliveries'), value: answeredSchema, lifeMs: DELIVERY_MS, most: MOST_DELIVERIES }),
  };
}

/** As many as the rate lets through while one is valid. */
const MOST_SIGNATURES = 200_000;
