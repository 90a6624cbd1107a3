import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a stand-in does with a caller once it has heard what it waits for. */
export type Behaviour = (socket: Socket) => void;

/**
 * A Wyoming server that knows the protocol by its bytes alone: it notes all that it hears, and behaves once `trigger` is in it
 * (an empty one: at once). It ends with the test.
 */
export async function startWyomingServer(trigger: string, behave: Behaviour) {
  const heard: { bytes: Buffer }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const visit = { bytes: Buffer.alloc(0) };
    heard.push(visit);
    sockets.add(socket);
    let isDue = true;
    const look = () => {
      if (!isDue || !visit.bytes.includes(trigger)) return;
      isDue = false;
      behave(socket);
    };
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      visit.bytes = Buffer.concat([visit.bytes, bytes]);
      look();
    });
    look();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { readonly port: number };
  return {
    url: `tcp://127.0.0.1:${port}`,
    port,
    /** All that the caller of this number said, from 0. */
    heard: (caller = 0) => heard[caller]?.bytes ?? Buffer.alloc(0),
    callers: () => heard.length,
    /** Connections that are still open. */
    open: () => [...sockets].filter(({ destroyed }) => !destroyed).length,
  };
}

/** These bytes as they are. */
export const saying =
  (...pieces: readonly (string | Buffer)[]): Behaviour =>
  (socket) =>
    void socket.write(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));

/** These, and then it hangs up. */
export const leaving =
  (...pieces: readonly (string | Buffer)[]): Behaviour =>
  (socket) =>
    void socket.end(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));

/** The same again and again, as fast as it is taken. */
export function pouring(piece: string | Buffer): Behaviour {
  return (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', pour);
    pour();
  };
}

/** One piece after the other, with a pause between. */
export function trickling(bytes: Buffer, pieceBytes: number, pauseMs: number): Behaviour {
  return (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      socket.write(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
      if (at >= bytes.length) clearInterval(timer);
    }, pauseMs);
    socket.once('close', () => clearInterval(timer));
  };
}

/** How each one misbehaves, and the code with which it is given up; the last two by the caller's own patience. */
export const MISBEHAVIOURS: readonly (readonly [string, Behaviour, string])[] = [
  ['speaks HTTP', saying('HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<!doctype html>'), 'malformed'],
  ['says garbage', saying(Buffer.from([0, 255, 10, 13, 10])), 'malformed'],
  ['says another JSON', saying('{"text":"état du cluster"}\n'), 'malformed'],
  ['hangs up at once', leaving(), 'reset'],
  ['hangs up within an event', leaving('{"type":"transcript","data_length":20}\n{"te'), 'malformed'],
  ['resets', (socket) => void socket.resetAndDestroy(), 'reset'],
  ['says that it cannot', saying('{"type":"error","data":{"text":"model not loaded","code":"x"}}\n'), 'bad-status'],
  ['promises a terabyte', saying('{"type":"audio-chunk","payload_length":1000000000000}\n'), 'too-large'],
  ['pours a line without end', pouring(Buffer.alloc(65_536, 'x')), 'too-large'],
  ['pours events that nobody asked for', pouring('{"type":"voice-started"}\n'.repeat(1_000)), 'timeout'],
  ['never answers', () => {}, 'timeout'],
];
