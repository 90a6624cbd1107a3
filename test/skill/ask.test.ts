import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { scratch, startCli } from '../support/cli.ts';
import { closing } from '../support/conversing.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';

const MAIN = new URL('../../skill/main.ts', import.meta.url).pathname;
const noSmallDisk = spawnSync('unshare', ['-rm', 'true']).status !== 0;

/** A folder with an inventory of one LM Studio. */
async function place(options: Parameters<typeof startLmStudio>[0] = {}, more = '') {
  const node = closing(await startLmStudio(options));
  const where = await scratch({ 'jarvis.yaml': `targets:\n  - { id: M1, kind: lmstudio, url: "${node.url}", provides: [text]${more} }\n` });
  return {
    node,
    folder: where.folder,
    async [Symbol.asyncDispose]() {
      await node.close();
      await where[Symbol.asyncDispose]();
    },
  };
}

describe('ask', () => {
  test('prints the answer and nothing else, and saves the report', async () => {
    await using here = await place();
    const { code, stdout, stderr } = await startCli(['ask', 'audit système'], here.folder).result;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Nœuds : 1 sur 1 attendu répond\.[\s\S]*\n$/);
    expect(stdout.trimEnd().length).toBeLessThanOrEqual(500);
    expect(await readdir(join(here.folder, 'data'))).toEqual([expect.stringMatching(/^audit_.*\.json$/)]);
  });

  test('keeps a conversation from one call to the next', async () => {
    await using here = await place();
    const ask = async (words: string) => (await startCli(['ask', words, '--session', 'terminal'], here.folder).result).stdout;
    const first = await ask('état du cluster');
    expect(await ask('répète')).toContain(first.trim());
    expect(await ask('et M1 ?')).toContain('M1 répond');
    expect((await stat(join(here.folder, 'data/sessions/terminal.json'))).mode & 0o777).toBe(0o600);
  });

  test('without a session remembers nothing', async () => {
    await using here = await place();
    await startCli(['ask', 'état du cluster'], here.folder).result;
    const { code, stdout } = await startCli(['ask', 'répète'], here.folder).result;
    expect(code).toBe(0);
    expect(stdout).toContain('audit système');
    expect(await readdir(join(here.folder, 'data'))).not.toContain('sessions');
  });

  test.each([
    ['quel temps fait-il', /Dites « audit système »/],
    ['redémarre le cluster', /je lis et je conseille/],
    ["n'audite pas", /je ne lance rien/],
    ['', /Dites « audit système »/],
  ])('« %s » is answered politely, and touches nothing', async (words, answer) => {
    await using here = await place();
    const { code, stdout } = await startCli(['ask', words], here.folder).result;
    expect(code).toBe(0);
    expect(stdout).toMatch(answer);
    expect(here.node.requests).toEqual([]);
    expect(await readdir(here.folder)).toEqual(['jarvis.yaml']);
  });

  test('speaks English, keeps to another folder and deadline', async () => {
    await using here = await place({ delayMs: 60_000 }, ', timeoutMs: 30000');
    const { code, stdout, durationMs } = await startCli(
      ['ask', 'système audit complet', '--locale', 'en', '--out', 'elsewhere', '--deadline', '0.5'],
      here.folder,
    ).result;
    expect(code).toBe(0);
    expect(durationMs).toBeLessThan(6_000);
    expect(stdout).toMatch(/could not read|M1/);
    expect(stdout).not.toMatch(/Nœud/);
    expect(await readdir(join(here.folder, 'elsewhere'))).toHaveLength(1);
  });

  test('a report that cannot be written costs no answer, is said, and exits 3', async () => {
    await using here = await place();
    const { code, stdout, stderr } = await startCli(['ask', 'audit système', '--out', 'jarvis.yaml'], here.folder).result;
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Nœuds : 1 sur 1[\s\S]*n'a pas pu être enregistré\.\n$/);
    expect(stderr).toBe('jarvis-audit: the report cannot be saved in jarvis.yaml: that path is not a folder.\n');
  });

  test.skipIf(noSmallDisk)(
    `a full disk costs neither the answer nor a word about it${noSmallDisk ? ' (skipped: no user name spaces here)' : ''}`,
    async () => {
      await using here = await place();
      const ask = '"$2" "$3" ask "audit système" --out "$1" --session s --config "$4"';
      const script = `mount -t tmpfs -o size=16k none "$1"; head -c 16k /dev/zero >"$1/fill" || true; ${ask}; echo "exit $?"; ls -A "$1"`;
      await mkdir(join(here.folder, 'data'));
      const args = ['data', process.execPath, MAIN, 'jarvis.yaml'];
      const { stdout, stderr } = await promisify(execFile)('unshare', ['-rm', 'sh', '-c', script, 'sh', ...args], { cwd: here.folder });
      expect(stdout).toMatch(/^Nœuds : 1 sur 1[\s\S]*n'a pas pu être enregistré\.\nexit 3\nfill\n(sessions\n)?$/);
      expect(stderr).toContain('the report cannot be saved in data: there is no space left on the disk.');
      expect(stderr).toContain('the conversation cannot be remembered: ENOSPC');
    },
  );

  test.each(['--no-save', '--replay=x'])('%s is no option of it', async (option) => {
    await using here = await place();
    const { code, stderr } = await startCli(['ask', 'état du cluster', option], here.folder).result;
    expect(code).toBe(3);
    expect(stderr).toContain('leave out --no-save and --replay');
  });

  test('an inventory that is wrong exits 3 with one sentence', async () => {
    await using here = await scratch({ 'jarvis.yaml': 'targets:\n  - { id: M1, kind: lmstudo }\n' });
    const { code, stdout, stderr } = await startCli(['ask', 'état du cluster'], here.folder).result;
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('« stop » in another call of the same conversation ends an audit at once', async () => {
    await using here = await place({ delayMs: 60_000 });
    const running = startCli(['ask', 'audit système', '--session', 'terminal'], here.folder);
    await expect.poll(() => here.node.requests.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect((await startCli(['ask', 'stop', '--session', 'autre'], here.folder).result).stdout).toContain('Dites');
    expect((await startCli(['ask', 'stop', '--session', 'terminal'], here.folder).result).stdout).toBe("D'accord, j'arrête.\n");
    const { code, stdout, durationMs } = await running.result;
    expect({ code, stdout }).toEqual({ code: 0, stdout: "L'audit a été arrêté.\n" });
    expect(durationMs).toBeLessThan(9_000);
    expect((await readdir(join(here.folder, 'data'))).filter((name) => name.startsWith('audit'))).toEqual([]);
    expect(await readdir(join(here.folder, 'data/sessions'))).toEqual(['terminal.json']);
  });

  test('Ctrl-C ends an audit at once', async () => {
    await using here = await place({ delayMs: 60_000 });
    const running = startCli(['ask', 'audit système'], here.folder);
    await expect.poll(() => here.node.requests.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const startedAt = performance.now();
    running.kill('SIGINT');
    const { code, stdout } = await running.result;
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(await readdir(here.folder)).toEqual(['jarvis.yaml']);
  });

  test('a secret that a target echoes is in no answer, no session, no report', async () => {
    const secret = 'sk-proj-9f8e7d6c5b4a39281706f5e4d3c2b1a0';
    await using here = await place({ models: [{ key: `model-${secret}`, loaded: true }] }, `, token: "\${TOKEN}"`);
    const { stdout, stderr } = await startCli(['ask', 'comment va M1', '--session', 's'], here.folder, { TOKEN: secret }).result;
    const files = await readdir(join(here.folder, 'data'), { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    expect(texts).toHaveLength(2);
    for (const text of [stdout, stderr, ...texts]) expect(text).not.toContain(secret);
  });
});
