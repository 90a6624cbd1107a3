import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { NameOf } from './names.ts';

/** What a file system without hard links answers to `link`: exFAT, some FUSE, Android; EISDIR is Windows' word on exFAT. */
const NO_HARD_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EISDIR']);

/** Gives the file the first name that is free, all at once, and tells it. The temporary name may remain. */
export async function linkToFree(temporary: string, folder: string, nameOf: NameOf): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = nameOf(number);
    try {
      await link(temporary, join(folder, name));
      return name;
    } catch (error) {
      if (NO_HARD_LINKS.has(errorCode(error))) return renameToFree(temporary, folder, nameOf);
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/**
 * The same where there are no hard links. A rename would replace a file, so the name is reserved first by a lock. A lock
 * that somebody left costs one name; sweeping it could cost a report.
 */
export async function renameToFree(temporary: string, folder: string, nameOf: NameOf): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = nameOf(number);
    const path = join(folder, name);
    const lock = `${path}.lock`;
    if (!(await reserve(lock))) continue;
    try {
      if (await exists(path)) continue;
      await rename(temporary, path);
      return name;
    } finally {
      // the report is there, or the error is on its way
      await rm(lock, { force: true }).catch(() => {});
    }
  }
}

async function reserve(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
