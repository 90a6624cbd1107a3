import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** What is done to a connection once it has sent a request; `head` is the request with its headers. */
export type Behaviour = (socket: Socket, head: string) => void;

export interface HostileServer {
  readonly url: string;
  readonly port: number;
  /** The first line of each request, oldest first. */
  readonly requests: readonly string[];
  /** Connections that are open now. */
  open(): number;
}

interface HostileOptions {
  /** 127.0.0.1 when absent. */
  readonly host?: string;
  /** Speak TLS with these. */
  readonly tls?: TlsOptions;
}

/** A server of bytes, well-formed or not. It ends with the test. */
export async function startHostile(behave: Behaviour, { host = '127.0.0.1', tls }: HostileOptions = {}): Promise<HostileServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  function serve(socket: Socket) {
    let received = '';
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      received = '';
      requests.push(head.split('\r\n', 1)[0] ?? '');
      behave(socket, head);
    });
  }
  const server = tls ? createTlsServer(tls, serve).on('tlsClientError', () => {}) : createServer(serve);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host, 4_096, resolve);
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, requests, open: () => sockets.size };
}

/** One well-formed answer, after which the connection is closed. */
export function answering(
  body: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Behaviour {
  return (socket) => {
    const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), connection: 'close', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n`);
    socket.end(body);
  };
}

/** These bytes as they are; the connection then stays open. */
export const saying =
  (bytes: string): Behaviour =>
  (socket) => {
    socket.write(bytes);
  };

/** `first`, then `piece` every `everyMs`; without it as fast as the reader takes it. Ends with the connection. */
export function pouring(first: string, piece: string | Buffer, everyMs?: number): Behaviour {
  return (socket) => {
    socket.write(first);
    if (everyMs !== undefined) {
      const timer = setInterval(() => socket.write(piece), everyMs);
      socket.once('close', () => clearInterval(timer));
      return;
    }
    const pour = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', pour);
    pour();
  };
}

export const silent: Behaviour = () => {};
