import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** No client of ours asks for so much before it has its answers. */
const MOST_PIPELINED = 16;
/** Ended at once, it would be back at once. */
const CONDEMNED_MS = 1_000;

export interface Connections {
  /** Whoever showed the key keeps its connection. */
  trust(socket: Socket): void;
  /** False when this caller asks for too much at once; its connection is not listened to any more, and ends. */
  take(request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * Bounds the connections. When there are too many, the oldest of those that never showed a key gives way to the newest: who
 * holds connections open keeps nobody else out.
 */
export function boundConnections(server: Server, most: number): Connections {
  const strangers = new Set<Socket>();
  const waiting = new WeakMap<Socket, number>();
  const condemned = new WeakSet<Socket>();
  let open = 0;
  server.on('connection', (socket) => {
    strangers.add(socket);
    open += 1;
    socket.once('close', () => {
      strangers.delete(socket);
      open -= 1;
    });
    if (open > most) (strangers.values().next().value ?? socket).destroy();
  });
  return {
    trust: (socket) => void strangers.delete(socket),
    take({ socket }, response) {
      if (condemned.has(socket)) return false;
      const count = (waiting.get(socket) ?? 0) + 1;
      if (count > MOST_PIPELINED) {
        condemned.add(socket.pause());
        setTimeout(() => socket.destroy(), CONDEMNED_MS).unref();
        return false;
      }
      waiting.set(socket, count);
      response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
      return true;
    },
  };
}
