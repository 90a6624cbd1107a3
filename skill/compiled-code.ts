import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './inventory/expand.ts';

/**
 * Keeps what V8 made of this program for its next start, in the user's own cache and not in a shared temporary folder,
 * where others could write. Never fails: a folder that cannot be written costs the gain, nothing else.
 */
export function keepCompiledCode(environment: Environment): void {
  const above = cacheFolder(process.platform, environment);
  if (above === null) return;
  const folder = join(above, 'jarvis-audit');
  if (isMade(above) && isMade(folder) && isOurs(folder)) enableCompileCache({ directory: folder });
}

/** One folder for its owner; node itself would try for ever where a file system takes none, as in /proc. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    return existsSync(folder);
  }
}

/** Nobody checks what is run from there: a folder of another user, a link, or one open to others is left alone. */
function isOurs(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

/** Where programs of this user keep what they can make again; null where nobody has a home. */
export function cacheFolder(platform: NodeJS.Platform, environment: Environment): string | null {
  const named = platform === 'win32' ? environment['LOCALAPPDATA'] : environment['XDG_CACHE_HOME'];
  if (named && isAbsolute(named)) return named;
  try {
    return join(homedir(), ...(platform === 'win32' ? ['AppData', 'Local'] : platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
  } catch {
    return null;
  }
}
