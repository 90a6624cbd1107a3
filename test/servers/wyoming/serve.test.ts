import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { settingsFrom } from '../../../skill/config.ts';
import { scratch, startCli } from '../../support/cli.ts';
import { timed } from '../../support/gathering.ts';
import { startLmStudio } from '../../support/lmstudio-server.ts';
import { startOllama } from '../../support/ollama-server.ts';
import { call, exchange, sentence } from './door.ts';

const MAIN = new URL('../../../skill/main.ts', import.meta.url).pathname;
const KEY = { JARVIS_AUDIT_KEY: 'k3y-0123456789abcdef0123456789abcdef' };

/** `serve` in a process of its own over a node that is well, and one that is down; a third takes its time where that is given. */
async function serve(args: readonly string[], environment: Readonly<Record<string, string>> = {}, delayMs = 0) {
  const [studio, ollama] = [await startLmStudio(), await startOllama({ delayMs })];
  const node = { provides: ['text'], prompt: 'never', timeoutMs: 30_000 };
  const targets = [
    { id: 'M1', kind: 'lmstudio', url: studio.url, ...node },
    { id: 'M2', kind: 'lmstudio', url: 'http://127.0.0.1:1', ...node },
    ...(delayMs > 0 ? [{ id: 'OL1', kind: 'ollama', url: ollama.url, ...node }] : []),
  ];
  const { folder } = await scratch({ 'jarvis.yaml': JSON.stringify({ targets }) });
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await Promise.all([studio.close(), ollama.close(), rm(folder, { recursive: true, force: true })]);
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const said = await Promise.race([line, ended.then(() => Promise.reject(new Error(stderr)))]);
  const { wyoming } = JSON.parse(said) as { wyoming: string };
  return { said, folder, wyoming, port: Number(new URL(wyoming).port), kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}

describe('serve --wyoming', () => {
  it('answers Home Assistant, goes on with the conversation, and ends in order', async () => {
    const { said, port, kill, ended } = await serve(['--wyoming', '0']);
    expect(said).toMatch(/^\{"listening":"http:\/\/127\.0\.0\.1:\d+","wyoming":"tcp:\/\/127\.0\.0\.1:\d+"\}$/);
    expect(await exchange(port, sentence('Jarvis, état du cluster'))).toMatch(/"type":"handled",.*\n\{"text":"Un nœud sur deux répond\./);
    expect(await exchange(port, sentence('et M2 ?'))).toMatch(/"type":"handled",.*\n\{"text":"[^"]*M-deux/);
    expect(await exchange(port, sentence('quel temps fait-il'))).toMatch(/^\{"type":"not-handled"/);
    kill('SIGTERM');
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain('temps');
    expect(stderr).not.toContain('key');
  });

  it('audits when asked to: said in French, and the report on disk', async () => {
    const { port, folder } = await serve(['--wyoming', '0']);
    const answer = await exchange(port, sentence('Jarvis, audit système'));
    expect(answer).toMatch(
      /^\{"type":"handled-start".*\n\{"context":.*?\}\}\{"type":"handled-chunk".*\n\{"text":"J'audite le système\."\}/,
    );
    expect(answer).toMatch(/"type":"handled",.*\n\{"text":"[^"]*M-deux/);
    const [name = ''] = (await readdir(`${folder}/data`)).filter((each) => /^audit_.*\.json$/.test(each));
    expect(JSON.parse(await readFile(`${folder}/data/${name}`, 'utf8'))).toMatchObject({
      mode: 'full',
      cluster: { nodesUp: 1, nodesTotal: 2 },
    });
  });

  it('« stop », over a connection of its own, ends an audit of that conversation', async () => {
    const { port } = await serve(['--wyoming', '0', '--deadline', '60'], {}, 60_000);
    const audit = await call(port, sentence('audit système'));
    await audit.until('handled-chunk');
    const { ms } = await timed(async () => {
      expect(await exchange(port, sentence('stop'))).toMatch(/"type":"handled"/);
      expect(await audit.until('handled-stop')).toContain('"type":"handled"');
    });
    expect(ms).toBeLessThan(4_000);
  });

  it('stays on this machine where the webhook does not, and says so', async () => {
    const { wyoming, kill, ended } = await serve(['--wyoming', '0', '--host', '0.0.0.0'], KEY);
    expect(wyoming).toMatch(/^tcp:\/\/127\.0\.0\.1:/);
    kill('SIGTERM');
    expect((await ended).stderr).toMatch(
      /^jarvis-audit: serve: Wyoming knows no key and stays on 127\.0\.0\.1; --wyoming 0\.0\.0\.0:\d+ would let in whoever reaches it$/m,
    );
  });

  it('is open to others where its own address says so, and warns of it', async () => {
    const { wyoming, kill, ended } = await serve(['--wyoming', '0.0.0.0:0']);
    expect(wyoming).toMatch(/^tcp:\/\/0\.0\.0\.0:/);
    kill('SIGTERM');
    expect((await ended).stderr).toMatch(
      /^jarvis-audit: serve: Wyoming knows no key: whoever reaches 0\.0\.0\.0:\d+ may ask, and hears what is broken here$/m,
    );
  });

  it('on a port that is taken is one sentence, and nothing is left behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as { readonly port: number };
    await using place = await scratch({ 'jarvis.yaml': 'targets: []' });
    const { code, stderr } = await startCli(['serve', '--port', '0', '--wyoming', String(port)], place.folder).result;
    expect(code).toBe(3);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `jarvis-audit: serve: 127.0.0.1:${port} cannot be listened on (another program listens there; choose another --wyoming)`,
    );
  });

  it.each<[string, object | string]>([
    ['10600', { host: '127.0.0.1', port: 10_600 }],
    ['192.168.1.4:10600', { host: '192.168.1.4', port: 10_600 }],
    ['[::1]:0', { host: '::1', port: 0 }],
    ['70000', '--wyoming 70000: expected a number from 0'],
    ['jarvis.lan', '--wyoming jarvis.lan: expected a number'],
    ['::1:10600', '--wyoming ::1:10600: expected a number'],
    ['tcp://127.0.0.1:10600', '--wyoming tcp://127.0.0.1:10600: expected a number'],
  ])('%s', (text, expected) => {
    const read = () => settingsFrom(['serve', '--wyoming', text]).wyoming;
    if (typeof expected === 'string') expect(read).toThrow(expected);
    else expect(read()).toEqual(expected);
  });
});
