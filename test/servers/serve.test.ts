import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fr } from '../../locales/fr/locale.ts';
import { serve as serveCommand } from '../../skill/commands/serve.ts';
import { settingsFrom } from '../../skill/config.ts';
import { type CliResult, scratch, startCli } from '../support/cli.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { CLIENTS } from '../support/mcp-clients.ts';
import { startOllama } from '../support/ollama-server.ts';

const MAIN = new URL('../../skill/main.ts', import.meta.url).pathname;
const KEY = 'k3y-0123456789abcdef0123456789abcdef';
const AUTHORIZED = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

interface Serving {
  readonly url: string;
  readonly folder: string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

interface Wishes {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds before the second node answers. */
  readonly delayMs?: number;
  /** A third node, which is down. */
  readonly isBroken?: boolean;
  /** Files beside the inventory. */
  readonly files?: Readonly<Record<string, string>>;
}

const WITH_KEY = { JARVIS_AUDIT_KEY: KEY };

/** `serve` in a process of its own over two nodes that are well. */
async function serve({ args = [], environment = WITH_KEY, delayMs = 0, isBroken = false, files = {} }: Wishes = {}): Promise<Serving> {
  const [studio, ollama] = [await startLmStudio(), await startOllama({ delayMs })];
  const usual = { provides: ['text'], prompt: 'never', timeoutMs: 30_000 };
  const targets = [
    { id: 'M1', kind: 'lmstudio', url: studio.url, ...usual },
    { id: 'OL1', kind: 'ollama', url: ollama.url, ...usual },
    ...(isBroken ? [{ id: 'M9', kind: 'lmstudio', url: 'http://127.0.0.1:1', ...usual }] : []),
  ];
  const { folder } = await scratch({ 'jarvis.yaml': JSON.stringify({ cluster: { name: 'JARVIS', version: '1' }, targets }), ...files });
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await Promise.all([studio.close(), ollama.close(), rm(folder, { recursive: true, force: true })]);
  });
  const text = { stdout: '', stderr: '' };
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    text.stdout += `${line}\n`;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...text }));
  const [line] = (await Promise.race([once(lines, 'line'), ended.then(({ stderr }) => Promise.reject(new Error(stderr)))])) as [string];
  const { listening } = JSON.parse(line) as { listening: string };
  return { url: listening, folder, kill: (signal) => child.kill(signal), ended };
}

function ask(url: string, utterance: string, query = ''): Promise<Response> {
  return fetch(`${url}/v1/command${query}`, { method: 'POST', headers: AUTHORIZED, body: JSON.stringify({ utterance }) });
}

/** Makes "$1" a disk without a free byte, in a name space of its own, and becomes the rest of its words. */
const ON_FULL_DISK = [
  '-rm',
  'sh',
  '-ec',
  'mkdir -p "$1"; mount -t tmpfs -o size=64k none "$1"; shift; cat /dev/zero > "$0" 2>/dev/null || exec "$@"',
];

function onFullDisk(folder: string, words: readonly string[]): readonly string[] {
  return [...ON_FULL_DISK, `${folder}/filler`, folder, ...words];
}

const noFullDisk = spawnSync('unshare', onFullDisk(tmpdir(), ['true'])).status !== 0;

describe('serve', () => {
  it.skipIf(noFullDisk)('on a disk that is full is alive and not ready', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []' });
    const words = [process.execPath, MAIN, 'serve', '--port', '0'];
    const child = spawn('unshare', onFullDisk('data', words), { cwd: place.folder, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { listening } = JSON.parse(line) as { listening: string };
    expect([(await fetch(`${listening}/health`)).status, (await fetch(`${listening}/ready`)).status]).toEqual([200, 503]);
  });

  it('answers what was asked out of what was read, and says where the report is', async () => {
    const { url, kill, ended } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const body = (await (await ask(url, 'état du cluster')).json()) as { text: string; report: { url: string } };
    expect(body).toMatchObject({ handled: true, intent: 'cluster_status', slots: {} });
    const report = await (await fetch(url + body.report.url, { headers: AUTHORIZED })).json();
    expect(report).toMatchObject({ mode: 'quick', cluster: { nodesUp: 2, nodesTotal: 2 } });
    const weather = await (await ask(url, 'quel temps fait-il')).json();
    expect(weather).toMatchObject({ handled: false, intent: 'none', reason: 'not-for-us' });
    const restart = await (await ask(url, 'redémarre le cluster')).json();
    expect(restart).toMatchObject({ handled: false, reason: 'refused', text: expect.stringMatching(/\w/) });
    kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, stdout: `{"listening":"${url}"}\n` });
  });

  it.each(['0.0.0.0', '::'])('reached at every address (%s), says one at which it answers', async (host) => {
    const { url } = await serve({ args: ['--host', host] });
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('fifty questions at once are one audit', async () => {
    const { url } = await serve();
    const answers = await Promise.all(Array.from({ length: 50 }, async () => (await ask(url, 'état du cluster')).json()));
    expect(new Set((answers as { report: { id: string } }[]).map(({ report }) => report.id)).size).toBe(1);
  });

  it('told to end, answers what runs, refuses what is new, and exits 0', async () => {
    const { url, kill, ended } = await serve({ delayMs: 2_000 });
    const running = ask(url, 'état du cluster');
    await sleep(700);
    const startedAt = performance.now();
    kill('SIGTERM');
    await sleep(200);
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
    expect(await (await running).json()).toMatchObject({ handled: true, report: { id: expect.any(String) } });
    expect((await ended).code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('told to end before it has begun, ends as it ends otherwise', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []' });
    const settings = settingsFrom(['serve', '--port', '0', '--config', `${place.folder}/jarvis.yaml`, '--out', place.folder]);
    expect(await serveCommand(settings, fr, {}, AbortSignal.abort())).toBe(0);
  });

  it('told to end, does not wait for what hangs longer than ten seconds', async () => {
    const { url, kill, ended } = await serve({ args: ['--deadline', '60'], delayMs: 60_000 });
    const running = ask(url, 'audit complet', '?wait=30000');
    await sleep(1_000);
    const startedAt = performance.now();
    kill('SIGINT');
    const response = await running;
    expect([response.status, await response.json()]).toEqual([503, { error: { code: 'shutting-down', message: expect.any(String) } }]);
    expect((await ended).code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it.each(CLIENTS)('answers a client of MCP ($speaks), whose open streams hold nothing up', async ({ connect }) => {
    const { url, kill, ended } = await serve({ environment: {} });
    const client = await connect(new URL(`${url}/mcp`));
    const { structuredContent } = await client.call('system_audit', { mode: 'quick' });
    expect(structuredContent).toMatchObject({ mode: 'quick', cluster: { nodesUp: 2, nodesTotal: 2 } });
    expect(JSON.parse(await client.read('audit://latest'))).toMatchObject({ id: (structuredContent as { id: string }).id });
    const startedAt = performance.now();
    kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('runs what was planned, and logs what it found', async () => {
    const schedule = { id: 's', mode: 'quick', locale: 'fr', slots: { mode: 'quick', in: 'PT1M' }, plan: null, nextAt: Date.now() + 2_000 };
    const files = { 'schedules.json': JSON.stringify({ schema: 'jarvis-schedules/1', schedules: [schedule] }) };
    const { url, kill, ended } = await serve({ args: ['--out', '.'], isBroken: true, files });
    const reports = async () =>
      ((await (await fetch(`${url}/v1/reports`, { headers: AUTHORIZED })).json()) as { reports: object[] }).reports;
    await expect.poll(reports, { timeout: 15_000 }).toMatchObject([{ mode: 'quick', status: 'warning' }]);
    await sleep(500);
    kill('SIGTERM');
    expect((await ended).stderr).toMatch(/"msg":"[^"]*a vu du changement. Deux nœuds sur trois répondent/);
  });

  it('its log holds lines of JSON and no key', async () => {
    const { url, kill, ended } = await serve();
    await ask(url, 'état du cluster');
    await fetch(`${url}/v1/reports?key=${KEY}`, { headers: AUTHORIZED });
    kill('SIGTERM');
    const { stderr } = await ended;
    for (const line of stderr.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
    expect(stderr).not.toContain(KEY);
  });
});

describe('serve will not start', () => {
  async function refusal(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<CliResult> {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []' });
    const { kill, result } = startCli(['serve', '--port', '0', ...args], place.folder, environment);
    // one that starts after all must not stay
    onTestFinished(() => kill('SIGKILL'));
    return await result;
  }

  it.each([
    [
      'a key that is too short',
      [],
      { JARVIS_AUDIT_KEY: 'x'.repeat(31) },
      'jarvis-audit: serve: JARVIS_AUDIT_KEY has 31 characters; expected at least 32\n',
    ],
    ['an empty key', [], { JARVIS_AUDIT_KEY: '' }, 'jarvis-audit: serve: JARVIS_AUDIT_KEY has 0 characters; expected at least 32\n'],
    [
      'every address and no key',
      ['--host', '0.0.0.0'],
      {},
      'jarvis-audit: serve: --host 0.0.0.0 lets other machines call, and needs JARVIS_AUDIT_KEY (32 characters or more)\n',
    ],
    [
      'a name and no key',
      ['--host', 'example.invalid'],
      {},
      'jarvis-audit: serve: --host example.invalid lets other machines call, and needs JARVIS_AUDIT_KEY (32 characters or more)\n',
    ],
    ['a wrong inventory', ['--config', 'nowhere.yaml'], {}, 'jarvis-audit: nowhere.yaml: no such file; expected an inventory\n'],
    [
      'an allowed name that is a URL',
      ['--allow-host', 'http://jarvis.lan'],
      {},
      'jarvis-audit: --allow-host http://jarvis.lan: expected a host name, such as jarvis.lan, with its port where that is another\n',
    ],
    [
      'an address of another machine',
      ['--host', '192.0.2.1'],
      { JARVIS_AUDIT_KEY: KEY },
      'jarvis-audit: serve: 192.0.2.1:0 cannot be listened on (no address of this machine; choose another --host)\n',
    ],
  ] as const)('with %s', async (_what, args, environment, sentence) => {
    const { code, stdout, stderr } = await refusal(args, environment);
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '', stderr: sentence });
  });

  it('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stderr } = await refusal(['--port', String(port)]);
    other.close();
    expect([code, stderr]).toEqual([
      3,
      `jarvis-audit: serve: 127.0.0.1:${port} cannot be listened on (another program listens there; choose another --port)\n`,
    ]);
  });
});
