import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { mcp } from '../../skill/probes/mcp.ts';
import { startLegacyMcp, startModernMcp, startSseMcp } from '../support/mcp-servers.ts';
import { during, failureOf, hostWith, readNode } from '../support/read-node.ts';

/** Any address of 127/8 is this machine's: this one plays its address on the network. */
const LAN_ADDRESS = '127.0.0.2';
const LEGACY_WAYS = [
  ['with sessions, in streams', {}],
  ['with sessions, in JSON', { inJson: true }],
  ['without sessions, in streams', { isStateless: true }],
  ['without sessions, in JSON', { isStateless: true, inJson: true }],
] as const;

const HOUSE = {
  server: { name: 'house', version: '1.2.3' },
  tools: { count: 2, isComplete: true, names: ['echo', 'add'] },
  latencyMs: expect.any(Number),
};

describe('a server of today', () => {
  test.each([
    ['open to older clients', {}],
    ['that turns older clients away', { legacy: 'reject' }],
    ['that answers in streams', { responseMode: 'sse' }],
  ] as const)('%s is read without a handshake', async (_, options) => {
    const server = await during(startModernMcp(options));
    expect(await readNode(mcp, { url: server.url })).toMatchObject({
      ...HOUSE,
      transport: 'streamable-http',
      era: 'modern',
      protocolVersion: '2026-07-28',
    });
    expect(server.requests).toEqual(['POST /mcp server/discover', 'POST /mcp tools/list']);
  });

  test('without tools has none', async () => {
    const server = await during(startModernMcp({ tools: [] }));
    expect((await readNode(mcp, { url: server.url })).tools).toEqual({ count: 0, isComplete: true, names: [] });
  });
});

describe.each(LEGACY_WAYS)('a server of the years before, %s', (_, options) => {
  test('is read after a handshake', async () => {
    const server = await during(startLegacyMcp(options));
    expect(await readNode(mcp, { url: server.url })).toMatchObject({
      ...HOUSE,
      transport: 'streamable-http',
      era: 'legacy',
      protocolVersion: '2025-11-25',
    });
  });

  test('is left as it was found: no session, no tool called', async () => {
    const server = await during(startLegacyMcp({ ...options, host: '0.0.0.0' }));
    await readNode(mcp, { url: server.url }, { host: hostWith([LAN_ADDRESS]) });
    expect([server.sessions(), server.called]).toEqual([0, []]);
    const hasSessions = !('isStateless' in options);
    expect(server.requests.filter((request) => request === 'DELETE /mcp')).toHaveLength(hasSessions ? 2 : 0);
  });
});

test('a server of 2024 is read through its stream', async () => {
  const server = await during(startSseMcp());
  expect(await readNode(mcp, { url: server.url })).toMatchObject({
    ...HOUSE,
    transport: 'sse',
    era: 'legacy',
    protocolVersion: '2025-11-25',
  });
  await expect.poll(() => server.sessions(), { timeout: 1_000, interval: 10 }).toBe(0);
  expect(server.requests).toEqual([
    'POST /sse server/discover',
    'POST /sse initialize',
    'GET /sse',
    'POST /messages initialize',
    'POST /messages notifications/initialized',
    'POST /messages tools/list',
  ]);
});

test('a server of 2024 hears one thing after the other, so that no question overtakes the handshake', async () => {
  const server = await during(startSseMcp());
  const host = hostWith();
  const slowly: typeof host.request = async (url, options, signal) => {
    if (options.body?.includes('notifications/initialized')) await sleep(50);
    return await host.request(url, options, signal);
  };
  await readNode(mcp, { url: server.url }, { host: { ...host, request: slowly } });
  expect(server.requests.slice(-2)).toEqual(['POST /messages notifications/initialized', 'POST /messages tools/list']);
});

test('a hundred tools are counted, twelve are named', async () => {
  const server = await during(startLegacyMcp({ tools: Array.from({ length: 100 }, (_, index) => `tool-${index}`) }));
  const { tools } = await readNode(mcp, { url: server.url });
  expect(tools).toMatchObject({ count: 100, isComplete: true });
  expect(tools?.names).toHaveLength(12);
});

describe.each([
  ['of today', startModernMcp],
  ['of the years before', startLegacyMcp],
  ['of 2024', startSseMcp],
] as const)('a server %s', (_, start) => {
  test('bound to loopback is out of reach of the network', async () => {
    const { url, port } = await during(start());
    const { access } = await readNode(mcp, { url }, { host: hostWith([LAN_ADDRESS]) });
    expect(access).toEqual({ address: `127.0.0.1:${port}`, scope: 'loopback', anonymous: null, status: null });
  });

  test('bound everywhere answers strangers on the network', async () => {
    const { url, port } = await during(start({ host: '0.0.0.0' }));
    const { access } = await readNode(mcp, { url }, { host: hostWith([LAN_ADDRESS]) });
    expect(access).toEqual({ address: `${LAN_ADDRESS}:${port}`, scope: 'lan', anonymous: true, status: 200 });
  });

  test('with a token lets us in and refuses strangers', async () => {
    const { url } = await during(start({ host: '0.0.0.0', token: 'house-key-1' }));
    const facts = await readNode(mcp, { url, token: 'house-key-1' }, { host: hostWith([LAN_ADDRESS]) });
    expect(facts).toMatchObject({ ...HOUSE, access: { scope: 'lan', anonymous: false, status: 401 } });
  });

  test.each([
    ['no', {}],
    ['another', { token: 'wrong-key-1' }],
  ])('with a token refuses %s token of ours', async (__, ours) => {
    const { url } = await during(start({ token: 'house-key-1' }));
    expect(await failureOf(readNode(mcp, { url, ...ours }))).toBe('denied');
  });
});

test('a key in the query is no key of a stranger', async () => {
  const { url } = await during(startModernMcp());
  const host = hostWith(['127.0.0.1']);
  const asked: string[] = [];
  const request: typeof host.request = (at, ...others) => {
    asked.push(new URL(at).search);
    return host.request(at, ...others);
  };
  await readNode(mcp, { url: `${url}?key=abc` }, { host: { ...host, request } });
  expect(asked).toEqual(['?key=abc', '?key=abc', '']);
});

test('quick mode does not ask as a stranger', async () => {
  const { url } = await during(startModernMcp({ host: '0.0.0.0' }));
  expect((await readNode(mcp, { url }, { mode: 'quick', host: hostWith([LAN_ADDRESS]) })).access).toBeNull();
});

test.each([{}, { url: 'http://127.0.0.1:1', command: ['node'] }])('a target with %j is refused', (fields) => {
  expect(mcp.target.safeParse({ id: 'mcp', kind: 'mcp', ...fields }).error?.issues[0]?.message).toBe('expected either url or command');
});

test('a program has eight seconds, as it must start first; a URL has five', () => {
  expect(mcp.budgetMs?.({ id: 'mcp', kind: 'mcp', command: ['node'] })).toBe(8_000);
  expect(mcp.budgetMs?.({ id: 'mcp', kind: 'mcp', url: 'http://127.0.0.1:1' })).toBe(5_000);
});
