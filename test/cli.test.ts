import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../skill/audit/report.ts';
import { settingsFrom, UsageError } from '../skill/config.ts';
import { scratch, startCli } from './support/cli.ts';
import { writeProgram } from './support/fake-program.ts';
import { startLmStudio } from './support/lmstudio-server.ts';
import { shell } from './support/shell.ts';
import { writeEngine } from './support/voices.ts';

/** One LM Studio that answers, and nothing of the machine: what is found depends on the server alone. */
async function withNode(options: Parameters<typeof startLmStudio>[0] = {}) {
  const node = await startLmStudio(options);
  const { folder, [Symbol.asyncDispose]: remove } = await scratch({
    'jarvis.yaml': `cluster: { name: ESSAI, version: "1" }\ntargets:\n  - { id: M1, kind: lmstudio, url: "${node.url}", token: "\${M1_TOKEN:-}", provides: [text] }\n`,
  });
  return {
    node,
    folder,
    async [Symbol.asyncDispose]() {
      await node.close();
      await remove();
    },
  };
}

const MAIN = new URL('../skill/main.ts', import.meta.url).pathname;

/** The command line as "$0" "$@" of a shell, which can redirect it. */
async function inShell(script: string, args: readonly string[], cwd: string) {
  return await new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile('sh', ['-c', script, process.execPath, MAIN, ...args], { cwd }, (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}

describe('the command line', () => {
  it('prints the report, saves it beside, and says where on stderr', async () => {
    await using place = await withNode();
    const { code, stdout, stderr } = await startCli([], place.folder).result;
    expect(code).toBe(0);
    expect(stdout).toContain('ESSAI');
    expect(stdout).toContain('§10');
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n').filter((text) => !text.includes('$ '))) expect(line.length).toBeLessThanOrEqual(80);
    const [file] = await readdir(join(place.folder, 'data'));
    expect(file).toMatch(/^audit_\d{4}-\d\d-\d\d_\d{4}\.json$/);
    expect(stderr).toContain(`data/${file}`);
    expect(reportSchema.parse(JSON.parse(await readFile(join(place.folder, 'data', file ?? ''), 'utf8'))).nodes['M1']?.status).toBe('up');
  });

  it('--json prints one document that the schema accepts, and nothing else', async () => {
    await using place = await withNode();
    const { code, stdout, stderr } = await startCli(['--json'], place.folder).result;
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.report_sections.map(({ lines }) => lines.length).every((count) => count > 0)).toBe(true);
    expect(await readdir(join(place.folder, 'data'))).toHaveLength(1);
  });

  it('--no-save keeps nothing', async () => {
    await using place = await withNode();
    expect((await startCli(['--json', '--no-save'], place.folder).result).code).toBe(0);
    expect(await readdir(place.folder)).toEqual(['jarvis.yaml']);
  });

  it.skipIf(process.platform === 'win32')('writes to a pipe as its reader takes it', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
    const args = ['--no-save', '--quick', '--save-readings', 'pipe'];
    const { code, stderr } = await inShell(
      'mkfifo pipe; (sleep 1; cat > read) < pipe & "$0" "$@"; code=$?; wait; exit $code',
      args,
      place.folder,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(await readFile(join(place.folder, 'read'), 'utf8'))).toHaveProperty('inventory');
  });

  it('each --output belongs to the --reporter before it; the others go to stdout', async () => {
    await using place = await withNode();
    const { stdout } = await startCli(['--no-save', '--reporter', 'json', '--output', 'r.json', '--reporter', 'spoken'], place.folder)
      .result;
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(reportSchema.safeParse(JSON.parse(await readFile(join(place.folder, 'r.json'), 'utf8'))).success).toBe(true);
  });

  it('--reporter sh writes a script that sh runs, and that nobody starts without having asked sh for it', async () => {
    await using place = await withNode();
    const { code } = await startCli(['--no-save', '--reporter', 'sh', '--output', 'check.sh'], place.folder).result;
    expect(code).toBe(0);
    expect((await stat(join(place.folder, 'check.sh'))).mode & 0o111).toBe(0);
    const run = await shell(['/bin/sh', 'check.sh'], '', { cwd: place.folder });
    expect(run.text).toMatch(/^\S+ .*audit complet[\s\S]*\$ curl [\s\S]*Commandes lancées : \d/);
  });

  it('--locale en says the same in English', async () => {
    await using place = await withNode();
    const { stdout } = await startCli(['--no-save', '--reporter', 'spoken', '--locale', 'en'], place.folder).result;
    expect(stdout).toContain('The expected node is answering.');
  });

  it.each([
    ['up', ['--fail-on', 'critical'], 0],
    ['down', [], 0],
    ['down', ['--fail-on', 'critical'], 2],
    ['empty', ['--fail-on', 'warning'], 1],
    ['empty', ['--fail-on', 'critical'], 0],
  ] as const)('a node that is %s, with %j, exits %i', async (state, args, expected) => {
    await using place = await withNode(state === 'empty' ? { models: [] } : {});
    if (state === 'down') await place.node.close();
    expect((await startCli(['--no-save', '--json', ...args], place.folder).result).code).toBe(expected);
  });

  it('an audit that could read nothing exits 3 where exit codes are asked for', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
    expect((await startCli(['--no-save', '--json', '--fail-on', 'critical'], place.folder).result).code).toBe(3);
  });

  it('--quick prompts nothing; a full audit sends one prompt to the loaded model', async () => {
    await using place = await withNode();
    await startCli(['--quick', '--no-save', '--json'], place.folder).result;
    expect(place.node.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await startCli(['--no-save', '--json'], place.folder).result;
    expect(place.node.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('a token is sent to the node and never leaves it', async () => {
    const token = 'sk-lm-aB3dE5gH:QwErTyUiOp1234567890';
    await using place = await withNode({ token });
    const { stdout, stderr, code } = await startCli(['--json', '--save-readings', 'r.json'], place.folder, { M1_TOKEN: token }).result;
    expect(code).toBe(0);
    expect(JSON.parse(stdout).nodes.M1.status).toBe('up');
    const saved = await Promise.all([
      readFile(join(place.folder, 'r.json'), 'utf8'),
      ...(await readdir(join(place.folder, 'data'))).map((file) => readFile(join(place.folder, 'data', file), 'utf8')),
    ]);
    for (const text of [stdout, stderr, ...saved]) expect(text).not.toContain(token.slice(6, 14));
  });

  it('a replay gives the same findings, scores and words, and touches nothing', async () => {
    await using place = await withNode();
    await startCli(['--json'], place.folder).result;
    await place.node.close();
    // the second audit has a past: what it carries over must be replayed too
    const live = await startCli(['--json', '--save-readings', 'r.json'], place.folder).result;
    const before = await readdir(join(place.folder, 'data'));
    const again = await startCli(['--replay', 'r.json', '--json'], place.folder).result;
    const [a, b] = [JSON.parse(live.stdout), JSON.parse(again.stdout)];
    expect({ ...b, id: a.id }).toEqual(a);
    expect(await readdir(join(place.folder, 'data'))).toEqual(before);
  });

  it('checks lists the catalogue', async () => {
    await using place = await scratch();
    const { stdout } = await startCli(['checks', '--json'], place.folder).result;
    expect(JSON.parse(stdout).map(({ code }: { code: string }) => code)).toContain('ARCH-001');
    expect((await startCli(['checks'], place.folder).result).stdout).toContain('NODE-001');
  });
});

describe('what it cannot obey is one sentence and exit 3', () => {
  it.each([
    [['--nope'], /--nope/],
    [['audits'], /unknown command "audits"/],
    [['audit', 'twice'], /unexpected argument "twice"/],
    [['--reporter', 'pdf'], /unknown reporter "pdf"; expected one of console/],
    [['--output', 'x'], /--output FILE belongs after/],
    [['--reporter', 'json', '--output', 'x', '--output', 'y'], /--output FILE belongs after/],
    [['--deadline', 'soon'], /--deadline soon: expected seconds/],
    [['--deadline', '0'], /--deadline 0: expected seconds/],
    [['--locale', 'de'], /--locale de: expected fr or en/],
    [['--fail-on', 'info'], /--fail-on info: expected warning or critical/],
    [['--out='], /expected a path, not an empty word/],
    [['--voice', '--say'], /--voice/],
    [['--replay', 'r.json', '--config', 'x.yaml'], /--replay brings its own inventory/],
    [['--json', '--reporter', 'spoken'], /^--json is all of standard output: give --reporter spoken an --output$/],
    [['--reporter', 'console', '--output', 'x', '--reporter', 'json', '--json'], /give --reporter json an --output$/],
    [['--deadline', '-5'], /^--deadline: expected a value; one that starts with "-" is written --deadline=-…$/],
    [['--deadline=-5'], /^--deadline -5: expected seconds, from more than 0 to 3600$/],
  ] as const)('%j', (args, sentence) => {
    expect(() => settingsFrom(args)).toThrow(UsageError);
    expect(() => settingsFrom(args)).toThrow(sentence);
  });

  it.each([
    [['--nope'], /--nope/],
    [['--config', 'absent.yaml'], /absent\.yaml: no such file/],
    [['--replay', 'jarvis.yaml'], /jarvis\.yaml: expected readings saved by --save-readings/],
    [['--replay', '/dev/zero'], /\/dev\/zero: expected saved readings, a regular file of at most 256 MiB/],
    [['--config', 'bad.yaml'], /bad\.yaml:2: .*unknown key "colour"/],
  ] as const)('%j, on stderr', async (args, sentence) => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n', 'bad.yaml': 'targets:\n  - { id: a, kind: host, colour: red }\n' });
    const { code, stdout, stderr } = await startCli(args, place.folder).result;
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });

  it('a folder of reports that is a file: the report is printed all the same', async () => {
    await using place = await withNode();
    await writeFile(join(place.folder, 'data'), 'mine');
    const { code, stdout, stderr } = await startCli(['--json'], place.folder).result;
    expect(reportSchema.safeParse(JSON.parse(stdout)).success).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(3);
    expect(await readFile(join(place.folder, 'data'), 'utf8')).toBe('mine');
  });

  it.skipIf(!existsSync('/dev/full'))('a full standard output, which costs the saved report nothing', async () => {
    await using place = await withNode();
    const { code, stderr } = await inShell('"$0" "$@" > /dev/full', ['--json'], place.folder);
    expect(stderr).toBe('jarvis-audit: standard output cannot be written (ENOSPC: no space left on device, write)\n');
    expect(code).toBe(3);
    expect(await readdir(join(place.folder, 'data'))).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('but not a reader that went away', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
    const { stderr } = await inShell('{ "$0" "$@"; echo "exit $?" >&2; } | true', ['--json', '--no-save'], place.folder);
    expect(stderr).toBe('exit 0\n');
  });

  it('a --replay that is too large, unread', async () => {
    await using place = await scratch({ 'r.json': '' });
    await truncate(join(place.folder, 'r.json'), 256 * 1024 * 1024 + 1);
    const { code, stderr } = await startCli(['--replay', 'r.json'], place.folder).result;
    expect(stderr).toBe('jarvis-audit: r.json: expected saved readings, a regular file of at most 256 MiB\n');
    expect(code).toBe(3);
  });

  it('a report that cannot be saved, which is said aloud too', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n', data: 'mine' });
    writeEngine(place.folder, 'espeak-ng');
    writeProgram(place.folder, 'pw-play', 'sleep 0.2');
    const PATH = `${place.folder}:${process.env['PATH']}`;
    const { code, stderr } = await startCli(['--json', '--voice', 'espeak-ng', '--locale', 'en'], place.folder, { PATH }).result;
    const said = (await readFile(join(place.folder, 'espeak-ng.calls'), 'utf8')).match(/(?<=\n--\n).+/g);
    expect(said).toHaveLength(2);
    expect(said?.[1]).toMatch(/the report could not be saved/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(3);
  });

  it('but said once where nothing is heard', async () => {
    await using place = await scratch({ 'jarvis.yaml': 'targets: []\n', data: 'mine' });
    writeEngine(place.folder, 'espeak-ng');
    for (const player of ['pw-play', 'paplay', 'aplay']) writeProgram(place.folder, player, 'exit 1');
    const PATH = `${place.folder}:${process.env['PATH']}`;
    const { stderr } = await startCli(['--json', '--voice', 'espeak-ng'], place.folder, { PATH }).result;
    expect((await readFile(join(place.folder, 'espeak-ng.calls'), 'utf8')).match(/(?<=\n--\n).+/g)).toHaveLength(1);
    expect(stderr.trim().split('\n')).toHaveLength(3);
  });

  it.skipIf(process.platform === 'win32').each([[['--reporter', 'json', '--output', 'pipe']], [['--save-readings', 'pipe']]])(
    '%j, a pipe that nobody reads',
    async (args) => {
      await using place = await scratch({ 'jarvis.yaml': 'targets: []\n' });
      await promisify(execFile)('mkfifo', [join(place.folder, 'pipe')]);
      const running = startCli(['--no-save', '--quick', ...args], place.folder);
      const patience = setTimeout(() => running.kill('SIGKILL'), 8_000);
      const { code, stderr } = await running.result;
      clearTimeout(patience);
      expect({ code, stderr }).toEqual({ code: 3, stderr: 'jarvis-audit: pipe: cannot be written (nobody reads it)\n' });
    },
  );

  it.skipIf(process.platform === 'win32')('a pipe whose reader leaves', async () => {
    // a report of more than a pipe holds by itself
    const targets = Array.from({ length: 40 }, (_, index) => `  - { id: M${index}, kind: lmstudio, url: "http://127.0.0.1:1/${index}" }\n`);
    await using place = await scratch({ 'jarvis.yaml': `targets:\n${targets.join('')}` });
    const script = 'mkfifo pipe; head -c 10 < pipe > /dev/null & "$0" "$@"';
    const args = ['--no-save', '--quick', '--reporter', 'json', '--output', 'pipe'];
    const { code, stderr } = await inShell(script, args, place.folder);
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'jarvis-audit: pipe: cannot be written (its reader left)\n' });
  });

  it('an --output that is a folder', async () => {
    await using place = await withNode();
    await mkdir(join(place.folder, 'r'));
    const { code, stderr } = await startCli(['--no-save', '--reporter', 'json', '--output', 'r'], place.folder).result;
    expect(stderr).toMatch(/r: cannot be written \(it is a folder\)/);
    expect(code).toBe(3);
  });
});

describe('time', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle ends it at once, with nothing saved', async (signal) => {
    await using place = await withNode({ delayMs: 60_000 });
    const running = startCli(['--json'], place.folder);
    while (place.node.requests.length === 0) await sleep(20);
    const at = performance.now();
    running.kill(signal);
    const { code, stdout } = await running.result;
    expect(performance.now() - at).toBeLessThan(1_000);
    expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(stdout).toBe('');
    expect(await readdir(place.folder)).toEqual(['jarvis.yaml']);
  });

  it('--deadline ends the whole audit: what is unread by then is a timeout', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await using place = await scratch();
    const { port } = silent.address() as { port: number };
    await writeFile(
      join(place.folder, 'jarvis.yaml'),
      `targets:\n  - { id: M1, kind: lmstudio, url: "http://127.0.0.1:${port}", timeoutMs: 60000 }\n`,
    );
    const { stdout, durationMs } = await startCli(['--json', '--no-save', '--deadline', '0.5'], place.folder).result;
    silent.close();
    expect(JSON.parse(stdout).nodes.M1).toMatchObject({ status: 'unknown', failure: { code: 'timeout' } });
    expect(durationMs).toBeLessThan(5_000);
  });
});
