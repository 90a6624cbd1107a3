import { expect, test } from 'vitest';
import type { Host } from '../../skill/host/host.ts';
import { type AccessTarget, readAccess } from '../../skill/probes/access.ts';
import { type Handler, type ListenOptions, startServer } from '../support/node-server.ts';
import { during, hostRerouting, hostWith } from '../support/read-node.ts';

/** Any address of 127/8 is this machine's: this one plays its address on the network. */
const LAN_ADDRESS = '127.0.0.2';
const LIST = '{"models":[]}';

const ask = (target: AccessTarget, host: Host) => readAccess(target, '/list', (body) => body === LIST, host, AbortSignal.timeout(4_000));
const serving = (handler: Handler, options?: ListenOptions) => during(startServer(handler, options));
const opens: Handler = () => ({ body: LIST });

test('a server bound to loopback alone is out of reach of the network', async () => {
  const server = await serving(opens);
  expect(await ask({ url: server.url }, hostWith([LAN_ADDRESS]))).toEqual({
    address: `127.0.0.1:${server.port}`,
    scope: 'loopback',
    anonymous: null,
    status: null,
  });
});

test('a server bound everywhere answers anybody on the network', async () => {
  const server = await serving(opens, { host: '0.0.0.0' });
  expect(await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith([LAN_ADDRESS]))).toEqual({
    address: `${LAN_ADDRESS}:${server.port}`,
    scope: 'lan',
    anonymous: true,
    status: 200,
  });
});

test.each([401, 403])('a server bound everywhere that answers strangers with %i refuses them', async (status) => {
  const server = await serving(() => ({ status, body: LIST }), { host: '0.0.0.0' });
  const access = await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith([LAN_ADDRESS]));
  expect(access).toMatchObject({ scope: 'lan', anonymous: false, status });
});

test('an error body under status 200 proves no open access', async () => {
  const server = await serving(() => ({ body: { error: 'Unexpected endpoint or method.' } }), { host: '0.0.0.0' });
  const access = await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith([LAN_ADDRESS]));
  expect(access).toMatchObject({ scope: 'lan', anonymous: null, status: 200 });
});

test('of several addresses the open one tells', async () => {
  const server = await serving((request) => (request.headers.host?.startsWith('127.0.0.3') ? { body: LIST } : { status: 401, body: '' }), {
    host: '0.0.0.0',
  });
  const access = await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith([LAN_ADDRESS, '127.0.0.3']));
  expect(access).toMatchObject({ address: `127.0.0.3:${server.port}`, anonymous: true });
});

test('at most two addresses are asked, IPv4 first', async () => {
  const server = await serving(opens, { host: '0.0.0.0' });
  await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith(['fd00::99', LAN_ADDRESS, '127.0.0.3', '127.0.0.4']));
  expect(server.requests.map(({ headers }) => headers.host).toSorted()).toEqual([`127.0.0.2:${server.port}`, `127.0.0.3:${server.port}`]);
});

test('silence at the network address is not taken for a closed door', async () => {
  const server = await serving(opens, { host: '0.0.0.0', delayMs: 3_000 });
  const startedAt = performance.now();
  const access = await ask({ url: `http://127.0.0.1:${server.port}` }, hostWith([LAN_ADDRESS]));
  expect(access).toMatchObject({ scope: 'lan', anonymous: null, status: null });
  expect(performance.now() - startedAt).toBeLessThan(1_800);
});

test('strangers bring neither token nor password', async () => {
  const server = await serving(opens);
  await ask({ url: 'http://me:pass@192.168.1.26:1234', token: 'sk-lm-a' }, hostRerouting('http://192.168.1.26:1234', server.url));
  expect(server.requests.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([['GET', '/list', undefined]]);
});

test('a private URL that wants its token is protected', async () => {
  const server = await serving(() => ({ status: 401, body: '' }));
  const access = await ask({ url: 'http://192.168.1.26:1234', token: 'a' }, hostRerouting('http://192.168.1.26:1234', server.url));
  expect(access).toEqual({ address: '192.168.1.26:1234', scope: 'lan', anonymous: false, status: 401 });
});

test('a private URL read without credentials is open without being asked again', async () => {
  const server = await serving(opens);
  const access = await ask({ url: 'http://192.168.1.26:1234' }, hostRerouting('http://192.168.1.26:1234', server.url));
  expect(access).toEqual({ address: '192.168.1.26:1234', scope: 'lan', anonymous: true, status: 200 });
  expect(server.requests).toEqual([]);
});

test('a public name is wide open when it asks for nothing', async () => {
  const access = await ask({ url: 'https://llm.example.org' }, hostWith());
  expect(access).toMatchObject({ scope: 'wan', anonymous: true });
});

test('an exposure of loopback is believed and nobody is asked', async () => {
  const server = await serving(opens, { host: '0.0.0.0' });
  const access = await ask({ url: `http://127.0.0.1:${server.port}`, exposure: 'loopback' }, hostWith([LAN_ADDRESS]));
  expect(access).toMatchObject({ scope: 'loopback', anonymous: null });
  expect(server.requests).toEqual([]);
});

test('an exposure of wan overrides the scope that the address tells', async () => {
  const server = await serving(opens, { host: '0.0.0.0' });
  const access = await ask({ url: `http://127.0.0.1:${server.port}`, exposure: 'wan' }, hostWith([LAN_ADDRESS]));
  expect(access).toMatchObject({ scope: 'wan', anonymous: true });
});
