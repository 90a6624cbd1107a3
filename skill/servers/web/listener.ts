import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { boundConnections } from './connections.ts';
import { errorBody } from './errors.ts';

/** How long callers may take, and how many there may be. */
export interface Limits {
  /** Milliseconds for all headers, from the first moment of the connection. */
  readonly headersMs: number;
  /** Milliseconds for headers and body. */
  readonly requestMs: number;
  /** Milliseconds in which not a byte moves on a connection. */
  readonly silenceMs: number;
  readonly connections: number;
}

const USUAL_LIMITS: Limits = { headersMs: 5_000, requestMs: 10_000, silenceMs: 60_000, connections: 4_096 };
const KEEP_ALIVE_MS = 30_000;
const MOST_HEADER_BYTES = 16 * 1024;
const CHECK_EVERY_MS = 500;

/** Node's own server with every bound set. `trust` marks a connection whose caller showed the key. */
export function listener(changes: Partial<Limits> = {}) {
  const limits = { ...USUAL_LIMITS, ...changes };
  let trust: (socket: Socket) => void = () => {};

  function serverFactory(handler: RequestListener): Server {
    const server = createServer({
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
      // said in our own words
      requireHostHeader: false,
    });
    const connections = boundConnections(server, limits.connections);
    trust = connections.trust;
    server.setTimeout(limits.silenceMs);
    server.on('request', (request, response) => {
      if (connections.take(request, response)) handler(request, response);
    });
    server.on('checkExpectation', (_request, response) => {
      const body = JSON.stringify(errorBody('expectation-failed'));
      response.writeHead(417, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
    });
    return server;
  }

  return { serverFactory, trust: (socket: Socket) => trust(socket) };
}
