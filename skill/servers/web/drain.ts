import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { refuse } from './errors.ts';
import type { Jobs } from './jobs.ts';

/** What runs may go on for so long; then it is stopped, and whoever waits is told. */
const RUNNING_MS = 8_000;
/** The last answers are on their way. */
const LEAVING_MS = 1_000;
const LOOK_AGAIN_MS = 25;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A stream without an end of its own: nobody waits for one. */
    readonly isEndless?: boolean;
  }
}

export interface Drain {
  readonly isDraining: () => boolean;
  close(): Promise<void>;
}

/** The end of a server: nothing new, an answer for what runs, within ten seconds. Before any other hook. */
export function createDrain(app: FastifyInstance, jobs: Jobs): Drain {
  let isDraining = false;
  let active = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (isDraining) return refuse(reply.header('connection', 'close'), 'shutting-down', { retryAfterS: 10 });
    if (request.routeOptions.config.isEndless) return;
    active += 1;
    reply.raw.once('close', () => {
      active -= 1;
    });
  });
  const quiet = async (mostMs: number) => {
    const startedAt = performance.now();
    while ((active > 0 || jobs.running() > 0) && performance.now() - startedAt < mostMs) await sleep(LOOK_AGAIN_MS);
  };
  async function end() {
    isDraining = true;
    // no new connections; those that are idle end
    app.server.close();
    await quiet(RUNNING_MS);
    jobs.stopAll();
    await quiet(LEAVING_MS);
    app.server.closeAllConnections();
    await app.close();
  }
  let ending: Promise<void> | null = null;
  return {
    isDraining: () => isDraining,
    close() {
      ending ??= end();
      return ending;
    },
  };
}
