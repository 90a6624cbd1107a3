import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fingerprints } from '../../../skill/inventory/discover/fingerprints.ts';
import { identify } from '../../../skill/inventory/discover/identify.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { realHost } from '../../support/gathering.ts';
import { startLmStudio } from '../../support/lmstudio-server.ts';
import { type Answer, startServer } from '../../support/node-server.ts';
import { startOllama } from '../../support/ollama-server.ts';
import { startOpenAi } from '../../support/openai-server.ts';

const soon = () => AbortSignal.timeout(10_000);
const ask = (port: number, process: string | null = null) => identify({ address: '127.0.0.1', port, process }, realHost(), soon());

/** A server with these answers; anything else is « 404 page not found », as Go's own says it. */
async function serving(routes: Readonly<Record<string, Answer>>) {
  const server = await startServer(({ method, url }) => routes[`${method} ${url}`] ?? { status: 404, body: '404 page not found\n' });
  onTestFinished(() => server.close());
  return server;
}

async function speaking(onConnection: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('a node is recognised on any port', () => {
  test('LM Studio, with its models', async () => {
    const node = await startLmStudio({});
    onTestFinished(() => node.close());
    const found = await ask(node.port);
    expect(found).toMatchObject({ product: 'LM Studio', isLocked: false, fingerprint: { kind: 'lmstudio' } });
    expect(found?.models?.length).toBeGreaterThan(0);
    expect(node.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('an LM Studio of before 0.4, by the way in which it does not know the path', async () => {
    const node = await startLmStudio({ api: 'v0' });
    onTestFinished(() => node.close());
    expect(await ask(node.port)).toMatchObject({ product: 'LM Studio' });
  });

  test('one that wants a token, by its program', async () => {
    const node = await startLmStudio({ token: 'sk-lm-aB3dE5gH:QwErTyUiOp1234567890' });
    onTestFinished(() => node.close());
    expect(await ask(node.port, 'lm-studio')).toMatchObject({ product: 'LM Studio', isLocked: true, models: null });
    expect(await ask(node.port)).toBeNull();
  });

  test('Ollama, with its version', async () => {
    const node = await startOllama({});
    onTestFinished(() => node.close());
    expect(await ask(node.port, 'ollama')).toMatchObject({ product: 'Ollama', version: expect.stringMatching(/^\d/) });
  });

  test('llama.cpp, which answers for Ollama and LM Studio too', async () => {
    const node = await startOpenAi({});
    onTestFinished(() => node.close());
    expect(await ask(node.port)).toMatchObject({ product: 'llama.cpp', fingerprint: { kind: 'openai' } });
  });
});

describe('a product is recognised by its own words', () => {
  const title = (text: string): Answer => ({ body: `<!DOCTYPE html><html><head><title>${text}</title></head></html>` });
  const PRODUCTS: readonly [
    product: string,
    kind: string | null,
    version: string | null,
    process: string | null,
    Readonly<Record<string, Answer>>,
  ][] = [
    [
      'MCP',
      'mcp',
      null,
      null,
      { 'GET /mcp': { status: 405, body: { jsonrpc: '2.0', error: { code: -32000, message: 'Method not allowed.' }, id: null } } },
    ],
    [
      'Open WebUI',
      'http',
      '0.6.5',
      null,
      { 'GET /': title('Open WebUI'), 'GET /api/config': { body: { status: true, name: 'Open WebUI', version: '0.6.5' } } },
    ],
    [
      'ComfyUI',
      'http',
      '0.3.40',
      null,
      { 'GET /': title('ComfyUI'), 'GET /system_stats': { body: { system: { comfyui_version: '0.3.40' }, devices: [] } } },
    ],
    ['n8n', 'http', null, null, { 'GET /': title('n8n.io - Workflow Automation') }],
    [
      'Prometheus',
      'prometheus',
      '2.53.1',
      null,
      {
        'GET /': { status: 302, body: '', headers: { location: '/query' } },
        'GET /query': title('Prometheus Time Series Collection and Processing Server'),
        'GET /api/v1/status/buildinfo': { body: { status: 'success', data: { version: '2.53.1', revision: 'abc' } } },
      },
    ],
    [
      'Alertmanager',
      'alertmanager',
      '0.27.0',
      'alertmanager',
      { 'GET /api/v2/status': { body: { cluster: { status: 'ready' }, versionInfo: { version: '0.27.0' } } } },
    ],
    ['Grafana', 'grafana', '11.1.0', 'grafana', { 'GET /api/health': { body: { commit: 'x', database: 'ok', version: '11.1.0' } } }],
    ['node exporter', null, null, null, { 'GET /': title('Node Exporter') }],
    ['NVIDIA GPU exporter', null, null, null, { 'GET /': title('Nvidia GPU Exporter') }],
    ['Uptime Kuma', 'http', null, null, { 'GET /': title('Uptime Kuma') }],
    [
      'Traefik',
      'traefik',
      '3.6.7',
      'traefik',
      { 'GET /api/version': { body: { Version: '3.6.7', Codename: 'ramequin', startDate: '2026-01-01T00:00:00Z' } } },
    ],
    ['CrowdSec', 'crowdsec', null, 'crowdsec', { 'GET /v1/decisions': { status: 403, body: { message: 'access forbidden' } } }],
    [
      'Portainer',
      'http',
      '2.21.0',
      null,
      { 'GET /': title('Portainer'), 'GET /api/status': { body: { Version: '2.21.0', InstanceID: 'a-b' } } },
    ],
    [
      'Home Assistant',
      'homeassistant',
      null,
      'hass',
      { 'GET /manifest.json': { body: { name: 'Home Assistant', short_name: 'Home Assistant' } } },
    ],
    ['Qdrant', 'qdrant', '1.11.0', null, { 'GET /': { body: { title: 'qdrant - vector search engine', version: '1.11.0' } } }],
    ['Chroma', 'chroma', null, 'chroma', { 'GET /api/v1/heartbeat': { body: '{"nanosecond heartbeat":1755860000000000001}' } }],
    [
      'Chroma',
      'chroma',
      '≥ 1.0',
      'chroma',
      {
        'GET /api/v1/heartbeat': {
          status: 410,
          body: { error: 'Unimplemented', message: 'The v1 API is deprecated. Please use /v2 apis' },
        },
      },
    ],
    ['nginx', null, '1.22.1', null, { 'GET /': { body: 'hello', headers: { server: 'nginx/1.22.1' } } }],
  ];

  test.each(PRODUCTS)('%s (kind %s, version %s)', async (product, kind, version, process, routes) => {
    const { port, requests } = await serving(routes);
    const found = await ask(port, process);
    expect({ product: found?.product, kind: found?.fingerprint.kind, version: found?.version }).toEqual({ product, kind, version });
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  const RAW: readonly [product: string, process: string, isLocked: boolean, version: string | null, (socket: Socket) => void][] = [
    [
      'Redis',
      'redis-server',
      false,
      null,
      (socket) => void socket.once('data', (said) => socket.write(said.toString() === 'PING\r\n' ? '+PONG\r\n' : '-ERR\r\n')),
    ],
    [
      'Redis',
      'valkey-server',
      true,
      null,
      (socket) => void socket.once('data', () => socket.write('-NOAUTH Authentication required.\r\n')),
    ],
    [
      'Redis',
      'redis-server',
      true,
      null,
      (socket) => void socket.write('-DENIED Redis is running in protected mode\r\n', () => socket.end()),
    ],
    ['MySQL', 'mysqld', false, '8.0.36', (socket) => void socket.write(Buffer.from('\x4a\0\0\0\n8.0.36\0rest', 'latin1'))],
    [
      'MariaDB',
      'mariadbd',
      false,
      '10.11.19-MariaDB',
      (socket) => void socket.write(Buffer.from('\x4a\0\0\0\n5.5.5-10.11.19-MariaDB\0rest', 'latin1')),
    ],
    ['MySQL', 'mysqld', true, null, (socket) => void socket.end(Buffer.from('\x45\0\0\0\xff\x6a\x04Host not allowed', 'latin1'))],
    ['MQTT', 'mosquitto', false, null, (socket) => void socket.once('data', () => socket.write(Uint8Array.of(0x20, 2, 0, 0)))],
    ['MQTT', 'mosquitto', true, null, (socket) => void socket.once('data', () => socket.write(Uint8Array.of(0x20, 2, 0, 5)))],
    ['PostgreSQL', 'postgres', false, null, (socket) => void socket.once('data', () => socket.write('N'))],
  ];

  test.each(RAW)('%s behind %s (locked: %s)', async (product, process, isLocked, version, onConnection) => {
    expect(await ask(await speaking(onConnection), process)).toMatchObject({ product, isLocked, version });
  });

  test('every product but SSH and the Docker API, which need their own port, is among these', () => {
    const tested = new Set([
      ...PRODUCTS.map(([product]) => product),
      ...RAW.map(([product]) => product),
      'LM Studio',
      'Ollama',
      'OpenAI-compatible',
      'HTTP',
    ]);
    expect(fingerprints.map(({ product }) => product).filter((product) => !tested.has(product))).toEqual(['SSH', 'Docker API']);
  });
});

describe('nothing is invented', () => {
  test.each([
    ['a web page that answers 200 to everything', { body: '<html><title>Bonjour</title></html>' }],
    ['JSON of no product', { body: { status: 'ok', version: '1.0' } }],
    ['deep JSON', { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` }],
    ['a refusal of everything', { status: 401, body: { error: 'unauthorized' } }],
  ])('%s', async (_, answer) => {
    const server = await startServer(() => answer);
    onTestFinished(() => server.close());
    expect(await ask(server.port)).toBeNull();
  });

  test('a server that never answers is left within the time of one socket', async () => {
    const port = await speaking(() => {});
    const startedAt = performance.now();
    expect(await ask(port)).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(2_500);
  });

  test('each page is asked once', async () => {
    const { port, requests } = await serving({});
    await ask(port);
    expect(requests.map(({ url }) => url).toSorted()).toEqual([...new Set(requests.map(({ url }) => url))].toSorted());
    expect(requests.length).toBeGreaterThan(1);
  });
});

const POSTGRES = '/usr/lib/postgresql';
const version = existsSync(POSTGRES) ? readdirSync(POSTGRES).toSorted().at(-1) : undefined;
const canRun = version !== undefined && process.getuid?.() === 0;

test.skipIf(!canRun)('a real PostgreSQL is recognised (needs postgresql and root)', { timeout: 60_000 }, async () => {
  using folder = temporaryFolder();
  const bin = `${POSTGRES}/${version}/bin`;
  const asNobody = { uid: 65_534, gid: 65_534, stdio: 'ignore' } as const;
  chownSync(folder.path, 65_534, 65_534);
  const data = join(folder.path, 'data');
  execFileSync(`${bin}/initdb`, ['-D', data, '-A', 'trust', '--no-sync', '-U', 'nobody'], asNobody);
  const port = await speaking(() => {});
  const server = spawn(`${bin}/postgres`, ['-D', data, '-p', String(port + 1), '-k', '', '-h', '127.0.0.1', '-F'], asNobody);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    let found = null;
    for (let tries = 0; tries < 100 && !found; tries += 1) {
      found = await ask(port + 1, 'postgres');
      if (!found) await sleep(100);
    }
    expect(found).toMatchObject({ product: 'PostgreSQL', fingerprint: { kind: 'postgres' } });
  } finally {
    server.kill('SIGQUIT');
    await ended;
  }
});
