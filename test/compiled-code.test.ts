import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { cacheFolder } from '../skill/compiled-code.ts';
import { temporaryFolder } from './support/fake-program.ts';

const MAIN = new URL('../skill/main.ts', import.meta.url).pathname;

it.each([
  ['linux', { XDG_CACHE_HOME: '/var/cache/me' }, '/var/cache/me'],
  // the specification says that a relative path is to be ignored
  ['linux', { XDG_CACHE_HOME: 'cache' }, join(homedir(), '.cache')],
  ['linux', {}, join(homedir(), '.cache')],
  ['darwin', {}, join(homedir(), 'Library', 'Caches')],
  ['win32', { LOCALAPPDATA: '/Users/me/AppData/Local' }, '/Users/me/AppData/Local'],
  ['win32', {}, join(homedir(), 'AppData', 'Local')],
] as const)('on %s with %o, compiled code is kept in %s', (platform, environment, folder) => {
  expect(cacheFolder(platform, environment)).toBe(folder);
});

const ends = { encoding: 'utf8', timeout: 10_000, killSignal: 'SIGKILL' } as const;
const version = (home: Readonly<Record<string, string>>) => {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, '--version'], {
    ...ends,
    env: { PATH: process.env['PATH'] ?? '', ...home },
  });
  return [status, stdout.trim()];
};

it
  .skipIf(process.platform !== 'linux')
  .each([{ HOME: '/proc/x' }, { HOME: '/proc' }, { XDG_CACHE_HOME: '/proc' }, { XDG_CACHE_HOME: '/dev/null' }])(
  'a start ends where no cache can be made: %o',
  (home) => {
    // node itself would try for ever to make one in /proc
    expect(version(home)).toEqual([0, manifest.version]);
  },
);

it.skipIf(process.platform === 'win32')('compiled code is for its owner alone', () => {
  using home = temporaryFolder();
  expect(version({ HOME: home.path })).toEqual([0, manifest.version]);
  const folder = join(home.path, '.cache/jarvis-audit');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toHaveLength(1);
});

it.skipIf(process.platform === 'win32')('a cache in which others could have written is not taken', () => {
  using home = temporaryFolder();
  const folder = join(home.path, 'jarvis-audit');
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  expect(version({ XDG_CACHE_HOME: home.path })).toEqual([0, manifest.version]);
  expect(readdirSync(folder)).toEqual([]);
});

it.skipIf(process.getuid?.() !== 0)('a cache of somebody else is not taken', () => {
  using home = temporaryFolder();
  const folder = join(home.path, 'jarvis-audit');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, 65_534, 65_534);
  expect(version({ XDG_CACHE_HOME: home.path })).toEqual([0, manifest.version]);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['cut', (code: Buffer) => code.subarray(0, code.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  [
    'overwritten in its middle',
    (code: Buffer) => Buffer.concat([code.subarray(0, code.length / 2), Buffer.alloc(64, 0xff), code.subarray(code.length / 2 + 64)]),
  ],
  ['of noise', (code: Buffer) => randomBytes(code.length)],
] as const)('compiled code that is %s changes nothing', (_, damage) => {
  using home = temporaryFolder();
  const place = { HOME: home.path, LOCALAPPDATA: home.path, XDG_CACHE_HOME: home.path };
  version(place);
  const files = readdirSync(home.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files) writeFileSync(join(parentPath, name), damage(readFileSync(join(parentPath, name))));
  expect(version(place)).toEqual([0, manifest.version]);
});
