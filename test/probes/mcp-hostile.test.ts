import { expect, test } from 'vitest';
import { mcp } from '../../skill/probes/mcp.ts';
import { timed } from '../support/gathering.ts';
import { answering, type Behaviour, pouring, saying, silent, startHostile } from '../support/hostile-server.ts';
import { type Answer, type Handler, type NodeRequest, sent, startServer } from '../support/node-server.ts';
import { during, failureOf, hostWith, readNode } from '../support/read-node.ts';

const STREAM = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n';
const INITIALIZED = { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'old', version: '0.9' } };
const TIMEOUT_MS = 700;

const readAt = (url: string, fields = {}) => readNode(mcp, { url, timeoutMs: TIMEOUT_MS, ...fields });
const failureAt = (url: string, fields = {}) => failureOf(readAt(url, fields));

/** An answer of JSON-RPC to whatever was asked. */
const result = (request: NodeRequest, value: unknown): Answer => ({ body: { jsonrpc: '2.0', id: sent(request)['id'], result: value } });
const failing = (request: NodeRequest, code: number, data?: unknown): Answer => ({
  body: { jsonrpc: '2.0', id: sent(request)['id'], error: { code, message: 'no', data } },
});
const event = (message: object, type = 'message') => `event: ${type}\ndata: ${JSON.stringify(message)}\n\n`;

/** A small server of the years before, with what a test changes: by JSON-RPC method, by HTTP method, or `other`. */
function old(changes: Readonly<Record<string, Handler>> = {}): Handler {
  return (request) => {
    const method = String(sent(request)['method'] ?? request.method);
    const change = changes[method];
    if (change) return change(request);
    if (method === 'initialize') return result(request, INITIALIZED);
    if (method === 'tools/list') return result(request, { tools: [{ name: 'lamp' }] });
    if (method === 'notifications/initialized') return { status: 202, body: '' };
    return failing(request, -32_601);
  };
}

const serving = (handler: Handler) => during(startServer(handler));

const FAULTS: readonly (readonly [what: string, behave: Behaviour, code: string])[] = [
  ['never answers', silent, 'timeout'],
  ['pings without end', pouring(STREAM, ': ping\n\n', 20), 'timeout'],
  ['notifies without end', pouring(STREAM, event({ jsonrpc: '2.0', method: 'notifications/message', params: {} }), 20), 'timeout'],
  ['floods its stream', pouring(STREAM, ': ping\n\n'.repeat(8_192)), 'too-large'],
  ['never ends its line', pouring(`${STREAM}data: `, 'x'.repeat(65_536)), 'too-large'],
  ['never ends its headers', saying('HTTP/1.1 200 OK\r\nx: y\r\n'), 'timeout'],
  ['hangs up', (socket) => socket.destroy(), 'reset'],
  ['hangs up in the middle of its body', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"jsonrpc"'), 'reset'],
  ['ends its stream without an answer', (socket) => socket.end(`${STREAM}: bye\n\n`), 'wrong-product'],
  ['is a web page', answering('<!doctype html><title>JARVIS</title>', { headers: { 'content-type': 'text/html' } }), 'wrong-product'],
  ['is a web page that looks like a stream', answering(`<pre>${event({ jsonrpc: '2.0', id: 1, result: INITIALIZED })}`), 'wrong-product'],
  ['is another API', answering('{"error":"Unexpected endpoint or method. (POST /mcp)"}'), 'wrong-product'],
  ['is another service of JSON-RPC', answering('{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}'), 'wrong-product'],
  ['greets without a word of itself', answering('{"jsonrpc":"2.0","id":1,"result":{}}'), 'wrong-product'],
  ['says nothing with success', answering(''), 'wrong-product'],
  ['answers another question', answering('{"jsonrpc":"2.0","id":99,"result":{}}'), 'malformed'],
  ['answers a question of the same digits as text', answering('{"jsonrpc":"2.0","id":"1","result":{}}'), 'malformed'],
  ['refuses to greet', answering('{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"no"}}'), 'bad-status'],
  ['is nested a thousand times', answering(`${'['.repeat(1_000)}${']'.repeat(1_000)}`), 'wrong-product'],
  ['wants a token', answering('', { status: 401, headers: { 'www-authenticate': 'Bearer resource_metadata="x"' } }), 'denied'],
  ['forbids', answering('', { status: 403 }), 'denied'],
  ['has enough of us', answering('', { status: 429 }), 'rate-limited'],
  ['is not there', answering('not found', { status: 404 }), 'not-found'],
  ['does not accept', answering('', { status: 406 }), 'bad-status'],
  ['wants no POST and has no stream', answering('', { status: 405 }), 'bad-status'],
  ['breaks', answering('oops', { status: 500 }), 'bad-status'],
  ['greets while it breaks', answering(`{"jsonrpc":"2.0","id":1,"result":${JSON.stringify(INITIALIZED)}}`, { status: 503 }), 'bad-status'],
  [
    'greets while it leads elsewhere',
    answering(`{"jsonrpc":"2.0","id":1,"result":${JSON.stringify(INITIALIZED)}}`, { status: 302 }),
    'bad-status',
  ],
  ['has a broken server behind it', answering('', { status: 502 }), 'bad-status'],
  ['leads elsewhere', answering('', { status: 302, headers: { location: 'http://127.0.0.2:1/' } }), 'bad-status'],
];

test.each(FAULTS)('a server that %s has its code, in time', async (_, behave, code) => {
  const server = await startHostile(behave);
  // what pours needs time to have been too much
  const timeoutMs = code === 'too-large' ? 10_000 : TIMEOUT_MS;
  const { value, ms } = await timed(() => failureAt(`${server.url}/mcp`, { timeoutMs }));
  expect(value).toBe(code);
  expect(ms).toBeLessThan(timeoutMs + 800);
  await expect.poll(() => server.open(), { timeout: 1_000, interval: 10 }).toBe(0);
});

test('a closed port is refused', async () => {
  expect(await failureAt('http://127.0.0.1:1/mcp')).toBe('refused');
});

test('an abort ends the reading at once', async () => {
  const server = await startHostile(silent);
  const reading = () => failureOf(readNode(mcp, { url: server.url }, { signal: AbortSignal.timeout(100) }));
  const { value, ms } = await timed(reading);
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(900);
});

test.each<[string, Handler]>([
  ['leaves the modern question unanswered', () => new Promise(() => {})],
  ['answers the modern question with a page', () => ({ body: '<html>', headers: { 'content-type': 'text/html' } })],
  ['breaks on the modern question', () => ({ status: 500, body: 'Internal Server Error' })],
  [
    'knows a version of tomorrow alone in the modern question',
    (request) => result(request, { supportedVersions: ['2031-01-01'], capabilities: {} }),
  ],
])('an old server that %s is read all the same', async (_, discover) => {
  const server = await serving(old({ 'server/discover': discover }));
  expect(await readAt(server.url, { timeoutMs: 2_000 })).toMatchObject({
    era: 'legacy',
    protocolVersion: '2025-06-18',
    server: { name: 'old', version: '0.9' },
    tools: { count: 1, names: ['lamp'] },
  });
});

test('a server that names the versions that it knows is asked for the newest of ours', async () => {
  const initialize: Handler = (request) => {
    const { protocolVersion } = sent(request)['params'] as { protocolVersion: string };
    if (protocolVersion === '2025-03-26') return result(request, { ...INITIALIZED, protocolVersion });
    return failing(request, -32_602, { supported: ['2024-11-05', '2025-03-26'], requested: protocolVersion });
  };
  const server = await serving(old({ initialize }));
  expect(await readAt(server.url)).toMatchObject({ protocolVersion: '2025-03-26' });
});

test('an answer is found among pings, notifications, questions and answers to others, and the stream may stay open', async () => {
  const server = await startHostile((socket) => {
    const noise = [
      { jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info' } },
      { jsonrpc: '2.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', id: 's-2', method: 'roots/list' },
      { jsonrpc: '2.0', id: 77, result: { protocolVersion: 'wrong' } },
    ].map((message) => event(message));
    const answer = JSON.stringify({ jsonrpc: '2.0', id: 1, result: { ...INITIALIZED, capabilities: {} } }, null, 1);
    const spread = answer
      .split('\n')
      .map((line) => `data: ${line}\r\n`)
      .join('');
    socket.write(`${STREAM}retry: 10\nid: 0\ndata:\n\n: hello\n\n${noise.join('')}data: no JSON\n\n${spread}\r\n`);
  });
  expect(await readAt(server.url)).toMatchObject({ era: 'legacy', server: { name: 'old' }, tools: { count: 0, isComplete: true } });
});

test('a batch is searched for the answer', async () => {
  const initialize: Handler = (request) => ({
    body: [{ jsonrpc: '2.0', method: 'notifications/message' }, result(request, INITIALIZED).body],
  });
  const server = await serving(old({ initialize }));
  expect(await readAt(server.url)).toMatchObject({ server: { name: 'old' } });
});

test.each<[string, Handler, unknown]>([
  ['fails', (request) => failing(request, -32_603), null],
  ['is no list', (request) => result(request, { tools: 'many' }), null],
  ['never comes', () => new Promise(() => {}), null],
  [
    'always begins again',
    (request) => result(request, { tools: [{ name: 'a' }, { name: 'b' }], nextCursor: 'x' }),
    { count: 2, isComplete: false, names: ['a', 'b'] },
  ],
  [
    'has no end',
    (request) => result(request, { tools: [{ name: `t${Math.random()}` }], nextCursor: `${Math.random()}` }),
    { count: 20, isComplete: false },
  ],
  [
    'breaks off',
    (request) => (request.body.includes('cursor') ? failing(request, 1) : result(request, { tools: [{ name: 'a' }], nextCursor: 'x' })),
    { count: 1, isComplete: false, names: ['a'] },
  ],
  ['comes in three pages', pages, { count: 3, isComplete: true, names: ['t0', 't1', 't2'] }],
])('what a server is stays known where its list of tools %s', async (what, list, tools) => {
  const server = await serving(old({ 'tools/list': list }));
  const facts = await readAt(server.url, { timeoutMs: what === 'never comes' ? 1_500 : 10_000 });
  expect(facts).toMatchObject({ server: { name: 'old' }, tools });
});

test('a list that begins again is not asked for over and over', async () => {
  const server = await serving(old({ 'tools/list': (request) => result(request, { tools: [{ name: 'a' }], nextCursor: 'x' }) }));
  await readAt(server.url, { timeoutMs: 10_000 });
  expect(server.requests.filter((request) => sent(request)['method'] === 'tools/list')).toHaveLength(2);
});

function pages(request: NodeRequest): Answer {
  const { cursor = '0' } = sent(request)['params'] as { cursor?: string };
  const next = Number(cursor) + 1;
  return result(request, { tools: [{ name: `t${cursor}` }], ...(next < 3 && { nextCursor: String(next) }) });
}

test('a server that tells no name, or a hostile one, is read', async () => {
  const greeting = { ...INITIALIZED, serverInfo: { name: `\u001b[31mred\n${'x'.repeat(5_000)}`, version: 7 } };
  const server = await serving(old({ initialize: (request) => result(request, greeting) }));
  const { server: said } = await readAt(server.url);
  expect(said.version).toBeNull();
  expect(said.name).toMatch(/^\[31mred x{150,}$/);
  expect(said.name?.length).toBeLessThanOrEqual(200);
});

test('a session is given back, and left at the end', async () => {
  const initialize: Handler = (request) => ({ ...result(request, INITIALIZED), headers: { 'mcp-session-id': 's-1' } });
  const server = await serving(old({ initialize, DELETE: () => ({ status: 405, body: '' }) }));
  await readAt(server.url);
  const told = server.requests.map(({ method, headers, body }) => [
    method,
    body && JSON.parse(body).method,
    headers['mcp-session-id'],
    headers['mcp-protocol-version'],
  ]);
  expect(told).toEqual([
    ['POST', 'server/discover', undefined, '2026-07-28'],
    ['POST', 'initialize', undefined, undefined],
    ['POST', 'notifications/initialized', 's-1', '2025-06-18'],
    ['POST', 'tools/list', 's-1', '2025-06-18'],
    ['DELETE', '', 's-1', '2025-06-18'],
  ]);
});

test('a session name that no header can carry is not given back', async () => {
  const initialize: Handler = (request) => ({ ...result(request, INITIALIZED), headers: { 'mcp-session-id': 'a b' } });
  const server = await serving(old({ initialize }));
  expect(await readAt(server.url)).toMatchObject({ tools: { count: 1 } });
  expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(false);
});

test('a stranger who is refused for the name that he used is not known to be refused', async () => {
  const server = await during(
    startServer(
      (request) => (request.headers.host?.startsWith('127.0.0.2') ? { status: 403, body: 'Invalid Host: 127.0.0.2' } : old()(request)),
      { host: '0.0.0.0' },
    ),
  );
  const facts = await readNode(mcp, { url: `http://127.0.0.1:${server.port}` }, { host: hostWith(['127.0.0.2']) });
  expect(facts.access).toMatchObject({ scope: 'lan', anonymous: null, status: 403 });
});

const OLDEST: readonly (readonly [what: string, stream: string, code: string])[] = [
  ['says nothing', STREAM, 'bad-status'],
  ['sends us to another host', `${STREAM}event: endpoint\ndata: http://127.0.0.2:1/messages\n\n`, 'malformed'],
  ['sends us to no URL', `${STREAM}event: endpoint\ndata: http://[\n\n`, 'malformed'],
  ['is no stream', 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhome', 'bad-status'],
];

test.each(OLDEST)('a stream of 2024 that %s is no server', async (_, stream, code) => {
  const server = await startHostile((socket, head) =>
    socket.write(head.startsWith('GET') ? stream : 'HTTP/1.1 405 No\r\ncontent-length: 0\r\n\r\n'),
  );
  expect(await failureAt(`${server.url}/sse`)).toBe(code);
});

test.each<[string, (stream: { write(text: string): void; end(): void }) => void, string]>([
  ['never answers', () => {}, 'timeout'],
  ['ends', (stream) => stream.end(), 'reset'],
  ['refuses to greet', (stream) => stream.write(event({ jsonrpc: '2.0', id: 1, error: { code: -32_603, message: 'no' } })), 'bad-status'],
])('a stream of 2024 that %s after it was written to has its code', async (_, then, code) => {
  const streams: Parameters<typeof then>[0][] = [];
  const server = await startHostile((socket, head) => {
    if (head.startsWith('GET')) {
      socket.write(`${STREAM}event: endpoint\ndata: /messages\n\n`);
      streams.push(socket);
    } else if (head.startsWith('POST /messages')) {
      socket.write('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n');
      for (const stream of streams) then(stream);
    } else socket.write('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n');
  });
  expect(await failureAt(`${server.url}/sse`)).toBe(code);
});
