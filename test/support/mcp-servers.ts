import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { McpServer as LegacyServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { type CreateMcpHandlerOptions, createMcpHandler, McpServer } from '@modelcontextprotocol/server';

export interface McpHttpServer {
  readonly url: string;
  readonly port: number;
  /** Method, path and JSON-RPC method of each request, oldest first. */
  readonly requests: readonly string[];
  /** Sessions that nobody has left. */
  sessions(): number;
  /** Tools that were called: none may be. */
  readonly called: readonly string[];
  close(): Promise<void>;
}

interface Options {
  /** 127.0.0.1 when absent. */
  readonly host?: string;
  /** Any free one when absent. */
  readonly port?: number;
  /** Names of the tools; `echo` and `add` when absent. */
  readonly tools?: readonly string[];
  /** The Bearer token that is required; anybody is let in when absent. */
  readonly token?: string;
}

const NAME = { name: 'house', version: '1.2.3' };
const TOOLS = ['echo', 'add'];

/** The official server of today, which answers older clients too unless it is told to reject them. */
export function startModernMcp(options: Options & Pick<CreateMcpHandlerOptions, 'legacy' | 'responseMode'> = {}): Promise<McpHttpServer> {
  const called: string[] = [];
  const handler = createMcpHandler(() => modernServer(options.tools, called), {
    legacy: options.legacy ?? 'stateless',
    responseMode: options.responseMode ?? 'auto',
  });
  return listen(async (request, response, body) => answer(response, await handler.fetch(webRequest(request, body))), options, {
    called,
    sessions: () => 0,
    close: handler.close,
  });
}

export function modernServer(tools: readonly string[] = TOOLS, called: string[] = []): McpServer {
  const server = new McpServer(NAME, { capabilities: { tools: {} } });
  for (const name of tools) server.registerTool(name, { description: name }, calling(name, called));
  return server;
}

const calling = (name: string, called: string[]) => () => {
  called.push(name);
  return { content: [] };
};

/** The official server of the years before: with sessions, or answering each request on its own. */
export function startLegacyMcp(
  options: Options & { readonly isStateless?: boolean; readonly inJson?: boolean } = {},
): Promise<McpHttpServer> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const called: string[] = [];
  const handle: Handle = async (request, response, body) => {
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? sessions.get(id) : undefined;
    const transport = known ?? (await connected());
    await transport.handleRequest(request, response, body === '' ? undefined : JSON.parse(body));
  };
  async function connected() {
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      ...(!options.isStateless && { sessionIdGenerator: randomUUID }),
      enableJsonResponse: options.inJson ?? false,
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await legacyServer(options.tools, called).connect(transport as Transport);
    return transport;
  }
  return listen(handle, options, { called, sessions: () => sessions.size, close: () => Promise.resolve() });
}

export function legacyServer(tools: readonly string[] = TOOLS, called: string[] = []): LegacyServer {
  const server = new LegacyServer(NAME, { capabilities: { tools: {}, logging: {} } });
  for (const name of tools) server.registerTool(name, { description: name }, calling(name, called));
  return server;
}

/** The transport of 2024: a stream at `/sse`, which says where to write. */
export function startSseMcp(options: Options = {}): Promise<McpHttpServer> {
  const streams = new Map<string, SSEServerTransport>();
  const called: string[] = [];
  const handle: Handle = async (request, response, body) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/sse' && request.method === 'GET') {
      const transport = new SSEServerTransport('/messages', response);
      streams.set(transport.sessionId, transport);
      response.on('close', () => streams.delete(transport.sessionId));
      await legacyServer(options.tools, called).connect(transport as Transport);
      return;
    }
    const transport = streams.get(searchParams.get('sessionId') ?? '');
    if (pathname === '/messages' && transport) await transport.handlePostMessage(request, response, JSON.parse(body));
    else response.writeHead(pathname === '/sse' ? 405 : 404).end();
  };
  return listen(handle, { ...options, path: '/sse' }, { called, sessions: () => streams.size, close: () => Promise.resolve() });
}

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => Promise<void>;

async function listen(
  handle: Handle,
  { host = '127.0.0.1', port = 0, token, path = '/mcp' }: Options & { readonly path?: string },
  parts: Pick<McpHttpServer, 'called' | 'sessions' | 'close'>,
): Promise<McpHttpServer> {
  const requests: string[] = [];
  const serve: RequestListener = (request, response) => {
    received(request)
      .then(async (body) => {
        requests.push(`${request.method} ${request.url?.split('?')[0]}${body && ` ${JSON.parse(body).method}`}`);
        if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
          response.writeHead(401, { 'www-authenticate': 'Bearer resource_metadata="https://auth.invalid"' }).end();
        else await handle(request, response, body);
      })
      .catch(() => response.destroy());
  };
  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const own = (server.address() as AddressInfo).port;
  return {
    ...parts,
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${own}${path}`,
    port: own,
    requests,
    async close() {
      server.closeAllConnections();
      await Promise.all([parts.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

async function received(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function webRequest({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Request {
  return new Request(new URL(url, `http://${headers.host}`), { method, headers: headers as Record<string, string>, ...(body && { body }) });
}

function answer(response: ServerResponse, { status, headers, body }: Response) {
  response.writeHead(status, Object.fromEntries(headers));
  if (body) Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]).pipe(response);
  else response.end();
}
