import type { Socket } from 'node:net';
import { type FailureCode, ProbeError } from '../../audit/define.ts';
import { readEvents } from '../../wyoming/decode.ts';
import { encode } from '../../wyoming/encode.ts';
import type { Said, WyomingEvent } from '../../wyoming/event.ts';

/** Makes the answer to one event; nothing for what is not for us. Ends early when `signal` aborts. */
export type Reply = (event: WyomingEvent, signal: AbortSignal) => AsyncIterable<Said>;

/** In which who was refused may read why. */
const LAST_WORDS_MS = 1_000;

/**
 * One caller, from its first event to its last, one at a time: what it says meanwhile waits in its own buffers. Resolves when it is over,
 * to why it was ended, or null; a caller that has said all, and listens still, gets its answers. Rejects with a fault of ours.
 */
export async function visit(socket: Socket, reply: Reply): Promise<FailureCode | null> {
  const leaving = new AbortController();
  socket.once('close', () => leaving.abort());
  // told by the reading and the writing
  socket.on('error', () => {});
  try {
    for await (const event of readEvents(socket.iterator({ destroyOnReturn: false })))
      for await (const said of reply(event, leaving.signal)) await write(socket, said);
    socket.end();
    return null;
  } catch (error) {
    if (leaving.signal.aborted || socket.destroyed) return null;
    const code = error instanceof ProbeError ? error.code : 'bug';
    const text = code === 'bug' ? 'a fault of ours' : 'this is not what Wyoming says';
    socket.end(encode({ type: 'error', data: { text, code } }));
    // what it still says is not heard, and not for long
    socket.resume();
    setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
    if (code === 'bug') throw error;
    return code;
  }
}

/** As fast as it is taken; rejects when nobody takes it any more. */
function write(socket: Socket, said: Said): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(encode(said), (error) => (error ? reject(error) : resolve()));
  });
}
