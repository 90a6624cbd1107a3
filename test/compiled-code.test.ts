import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../skill/compiled-code.ts';

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
