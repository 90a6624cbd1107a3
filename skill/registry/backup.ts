import { randomUUID } from 'node:crypto';
import { chmod, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { localIso } from '../audit/local-time.ts';
import { linkToFree } from '../history/publish.ts';

/** Keeps a copy of a file beside it, whole or not at all, with the rights of the file. Resolves to its path. */
export async function keepCopy(path: string, write: (temporary: string) => Promise<void>): Promise<string> {
  const stamp = localIso(new Date()).slice(0, 19).replace(/[-:]/g, '');
  const first = `${basename(path)}.bak-${stamp}`;
  const nameOf = (number: number) => (number === 1 ? first : `${first}_${number}`);
  return await viaTemporary(path, async (temporary) => {
    await write(temporary);
    const name = await linkToFree(temporary, dirname(path), nameOf);
    return join(dirname(path), name);
  });
}

/** A new empty file beside another, with its rights; gone afterwards unless it was renamed. */
export async function viaTemporary<T>(path: string, use: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = `${path}.tmp-${randomUUID()}`;
  const { mode } = await stat(path);
  try {
    await (await open(temporary, 'wx', mode)).close();
    // the umask took some away
    await chmod(temporary, mode & 0o7777);
    return await use(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}
