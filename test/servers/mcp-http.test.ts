import { expect, test } from 'vitest';
import { silent, startHostile } from '../support/hostile-server.ts';
import { CLIENTS } from '../support/mcp-clients.ts';
import { onHttp } from '../support/mcp-served.ts';
import { initialize } from '../support/mcp-wire.ts';

const NOBODY = { cluster: { name: 'JARVIS', version: '10.2' }, targets: [{ id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1' }] };
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const MODERN = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
const call = (id: number, meta = {}) => ({ id, method: 'tools/call', params: { name: 'system_audit', arguments: {}, _meta: meta } });

function post(place: URL, message: object, headers: Record<string, string> = {}, signal: AbortSignal | null = null): Promise<Response> {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return fetch(place, { method: 'POST', headers: { ...HEADERS, ...headers }, body, signal });
}

async function session(place: URL): Promise<Record<string, string>> {
  const response = await post(place, initialize('2025-06-18'));
  await response.text();
  return { 'mcp-session-id': response.headers.get('mcp-session-id') ?? '' };
}

async function deaf() {
  const node = await startHostile(silent);
  const served = await onHttp({ ...NOBODY, targets: [{ id: 'M1', kind: 'lmstudio', url: node.url, timeoutMs: 9_000 }] });
  return { ...served, node };
}

test('an older caller without a session is answered call by call', async () => {
  const { place } = await onHttp(NOBODY);
  const response = await post(place, { id: 1, method: 'tools/list' });
  expect([response.status, response.headers.get('mcp-session-id')]).toEqual([200, null]);
  expect(await response.text()).toContain('system_audit');
});

test('a session lasts until its caller ends it', async () => {
  const { place } = await onHttp(NOBODY);
  const headers = await session(place);
  expect((await post(place, { id: 1, method: 'ping' }, headers)).status).toBe(200);
  expect((await fetch(place, { method: 'DELETE', headers })).status).toBe(200);
  expect((await post(place, { id: 2, method: 'ping' }, headers)).status).toBe(404);
});

test('a session that does not exist is not found, by any method', async () => {
  const { place } = await onHttp(NOBODY);
  const headers = { ...HEADERS, 'mcp-session-id': 'nobody' };
  expect((await post(place, { id: 1, method: 'ping' }, headers)).status).toBe(404);
  for (const method of ['GET', 'DELETE']) expect((await fetch(place, { method, headers })).status).toBe(404);
});

test('the session that was silent the longest makes room for the sixty-fifth', async () => {
  const { place } = await onHttp(NOBODY);
  const sessions: Record<string, string>[] = [];
  for (let count = 0; count < 64; count += 1) sessions.push(await session(place));
  const [first = {}, second = {}] = sessions;
  const status = async (headers: Record<string, string>) => (await post(place, { id: 1, method: 'ping' }, headers)).status;
  expect(await status(first)).toBe(200);
  const last = await session(place);
  expect([await status(first), await status(second), await status(last)]).toEqual([200, 404, 200]);
});

test('a body of more than 64 KiB is refused, said or not', async () => {
  const { place } = await onHttp(NOBODY);
  const long = { id: 1, method: 'ping', params: { pad: 'x'.repeat(64 * 1024) } };
  expect((await post(place, long)).status).toBe(413);
  const body = new Blob([JSON.stringify({ jsonrpc: '2.0', ...long })]).stream();
  const unsaid = await fetch(place, { method: 'POST', headers: HEADERS, body, duplex: 'half' } as RequestInit);
  expect(unsaid.status).toBe(413);
});

test('what is no request of MCP is refused without a word of the inside', async () => {
  const { place } = await onHttp(NOBODY);
  const headers = await session(place);
  const sent: RequestInit[] = [
    { method: 'GET' },
    { method: 'GET', headers: { accept: 'text/event-stream' } },
    { method: 'DELETE' },
    { method: 'PUT', body: '{}' },
    { method: 'POST', headers: HEADERS, body: '{' },
    { method: 'POST', headers: HEADERS, body: '' },
    { method: 'POST', headers: HEADERS, body: '[]' },
    { method: 'POST', headers: HEADERS, body: '['.repeat(60_000) },
    { method: 'POST', headers: { ...HEADERS, 'content-type': 'text/plain' }, body: '{}' },
    { method: 'POST', headers: { ...HEADERS, ...headers }, body: '{' },
    {
      method: 'POST',
      headers: { ...HEADERS, ...headers, 'mcp-protocol-version': '1999-01-01' },
      body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    },
  ];
  for (const request of sent) {
    const response = await fetch(place, request);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/\.ts\b|\.mjs|node_modules|\bat \w+ \(/);
  }
});

test('a caller of 2026 that hangs up aborts its audit', async () => {
  const { place, node } = await deaf();
  const hangUp = new AbortController();
  const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'system_audit' };
  const response = post(place, call(1, MODERN), headers, hangUp.signal);
  response.catch(() => {});
  await expect.poll(() => node.open(), { timeout: 5_000 }).toBe(1);
  hangUp.abort();
  await expect.poll(() => node.open(), { timeout: 2_000, interval: 10 }).toBe(0);
});

test('the stream of a call that was cancelled in a session is closed', async () => {
  const { place, node } = await deaf();
  const headers = await session(place);
  const response = await post(place, call(1), headers);
  await expect.poll(() => node.open(), { timeout: 5_000 }).toBe(1);
  expect((await post(place, { method: 'notifications/cancelled', params: { requestId: 1 } }, headers)).status).toBe(202);
  expect(await response.text()).toBe('');
  await expect.poll(() => node.open(), { timeout: 2_000, interval: 10 }).toBe(0);
});

test.each([
  ['of 2026', async () => ({ 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'system_audit' }), MODERN],
  ['in a session', session, {}],
])('closing the handler aborts the call %s and answers no more', async (_, headersOf, meta) => {
  const { place, node, handler } = await deaf();
  const response = post(place, call(1, meta), await headersOf(place));
  response.then((answered) => answered.text()).catch(() => {});
  await expect.poll(() => node.open(), { timeout: 5_000 }).toBe(1);
  await handler.close();
  await expect.poll(() => node.open(), { timeout: 2_000, interval: 10 }).toBe(0);
  expect((await post(place, { id: 2, method: 'tools/list' })).status).toBe(503);
});

test('a fault of ours is heard by the log, and told as nothing but a failure', async () => {
  const fault = new Error('ENOENT /home/somebody/.secret');
  const heard: unknown[] = [];
  const fail = () => Promise.reject(fault);
  const broken = { latest: fail, report: fail, handle: () => ({ [Symbol.asyncIterator]: () => ({ next: fail }) }) };
  const { place } = await onHttp(NOBODY, { broken, log: (each) => void heard.push(each) });
  const client = await CLIENTS[0]?.connect(place);
  for (const [name, args] of [
    ['system_audit', {}],
    ['explain_finding', { finding: 'x' }],
    ['compare_audits', { from: 'x' }],
  ] as const)
    expect(await client?.call(name, args)).toEqual(
      expect.objectContaining({ isError: true, content: [{ type: 'text', text: "La demande n'a pas abouti." }] }),
    );
  await expect(client?.read('audit://latest')).rejects.toThrow('Internal error');
  expect(heard).toEqual([fault, fault, fault, fault]);
});

test('an older caller that never reads its stream keeps nobody from being answered', async () => {
  const { place } = await onHttp(NOBODY);
  const unread = await Promise.all(Array.from({ length: 15 }, async (_, id) => post(place, call(id), await session(place))));
  const answer = await post(place, call(99), await session(place));
  expect(await answer.text()).toContain('structuredContent');
  await Promise.all(unread.map(({ body }) => body?.cancel()));
});
