import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface NodeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface NodeServer {
  readonly url: string;
  readonly port: number;
  /** Everything that was asked, oldest first. */
  readonly requests: readonly NodeRequest[];
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 127.0.0.1 when absent. */
  readonly host?: string;
  /** Any free one when absent. */
  readonly port?: number;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  /** Milliseconds before the answer to a path that starts so, on top of `delayMs`. */
  readonly delaysMs?: Readonly<Record<string, number>>;
  /** The Bearer token that is required; anybody is let in when absent. */
  readonly token?: string;
  /** `Access-Control-Allow-Origin` of every answer; `reflect` repeats the asker's origin. No header when absent. */
  readonly allowOrigin?: string;
}

export interface Answer {
  readonly status?: number;
  /** Sent as it is when a string, as JSON otherwise. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: NodeRequest) => Answer | Promise<Answer>;

/** A server that answers with whatever `handler` says: the base of the three products below, and of oddities. */
export async function startServer(handler: Handler, options: ListenOptions = {}): Promise<NodeServer> {
  const requests: NodeRequest[] = [];
  const closing = new AbortController();
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse) {
    const request = await received(incoming);
    requests.push(request);
    await sleep(delayOf(request.url, options), null, { signal: closing.signal });
    const { status = 200, body, headers } = await handler(request);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...corsOf(request, options), ...headers });
    response.end(text);
  }

  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function received(incoming: IncomingMessage): Promise<NodeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = incoming;
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
}

function delayOf(url: string, { delayMs = 0, delaysMs = {} }: ListenOptions): number {
  const own = Object.entries(delaysMs).find(([path]) => url.startsWith(path));
  return delayMs + (own?.[1] ?? 0);
}

function corsOf({ headers }: NodeRequest, { allowOrigin }: ListenOptions): Record<string, string> {
  if (allowOrigin === undefined) return {};
  return { 'access-control-allow-origin': allowOrigin === 'reflect' ? (headers.origin ?? '') : allowOrigin };
}

/** Whether the request carries the token, when one is required. */
export function isLetIn({ headers }: NodeRequest, { token }: ListenOptions): boolean {
  return token === undefined || headers.authorization === `Bearer ${token}`;
}

/** The JSON object that a request sent; an empty one when it sent none. */
export function sent({ body }: NodeRequest): Record<string, unknown> {
  return body ? (JSON.parse(body) as Record<string, unknown>) : {};
}
