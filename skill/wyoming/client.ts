import { connect, isIP, type Socket } from 'node:net';
import { ProbeError } from '../audit/define.ts';
import { orAborted } from '../host/abort.ts';
import { toProbeError } from '../host/failures.ts';
import type { Host } from '../host/host.ts';
import { readEvents } from './decode.ts';
import { encode } from './encode.ts';
import type { Said, WyomingEvent } from './event.ts';

/** A server that is talked with. */
export interface WyomingPeer {
  /** Resolves once it was taken. */
  say(event: Said): Promise<void>;
  /** What it says; ends when it hangs up. What it calls an `error` is thrown. */
  readonly events: AsyncIterable<WyomingEvent>;
}

/** Talks with the server at `tcp://host:port`. The connection ends with the talk. Rejects with a `ProbeError`, and at once when `signal` aborts. */
export async function talkTo<T>(url: string, talk: (peer: WyomingPeer) => Promise<T>, host: Host, signal: AbortSignal): Promise<T> {
  let socket: Socket | null = null;
  try {
    const { hostname, port } = new URL(url);
    const address = await addressOf(hostname.replace(/^\[(.*)\]$/, '$1'), host, signal);
    socket = connect({ host: address, port: Number(port), noDelay: true });
    const peer = peerAt(socket);
    return await orAborted(signal, () => talk(peer));
  } catch (error) {
    throw toProbeError(signal.aborted ? signal.reason : error);
  } finally {
    socket?.destroy();
  }
}

async function addressOf(name: string, host: Host, signal: AbortSignal): Promise<string> {
  if (isIP(name) !== 0) return name;
  const [address] = await host.resolve(name, signal);
  if (address === undefined) throw new ProbeError('dns', `${name} leads nowhere`);
  return address;
}

function peerAt(socket: Socket): WyomingPeer {
  // told by the reading
  socket.on('error', () => {});
  return {
    say: (event) =>
      new Promise((resolve, reject) => {
        // that it was not taken says less than why
        socket.write(encode(event), (error) => (error ? reject(socket.errored ?? error) : resolve()));
      }),
    events: heard(socket),
  };
}

async function* heard(socket: Socket): AsyncGenerator<WyomingEvent> {
  for await (const event of readEvents(socket)) {
    if (event.type === 'error') throw new ProbeError('bad-status', `it says: ${String(event.data['text'])}`);
    yield event;
  }
}
