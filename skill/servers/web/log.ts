import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LogController } from 'fastify';
import type { Redactor } from '../../redact.ts';
import type { RequestMetrics } from './request-metrics.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the clock that only goes on. */
    startedMs: number;
  }
}

/** Structured lines without a secret; a request is said once, when it is over. */
export function logging(write: (line: string) => void, redact: Redactor) {
  return {
    logger: {
      level: 'info',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      stream: { write: (line: string) => write(redact(line)) },
    },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
  };
}

/** One line and one count for each request. Of what was asked only our own route is told: a URL or a body may hold anything. */
export function countRequests(app: FastifyInstance, metrics: RequestMetrics): void {
  app.decorateRequest('startedMs', 0);
  app.addHook('onRequest', async (request, reply) => {
    request.startedMs = performance.now();
    reply.raw.once('close', () => tell(request, reply.raw.writableFinished ? reply.statusCode : 0, metrics));
  });
}

/** Status 0: the caller went away before its answer. */
function tell({ method, routeOptions, ip, caller, isHeld, startedMs, log }: FastifyRequest, status: number, metrics: RequestMetrics): void {
  const route = routeOptions.url ?? 'none';
  const durationMs = performance.now() - startedMs;
  metrics.count({ method, route, status, durationMs });
  // a flood is told as one
  if (!isHeld) log.info({ method, route, status, durationMs: Math.round(durationMs * 10) / 10, address: ip, caller }, 'answered');
}
