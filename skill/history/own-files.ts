import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from './make-folder.ts';
import { sweepTemporaries, temporaryName } from './temporaries.ts';

/** For the owner alone: what was said in a conversation. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What a small file of this program says; null for what is gone, damaged, too large, somebody else's, a link or no file. Never rejects. */
export async function readOwn<T>(path: string, schema: z.ZodType<T>, mostBytes: number): Promise<T | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > mostBytes || stats.uid !== (process.getuid?.() ?? stats.uid)) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(stats.size), 0, stats.size, 0);
    return schema.safeParse(JSON.parse(buffer.toString('utf8', 0, bytesRead))).data ?? null;
  } catch {
    return null;
  }
}

/** Writes it whole or not at all, in the place of what was there. Rejects with the system's own error. `isLasting`: a power cut does not lose it. */
export async function writeOwn(path: string, value: unknown, isLasting: boolean): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder, FOLDER_MODE);
  const temporary = join(folder, await temporaryName());
  try {
    await using file = await open(temporary, 'wx', FILE_MODE);
    await file.writeFile(`${JSON.stringify(value)}\n`);
    if (isLasting) await file.sync();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** Removes the files of a folder that nobody wrote since `before` (milliseconds since 1970), and what killed writers left. Never rejects. */
export async function sweepOwn(folder: string, isOurs: (name: string) => boolean, before: number): Promise<void> {
  await sweepTemporaries(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isOurs(name)) continue;
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() && stats.mtimeMs < before) await rm(path, { force: true }).catch(() => {});
  }
}
