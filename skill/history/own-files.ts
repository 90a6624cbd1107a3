import { constants } from 'node:fs';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { errorCode } from '../error-code.ts';
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

/** Gives a file that is there a name of its own, `….damaged-<milliseconds>`. Rejects when it cannot. */
export async function setAside(path: string): Promise<void> {
  try {
    await rename(path, `${path}.damaged-${Date.now()}`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
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

/** A lock is held for a few writes, in milliseconds; one that is older was left by somebody who died. */
const STALE_MS = 10_000;
const RETRY_MS = 20;

/** Does `work` while no other process does its own on the same path. Rejects as `work` does, or when no lock can be made. */
export async function lockOwn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  await makeFolder(dirname(path), FOLDER_MODE);
  while (!(await take(lock))) {
    await removeStale(lock);
    await sleep(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true }).catch(() => {});
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx', FILE_MODE)).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moved away before it is removed: of two who find it stale one gets it, and a fresh one that was moved is put back. */
async function removeStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const aside = join(dirname(lock), await temporaryName());
  try {
    await rename(lock, aside);
    if (!(await isStale(aside))) await link(aside, lock).catch(() => {});
    await rm(aside, { force: true });
  } catch {
    // somebody else was faster
  }
}

async function isStale(lock: string): Promise<boolean> {
  const stats = await lstat(lock).catch(() => null);
  return stats !== null && Math.abs(Date.now() - stats.mtimeMs) > STALE_MS;
}
