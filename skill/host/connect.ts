import { connect as openSocket } from 'node:net';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { Connection } from './host.ts';
import type { Resolver } from './resolver.ts';

/** How long an accepted connection is watched: proxies and sandboxes accept everything and hang up at once. */
const WATCH_MS = 30;

export async function connect(host: string, port: number, resolver: Resolver, signal: AbortSignal): Promise<Connection> {
  const startedAt = performance.now();
  const socket = openSocket({ host, port, lookup: resolver.forSockets });
  const { promise, resolve, reject } = Promise.withResolvers<Connection>();
  socket.on('error', reject);
  socket.once('connect', () => {
    const durationMs = Math.round(performance.now() - startedAt);
    let spoke = false;
    const watch = setTimeout(() => resolve({ durationMs, closedAtOnce: false }), WATCH_MS);
    socket.once('data', () => {
      spoke = true;
    });
    socket.once('close', () => {
      clearTimeout(watch);
      resolve({ durationMs, closedAtOnce: !spoke });
    });
  });
  try {
    return await orAborted(signal, () => promise);
  } catch (error) {
    throw toProbeError(error);
  } finally {
    socket.destroy();
  }
}
