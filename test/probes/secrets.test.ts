import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../skill/host/host.ts';
import { createScanner } from '../../skill/probes/secrets/scan-files.ts';
import { type SecretsFacts, secrets } from '../../skill/probes/secrets.ts';
import { temporaryFolder, withPrograms } from '../support/fake-program.ts';
import { asNobody, canPlayNobody } from '../support/file-tree.ts';
import { realHost } from '../support/gathering.ts';
import { readNode } from '../support/read-node.ts';

const PASSWORD = 'POSTGRES_PASSWORD=Chaton-42!\n';

/** A real folder with these files. */
function folderWith(files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) write(folder.path, name, content);
  return folder;
}

function write(folder: string, name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** As the engine reads it: what is relative is so to `folder`. */
function readIn(folder: string, fields: object = { paths: ['.'] }, real: Host = realHost()): Promise<SecretsFacts> {
  const host: Host = {
    ...real,
    run: (command, how, signal) => real.run(command, { cwd: folder, ...how }, signal),
    list: (path, how, signal) => real.list(path, { cwd: folder, ...how }, signal),
  };
  return readNode(secrets, { paths: ['.'], timeoutMs: 20_000, ...fields }, { host, signal: AbortSignal.timeout(60_000) });
}

const placesOf = ({ found }: SecretsFacts) => found.map(({ path, line, name }) => `${path}:${line} ${name}`);

describe('a folder', () => {
  test('tells where its secrets lie, of which kind they are, and nothing of what they are', async () => {
    using folder = folderWith({
      '.env': `# stack\nMODEL=qwen3\n${PASSWORD}ADMIN_PASSWORD=Chaton-42!\n`,
      'compose/docker-compose.yml': 'services:\n  db:\n    environment:\n      DB_PASSWORD: Souris-43!\n',
      'notes.txt': 'nothing to see',
    });
    const facts = await readIn(folder.path);
    expect(facts.found).toMatchObject([
      { path: '.env', line: 3, name: 'POSTGRES_PASSWORD', nth: 1, kind: 'password', service: 'PostgreSQL', length: 10 },
      { path: '.env', line: 4, name: 'ADMIN_PASSWORD', nth: 1, kind: 'password', service: null, length: 10 },
      { path: 'compose/docker-compose.yml', line: 4, name: 'DB_PASSWORD' },
    ]);
    expect(facts).toMatchObject({ files: 3, foundCount: 3, lack: null, lost: [] });
    expect(JSON.stringify(facts)).not.toMatch(/Chaton|Souris/);
  });

  test('gives equal values one fingerprint within an audit, and another in the next', async () => {
    using folder = folderWith({ a: PASSWORD, b: PASSWORD, c: 'DB_PASSWORD=Souris-43!\n' });
    const [first, second] = [await readIn(folder.path), await readIn(folder.path)].map(({ found }) =>
      found.map(({ fingerprint }) => fingerprint),
    );
    expect(first?.[0]).toBe(first?.[1]);
    expect(first?.[0]).not.toBe(first?.[2]);
    expect(second?.[0]).not.toBe(first?.[0]);
  });

  test('numbers the second of a name, and what has none', async () => {
    const key = (seed: string) =>
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from(seed.repeat(9)).toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
    using folder = folderWith({
      'a.yml': 'a:\n  password: Chaton-42!\nb:\n  password: Souris-43!\n',
      keys: key('one secret key, drawn by hand 0123') + key('another key of the same kind 4567'),
    });
    const found = (await readIn(folder.path)).found.map(({ path, name, kind, nth }) => [path, name ?? kind, nth]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['a.yml', 'password', 1],
        ['a.yml', 'password', 2],
        ['keys', 'private-key', 1],
        ['keys', 'private-key', 2],
      ]),
    );
  });

  test('is left alone where it says so, and where others wrote', async () => {
    using folder = folderWith({ 'mine/.env': PASSWORD, 'old/.env': PASSWORD, 'a/skip.env': PASSWORD, 'node_modules/x/.env': PASSWORD });
    expect(placesOf(await readIn(folder.path, { ignore: ['old', '**/skip.*'] }))).toEqual(['mine/.env:1 POSTGRES_PASSWORD']);
    expect(placesOf(await readIn(folder.path, { paths: ['mine', '**/*.env'] }))).toHaveLength(2);
  });

  test('tells a token in the settings of its repository', async () => {
    using folder = folderWith({ '.git/config': `[remote "origin"]\n\turl = https://me:Chaton-42x@git.lan/stack.git\n` });
    expect(placesOf(await readIn(folder.path))).toEqual(['.git/config:2 url']);
  });
});

describe('what is no ordinary file', () => {
  test('is survived: a FIFO, a device, a loop of links, and a link out of the tree', async () => {
    using outside = folderWith({ 'far.env': PASSWORD });
    using folder = folderWith({ 'real/.env': PASSWORD });
    const at = (name: string) => join(folder.path, name);
    execFileSync('mkfifo', [at('.env')]);
    symlinkSync('/dev/zero', at('zero.env'));
    symlinkSync('loop', at('loop'));
    symlinkSync('..', at('real/up'));
    symlinkSync(join(outside.path, 'far.env'), at('far.env'));
    symlinkSync(outside.path, at('elsewhere'));
    const facts = await readIn(folder.path);
    expect(placesOf(facts)).toEqual(['real/.env:1 POSTGRES_PASSWORD']);
    expect(facts.lack).toBeNull();
  });

  test('is told where it was named', async () => {
    using folder = folderWith({});
    execFileSync('mkfifo', [join(folder.path, '.env')]);
    const { lost } = await readIn(folder.path, { paths: ['.env', 'absent', '*.nothing'] });
    expect(lost.map(({ path, failure }) => [path, failure.code])).toEqual([
      ['.env', 'malformed'],
      ['absent', 'not-found'],
      ['*.nothing', 'not-found'],
    ]);
  });

  test('a `.env` of fifty megabytes is not read, and not forgotten', async () => {
    using folder = folderWith({ 'huge/.env': '', 'small/.env': PASSWORD });
    truncateSync(join(folder.path, 'huge/.env'), 50 * 2 ** 20);
    const facts = await readIn(folder.path);
    expect(placesOf(facts)).toEqual(['small/.env:1 POSTGRES_PASSWORD']);
    expect(facts.lack).toEqual({ path: 'huge/.env', code: 'too-large' });
  });

  test('what is binary holds no line, and what another alphabet wrote does', async () => {
    using folder = folderWith({
      'a.bin.conf': Buffer.concat([Buffer.from([0, 1, 2, 255]), Buffer.from(PASSWORD)]),
      'latin1.env': Buffer.from(`# é\n${PASSWORD}`, 'latin1'),
      'windows.env': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PASSWORD, 'utf16le')]),
      'mark.env': `\ufeff${PASSWORD}`,
      'lines.env': `A=b\r\n${PASSWORD.replace('\n', '\r\n')}`,
    });
    const found = (await readIn(folder.path)).found.map(({ path, line, length }) => [path, line, length]);
    expect(found).toEqual([
      ['latin1.env', 2, 10],
      ['lines.env', 2, 10],
      ['mark.env', 1, 10],
      ['windows.env', 1, 10],
    ]);
  });

  test.skipIf(!canPlayNobody)('what may not be read is missing from what was', () => {
    using folder = folderWith({ '.env': PASSWORD, 'open/.env': PASSWORD });
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, '.env'), 0o600);
    const script = `
      const [probe, node, folder] = process.argv.slice(1);
      const { secrets } = await import(probe);
      const { createNodeHost } = await import(node);
      const facts = await secrets.read({ id: 'env', kind: 'secrets', paths: [folder], timeoutMs: 20000 }, createNodeHost(), 'full', AbortSignal.timeout(20000));
      console.log(JSON.stringify(facts));`;
    const at = (file: string) => new URL(`../../skill/${file}`, import.meta.url).href;
    const facts = asNobody(script, at('probes/secrets.ts'), at('host/node.ts'), folder.path) as SecretsFacts;
    expect(facts.found).toHaveLength(1);
    expect(facts.lack).toMatchObject({ path: expect.stringMatching(/\.env$/), code: 'denied' });
  });
});

describe('time', () => {
  test('that runs out leaves what was found, and says that there may be more', async () => {
    using folder = folderWith({ '.env': PASSWORD, 'slow.txt': 'x' });
    const real = realHost();
    const slow: Host = {
      ...real,
      deadline: (ms, signal) => real.deadline(Math.min(ms, 1_500), signal),
      read: (path, signal) =>
        path.endsWith('slow.txt')
          ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          : real.read(path, signal),
    };
    const facts = await readIn(folder.path, {}, slow);
    expect(facts.lack).toEqual({ path: null, code: 'cut' });
  });

  test('ends with the signal', async () => {
    using folder = folderWith({ '.env': PASSWORD });
    const host = realHost();
    const reading = secrets.read(
      { id: 'env', kind: 'secrets', paths: [folder.path] },
      host,
      'full',
      AbortSignal.abort(new Error('enough')),
    );
    await expect(reading).rejects.toThrow('enough');
  });

  test('that one text takes for itself costs the others nothing', async () => {
    const scanner = createScanner(new Uint8Array(32), AbortSignal.timeout(60_000), 500);
    const endless = { path: 'a.sh', text: 'curl '.repeat(16_000_000), isSettings: false };
    const text = { path: '.env', text: PASSWORD, isSettings: true };
    const [before, stuck, after] = await scanner.scan([text, endless, text]);
    await scanner.end();
    expect([before?.sightings.length, stuck, after?.sightings.length]).toEqual([1, null, 1]);
  });
});

describe('a file that programs read', () => {
  test('tells its rights, and a file that shows how is none', async () => {
    using folder = folderWith({ '.env': 'A=b', '.env.local': 'A=b', '.env.example': 'A=b', 'prod.env': 'A=b' });
    chmodSync(join(folder.path, '.env'), 0o640);
    chmodSync(join(folder.path, '.env.local'), 0o600);
    chmodSync(join(folder.path, 'prod.env'), 0o644);
    const { environments } = await readIn(folder.path);
    expect(environments.map(({ path, mode }) => [path, mode])).toEqual([
      ['.env', '640'],
      ['.env.local', '600'],
      ['prod.env', '644'],
    ]);
  });

  test('is tracked by git, or is not, or is in no repository', async () => {
    using folder = folderWith({ 'stack/.env': 'A=b', 'stack/deep/prod.env': 'A=b', 'stack/new.env': 'A=b', 'alone/.env': 'A=b' });
    const git = (...args: string[]) => spawnSync('git', ['-C', join(folder.path, 'stack'), ...args], { encoding: 'utf8' });
    git('init', '-q');
    git('add', '.env', 'deep/prod.env');
    const { environments } = await readIn(folder.path);
    expect(Object.fromEntries(environments.map(({ path, tracking }) => [path, tracking]))).toEqual({
      'stack/.env': 'tracked',
      'stack/deep/prod.env': 'tracked',
      'stack/new.env': 'untracked',
      'alone/.env': 'outside',
    });
  });

  test('whose repository wants to run something runs nothing', async () => {
    using folder = folderWith({ '.env': 'A=b' });
    const git = (...args: string[]) => spawnSync('git', ['-C', folder.path, ...args]);
    git('init', '-q');
    git('add', '.env');
    for (const name of ['core.fsmonitor', 'core.sshCommand', 'core.pager', 'core.editor'])
      git('config', name, `touch ${folder.path}/owned; false`);
    const facts = await readIn(folder.path);
    expect(facts.environments[0]?.tracking).toBe('tracked');
    expect(spawnSync('ls', [join(folder.path, 'owned')]).status).not.toBe(0);
  });

  test('is of unknown standing where git is not installed, or fails', async () => {
    using folder = folderWith({ '.env': 'A=b', '.git/HEAD': 'nonsense' });
    expect((await readIn(folder.path)).environments[0]?.tracking).toBe('bad-status');
    expect((await readIn(folder.path, {}, withPrograms(realHost(), {}))).environments[0]?.tracking).toBe('missing-tool');
  });
});

describe('a value in force', () => {
  const read = async (files: Readonly<Record<string, string>>) => {
    using folder = folderWith(files);
    const { defaults, compared } = await readIn(folder.path);
    return { defaults: defaults.map(({ path, name, example }) => [path, name, example?.path ?? null]), compared };
  };

  test('that an example shows is everybody’s', async () => {
    expect(
      await read({
        'backend/.env': 'JWT_SECRET_KEY=dev-key-2026-jarvis\nADMIN_PASSWORD=Chaton-42!\nAPI_TOKEN=Xq7Zt93kLmPw\n',
        'backend/.env.example': 'JWT_SECRET_KEY=dev-key-2026-jarvis\nADMIN_PASSWORD=\nAPI_TOKEN=another-9Zq3\n',
        'audits/.env.baseline': 'ADMIN_PASSWORD="Chaton-42!"\n',
      }),
    ).toEqual({
      defaults: [
        ['backend/.env', 'JWT_SECRET_KEY', 'backend/.env.example'],
        ['backend/.env', 'ADMIN_PASSWORD', 'audits/.env.baseline'],
      ],
      compared: 3,
    });
  });

  test('that asks to be replaced is known too, where it guards a door of ours', async () => {
    const { defaults } = await read({
      '.env': 'JWT_SECRET_KEY=change-me\nADMIN_PASSWORD=changeme\nBRAVE_API_KEY=<BRAVE_API_KEY>\nOPENAI_API_KEY=sk-xxxx\n',
    });
    expect(defaults.map(([, name]) => name)).toEqual(['JWT_SECRET_KEY', 'ADMIN_PASSWORD']);
  });

  test('is the one of the last line, and no comment', async () => {
    const files = { '.env': 'JWT_SECRET=change-me\nJWT_SECRET=Xq7Zt93kLmPw2d\n# ADMIN_PASSWORD=changeme\n' };
    expect(await read(files)).toEqual({ defaults: [], compared: 1 });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference as people write it
  const REFERENCE = 'JWT_SECRET=${JWT_SECRET}\n';

  test('is nowhere in an example, a copy or a reference', async () => {
    const files = { '.env.example': 'JWT_SECRET=change-me\n', '.env.bak': 'JWT_SECRET=change-me\n', '.env': REFERENCE };
    expect(await read(files)).toEqual({ defaults: [], compared: 0 });
  });
});

test('how a service runs commands is read where it is set, and where a program falls back on it', async () => {
  using folder = folderWith({
    '.env': 'EXECUTE_MODE=sandbox\nEXECUTE_MODE=direct\nALLOWED_COMMANDS=ls,cat\n',
    'app/config.py': 'class Settings:\n    EXECUTE_MODE: str = "direct"\n    COMMAND_ALLOWLIST: list[str] = []\n',
    'other.py': 'mode = os.getenv("EXECUTE_MODE", "sandbox")\n',
    '.env.example': 'EXECUTE_MODE=direct\n',
    'README.md': 'EXECUTE_MODE=direct\n',
    'commented.env': '# EXECUTE_MODE=direct\n',
  });
  const { executionModes } = await readIn(folder.path);
  expect(executionModes.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: '.env', line: 2, isDirect: true, isSetting: true, hasAllowlist: true },
    { path: 'app/config.py', line: 2, isDirect: true, isSetting: false, hasAllowlist: false },
    { path: 'other.py', line: 1, isDirect: false, isSetting: false, hasAllowlist: false },
  ]);
});

test('a name that is a secret itself is not told', async () => {
  using folder = folderWith({ '.env': `ghp_${'a1B2c3D4e5F6'.repeat(3)}_SECRET=Chaton-42!Souris\n` });
  const facts = await readIn(folder.path);
  expect(JSON.stringify(facts)).not.toMatch(/ghp_|Chaton/);
  expect(facts.found.length).toBeGreaterThan(0);
});
