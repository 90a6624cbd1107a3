import { connect as openSocket } from 'node:net';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { Peer } from './host.ts';
import type { Resolver } from './resolver.ts';

/** An answer is over when nothing more has come for so long. */
const QUIET_MS = 40;
const MOST_BYTES = 16 * 1024;

/** What comes back over a raw connection: empty when the peer hung up without a word. */
export async function talk(peer: Peer, opening: string | Uint8Array | null, resolver: Resolver, signal: AbortSignal): Promise<Uint8Array> {
  const socket = openSocket('path' in peer ? { path: peer.path } : { ...peer, lookup: resolver.forSockets });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  let size = 0;
  let quiet: NodeJS.Timeout | undefined;
  const finish = () => resolve(Buffer.concat(chunks).subarray(0, MOST_BYTES));
  socket.on('connect', () => {
    if (opening !== null) socket.write(opening);
  });
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    clearTimeout(quiet);
    if (size >= MOST_BYTES) finish();
    else quiet = setTimeout(finish, QUIET_MS);
  });
  // who speaks and then resets has spoken all the same
  socket.on('error', (error) => (size > 0 ? finish() : reject(error)));
  socket.on('close', finish);
  try {
    return await orAborted(signal, () => promise);
  } catch (error) {
    throw toProbeError(error);
  } finally {
    clearTimeout(quiet);
    socket.destroy();
  }
}
