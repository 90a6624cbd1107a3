import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './inventory/expand.ts';

/**
 * Keeps what V8 made of this program for its next start, in the user's own cache and not in a shared temporary folder,
 * where others could write. Never fails: a folder that cannot be written costs the gain, nothing else.
 */
export function keepCompiledCode(environment: Environment): void {
  const folder = cacheFolder(process.platform, environment);
  if (folder !== null) enableCompileCache({ directory: join(folder, 'jarvis-audit') });
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
