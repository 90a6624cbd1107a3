import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-program.ts';
import { writeAged } from '../support/file-tree.ts';
import {
  asPrevious,
  assessed,
  auditor,
  failed,
  findingOf,
  foundSecret,
  judged,
  notAsked,
  on,
  openKeys,
  verdict,
} from '../support/judged.ts';

const environment = (fields: object = {}) => ({ path: '.env', mode: '600', tracking: 'untracked' as const, ...fields });
const defaultValue = (fields: object = {}) => ({ path: '.env', line: 3, name: 'JWT_SECRET', example: null, ...fields });

describe('SEC-001: secrets in clear text', () => {
  test.each([
    ['a password of a product', foundSecret(), 'fail critical'],
    ['a password of nobody knows what', foundSecret({ service: null }), 'fail high'],
    ['an address with its password', foundSecret({ kind: 'connection-url', service: null }), 'fail critical'],
    ['a private key', foundSecret({ kind: 'private-key', service: null, name: null }), 'fail high'],
  ])('%s', (_, found, said) => {
    expect(verdict('SEC-001', [on.secrets('env', { found: [found] })])).toBe(said);
  });

  test('are named by their file and their name, numbered from the second on, by their kind where they have none', () => {
    const found = [
      foundSecret(),
      foundSecret({ nth: 2, line: 40 }),
      foundSecret({ name: null, kind: 'private-key', path: 'keys/server.key' }),
      foundSecret({ name: null, kind: 'private-key', path: 'keys/server.key', nth: 2 }),
    ];
    expect(judged('SEC-001', [on.secrets('env', { found })]).map(({ key }) => key)).toEqual([
      'env:.env:POSTGRES_PASSWORD',
      'env:.env:POSTGRES_PASSWORD#2',
      'env:keys/server.key:private-key#1',
      'env:keys/server.key:private-key#2',
    ]);
  });

  test('none: passes only where everything was read', () => {
    expect(verdict('SEC-001', [on.secrets('env')])).toBe('pass');
    expect(verdict('SEC-001', [on.secrets('env', { lack: { path: 'a', code: 'denied' } })])).toBe('unknown');
    expect(verdict('SEC-001', [on.secrets('env', { lack: { path: null, code: 'cut' } })])).toBe('unknown');
    expect(verdict('SEC-001', [on.secrets('env', { lost: [{ path: '.env', failure: { code: 'not-found', detail: '' } }] })])).toBe(
      'unknown',
    );
    expect(verdict('SEC-001', [on.secrets('env', failed('timeout'))])).toBe('unknown');
    expect(verdict('SEC-001', [on.secrets('env', notAsked)])).toBe('skipped');
  });

  test('more than are listed leave the rest unknown', () => {
    expect(verdict('SEC-001', [on.secrets('env', { found: [foundSecret()], foundCount: 501 })])).toBe('fail critical, unknown');
  });

  test('are shown by a command that says where, and never what', () => {
    using folder = temporaryFolder();
    writeAged(folder.path, '.env', 0, 'A=b\nPOSTGRES_PASSWORD=Chaton-42!\n');
    const { verify, evidence } = findingOf(assessed([on.secrets('env', { found: [foundSecret()] })]), 'SEC-001:env:.env:POSTGRES_PASSWORD');
    expect(spawnSync('sh', ['-c', verify ?? ''], { cwd: folder.path }).stdout.toString()).toBe('2:POSTGRES_PASSWORD\n');
    expect(evidence).toMatchObject([{ file: '.env', line: 28, value: 'password, 14 characters, fingerprint 3b924425' }]);
  });

  test('cost the component of exposed keys, and are to be dealt with in two days', () => {
    const entries = [on.secrets('env', { found: [foundSecret({ service: null })] })];
    const { scoreDetails, findings } = assessed(entries);
    expect(scoreDetails.security.components.find(({ id }) => id === 'no-exposed-keys')).toMatchObject({ value: 0 });
    expect(findings.find(({ code }) => code === 'SEC-001')?.horizon).toBe('48h');
    expect(assessed([on.secrets('env')]).scoreDetails.security.components).toMatchObject([{ id: 'no-exposed-keys', value: 1 }]);
  });

  test('that are gone from files that were read are fixed; from files that were not, they stay open', () => {
    const before = asPrevious(assessed([on.secrets('env', { found: [foundSecret()] })]));
    const now = (fields: Parameters<typeof on.secrets>[1]) => assessed([on.secrets('env', fields)], { previous: before });
    expect(now({}).evolution?.fixed).toEqual(['SEC-001:env:.env:POSTGRES_PASSWORD']);
    const unread = now({ lack: { path: '.env', code: 'denied' } });
    expect(unread.evolution?.fixed).toEqual([]);
    expect(openKeys(unread)).toContain('SEC-001:env:.env:POSTGRES_PASSWORD');
  });
});

describe('SEC-002: rights of environment files', () => {
  test.each([
    ['600', 'pass'],
    ['400', 'pass'],
    ['700', 'pass'],
    ['640', 'warn medium'],
    ['604', 'warn medium'],
    ['644', 'warn medium'],
    ['2600', 'pass'],
    [null, 'unknown'],
  ])('%s is %s', (mode, said) => {
    expect(verdict('SEC-002', [on.secrets('env', { environments: [environment({ mode })] })])).toBe(said);
  });

  test('are known of every file that was listed, whether it could be read or not', () => {
    const environments = [environment()];
    const unread = { path: '.env', code: 'too-large' as const };
    expect(verdict('SEC-002', [on.secrets('env', { environments, lack: unread })])).toBe('pass');
    expect(verdict('SEC-003', [on.secrets('env', { environments, lack: unread })])).toBe('pass');
    const folder = { path: 'stack', code: 'denied' as const };
    expect(verdict('SEC-002', [on.secrets('env', { environments, unlisted: folder, lack: folder })])).toBe('pass, unknown');
    expect(verdict('SEC-003', [on.secrets('env', { environments, unlisted: folder, lack: folder })])).toBe('pass, unknown');
  });

  test('say nothing on Windows, nor where there is no such file', () => {
    const open = [on.secrets('env', { environments: [environment({ mode: '666' })] })];
    expect(verdict('SEC-002', open, { auditor: auditor({ platform: 'win32' }) })).toBe('not-applicable');
    expect(verdict('SEC-002', [on.secrets('env')])).toBe('not-applicable');
  });
});

describe('SEC-003: environment files in git', () => {
  test.each([
    ['tracked', 'fail critical'],
    ['untracked', 'pass'],
    ['outside', 'not-applicable'],
    ['missing-tool', 'unknown'],
    ['timeout', 'unknown'],
  ] as const)('%s is %s', (tracking, said) => {
    expect(verdict('SEC-003', [on.secrets('env', { environments: [environment({ tracking })] })])).toBe(said);
  });

  test('are shown, and taken out, by commands that work where they are pasted', () => {
    using folder = temporaryFolder();
    const git = (...args: string[]) => spawnSync('git', ['-C', `${folder.path}/stack`, ...args], { encoding: 'utf8' });
    writeAged(folder.path, 'stack/.env', 0, 'A=b\n');
    git('init', '-q');
    git('add', '.env');
    const entry = on.secrets('env', { environments: [environment({ path: 'stack/.env', tracking: 'tracked' })] });
    const { verify, message } = findingOf(assessed([entry]), 'SEC-003:env:stack/.env');
    const run = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder.path, encoding: 'utf8' }).stdout;
    expect(run(verify ?? '')).toBe('.env\n');
    run((message.values as { fix: string }).fix);
    expect(git('ls-files').stdout).toBe('');
    expect(run(verify ?? '')).toBe('');
  });
});

describe('SEC-004: values that everybody knows', () => {
  test('are critical, each by its name', () => {
    const defaults = [defaultValue(), defaultValue({ name: 'ADMIN_PASSWORD', example: { path: '.env.example', line: 4 } })];
    const entries = [on.secrets('env', { defaults, compared: 5 })];
    expect(verdict('SEC-004', entries)).toBe('fail critical, fail critical');
    expect(judged('SEC-004', entries).map(({ key }) => key)).toEqual(['env:.env:JWT_SECRET', 'env:.env:ADMIN_PASSWORD']);
  });

  test('none among those compared passes; nothing to compare says nothing', () => {
    expect(verdict('SEC-004', [on.secrets('env', { compared: 5 })])).toBe('pass');
    expect(verdict('SEC-004', [on.secrets('env')])).toBe('not-applicable');
    expect(verdict('SEC-004', [on.secrets('env', { compared: 5, lack: { path: '.env.example', code: 'denied' } })])).toBe('unknown');
  });
});
