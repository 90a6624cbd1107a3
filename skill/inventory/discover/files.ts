import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { orAborted } from '../../host/abort.ts';

/** Names in a folder, sorted; none for what is absent, forbidden, or no folder. */
export async function namesIn(folder: string, signal: AbortSignal): Promise<readonly string[]> {
  return quietly(signal, [], async () => (await readdir(folder)).toSorted());
}

export async function kindOf(path: string, signal: AbortSignal): Promise<'file' | 'folder' | 'socket' | null> {
  return quietly(signal, null, async () => {
    const stats = await stat(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSocket() ? 'socket' : null;
  });
}

/** Whether this user may read and write there. */
export async function isOpenToUs(path: string, signal: AbortSignal): Promise<boolean> {
  return quietly(signal, false, async () => {
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  });
}

/** A path under the user's home begins with `~`: who shows the inventory need not show their name. */
export function shortened(path: string, home: string): string {
  if (home === '' || home === '/') return path;
  if (path === home) return '~';
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

async function quietly<T, E>(signal: AbortSignal, otherwise: E, work: () => Promise<T>): Promise<T | E> {
  try {
    return await orAborted(signal, work);
  } catch {
    return otherwise;
  }
}
