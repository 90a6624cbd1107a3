import { connect as connectTcp, type Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
// the rest of undici (fetch, caches, WebSocket…) takes as long to load as everything else together
import Client from 'undici/lib/dispatcher/client.js';
import { ProbeError } from '../audit/define.ts';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { HttpResponse, RequestOptions } from './host.ts';
import type { Resolver } from './resolver.ts';

/** Loaded by the first https address: most clusters have none. */
const tls = () => process.getBuiltinModule('node:tls');

/** What is read of any answer. */
export const MOST_BODY_BYTES = 2 * 1024 * 1024;
/** Everything that one exchange may send: status lines, interim answers and chunk extensions are no body, but they arrive. */
const MOST_WIRE_BYTES = 4 * MOST_BODY_BYTES;
const MOST_REDIRECTS = 5;
const HEADER_BYTES = 32 * 1024;

/**
 * HTTP/1.1 that knows no environment proxy and decompresses nothing. Each exchange has a connection of its own,
 * which ends with it: a kept one may be closed by its server just as it is used again, and that looks like a reset.
 */
export function createHttp(resolver: Resolver) {
  const sockets = new Set<Socket>();

  async function request(url: string, options: RequestOptions, signal: AbortSignal): Promise<HttpResponse> {
    const startedAt = performance.now();
    try {
      let target = new URL(url);
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const sentAt = Date.now();
        const answer = await exchange(target, options, signal);
        const next = redirectTarget(target, answer);
        if (!next) return finished(answer, performance.now() - startedAt, sentAt);
        target = next;
      }
      throw new ProbeError('bad-status', `more than ${MOST_REDIRECTS} redirects`);
    } catch (error) {
      throw signal.aborted ? toProbeError(signal.reason) : toProbeError(error);
    }
  }

  async function exchange(url: URL, options: RequestOptions, signal: AbortSignal) {
    const opened: Socket[] = [];
    const client = new Client(url.origin, {
      connect: (to, done) => opened.push(connect(to, options.socketPath, done)),
      pipelining: 0,
      maxHeaderSize: HEADER_BYTES,
      // deadlines are total and come by signal; an idle timeout lets a trickle live for ever
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    try {
      // undici itself would first wait for the connection
      return await orAborted(signal, async () => {
        const { promise, handler } = receiver(options);
        client.dispatch(
          {
            path: url.pathname + url.search,
            method: options.method ?? 'GET',
            headers: { 'user-agent': 'jarvis-audit', accept: 'application/json, text/plain;q=0.9, */*;q=0.5', ...options.headers },
            body: options.body ?? null,
          },
          handler,
        );
        return promise;
      });
    } finally {
      for (const socket of opened) socket.destroy();
      client.destroy(() => {});
    }
  }

  function connect(options: buildConnector.Options, socketPath: string | undefined, done: buildConnector.Callback): Socket {
    const { hostname, protocol, port, servername } = options;
    const isSecure = protocol === 'https:';
    const address = { host: hostname, port: Number(port) || (isSecure ? 443 : 80), lookup: resolver.forSockets };
    const to = socketPath === undefined ? address : { path: socketPath };
    const socket = isSecure ? tls().connect({ ...to, ...(servername && { servername }), ALPNProtocols: ['http/1.1'] }) : connectTcp(to);
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', (error) => done(error, null));
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.on('readable', () => {
        if (socket.bytesRead > MOST_WIRE_BYTES) socket.destroy(new ProbeError('too-large', `more than ${MOST_WIRE_BYTES} bytes in all`));
      });
      done(null, socket);
    });
    return socket;
  }

  async function close() {
    for (const socket of sockets) socket.destroy(new DOMException('the host is closed', 'AbortError'));
  }

  return { request, close };
}

type Answer = Pick<HttpResponse, 'status' | 'headers' | 'body'>;

/** Takes one answer as it comes; interim ones (1xx) are passed over. */
function receiver({ maxBytes: mostBytes = MOST_BODY_BYTES, isEnough }: RequestOptions) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  const decoder = new TextDecoder();
  let size = 0;
  let head: Omit<Answer, 'body'> = { status: 0, headers: {} };
  const end = () => resolve({ ...head, body: Buffer.concat(chunks).toString('utf8') });
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart() {},
    onResponseStart(_, status, headers) {
      if (status >= 200) head = { status, headers: flat(headers) };
    },
    onResponseData(_, chunk) {
      size += chunk.length;
      // whoever waits destroys the socket
      if (size > mostBytes) return reject(new ProbeError('too-large', `more than ${mostBytes} bytes`));
      chunks.push(chunk);
      if (isEnough?.(decoder.decode(chunk, { stream: true }))) end();
    },
    onResponseEnd: end,
    onResponseError: (_, error) => reject(isAssertion(error) ? new ProbeError('malformed', 'an answer that HTTP does not know') : error),
  };
  return { promise, handler };
}

/** undici asserts what its parser lets through: a switch of protocols that names none, a status of 0. */
function isAssertion(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_ASSERTION';
}

/** Null unless it leads elsewhere on the very same origin: an audit never follows a target to another host. */
function redirectTarget(from: URL, { status, headers }: Answer): URL | null {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || !location || !URL.canParse(location, from.href)) return null;
  const to = new URL(location, from);
  return to.origin === from.origin && to.username === from.username ? to : null;
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function finished(answer: Answer, durationMs: number, sentAt: number): HttpResponse {
  const theirs = Date.parse(answer.headers['date'] ?? '');
  const ours = (sentAt + Date.now()) / 2;
  // `Date` is cut to the second: half a second is the best guess
  const clockSkewMs = Number.isNaN(theirs) ? null : Math.round(theirs + 500 - ours);
  return { ...answer, durationMs: Math.round(durationMs), clockSkewMs };
}
