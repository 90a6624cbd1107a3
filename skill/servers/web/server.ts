import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import type { Redactor } from '../../redact.ts';
import type { Skill } from '../../skill.ts';
import { checkAddresses, LONGEST_URL } from './addresses.ts';
import { type Keeping, recognise, requireKey } from './authentication.ts';
import { keepBodies, MOST_BODY_BYTES, readJson } from './bodies.ts';
import { BROWSER_HEADERS } from './browser-headers.ts';
import { serveCommands } from './command.ts';
import { createDeliveries } from './deliveries.ts';
import { createDrain, type Drain } from './drain.ts';
import { onClientError, onError } from './errors.ts';
import { serveHealth } from './health.ts';
import { createJobs } from './jobs.ts';
import { type Limits, listener } from './listener.ts';
import { countRequests, logging } from './log.ts';
import { serveLogin } from './login.ts';
import { serveMcp, type WebHandler } from './mcp-route.ts';
import { openMemories } from './memories.ts';
import { describeApi } from './openapi.ts';
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
  await app.register(helmet, BROWSER_HEADERS);
  await app.register(cookie);

  const memories = await openMemories(out, now, (error) => app.log.warn({ err: error }, 'not remembered beyond a restart'));
  const keeping: Keeping = {
    key,
    now,
    sessions: createSessions(),
    rates: await createRates(app),
    strangers: holdStrangers((count) => app.log.warn({ count }, 'calls without the key were held back')),
    replays: memories.replays,
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
  serveCommands(app, { jobs, deliveries: createDeliveries(memories.deliveries), isDraining: drain.isDraining });
  serveReports(app, skill);
  serveHealth(app, { skill, requests, out, now });
  await serveLogin(app, keeping);
  servePage(app, keeping);
  if (options.mcp) serveMcp(app, options.mcp);
  return { app, close: drain.close };
}
