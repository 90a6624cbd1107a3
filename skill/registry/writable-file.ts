import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CannotSucceed } from '../cannot-succeed.ts';
import { errorCode } from '../error-code.ts';

const ANYBODY_WRITES = 0o222;

/** The real path of a file of the assistant that we may replace or write to. Touches nothing. */
export async function writableFile(file: string): Promise<string> {
  try {
    const path = await realpath(file);
    const stats = await stat(path);
    if (stats.isDirectory()) throw new CannotSucceed(`${file}: is a folder; expected a file of the assistant`);
    if (!stats.isFile()) throw new CannotSucceed(`${file}: is no regular file; expected a file of the assistant`);
    await checkWritable(path, `${file}: is read-only`);
    await checkWritable(dirname(path), `${file}: its folder is read-only, so no copy can be kept`);
    return path;
  } catch (error) {
    if (error instanceof CannotSucceed) throw error;
    throw new CannotSucceed(`${file}: ${REASONS[errorCode(error)] ?? `cannot be read (${errorCode(error)})`}`);
  }
}

/** Root may write everywhere; who took every right to write away meant it. */
async function checkWritable(path: string, complaint: string): Promise<void> {
  const isAllowed = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isAllowed || ((await stat(path)).mode & ANYBODY_WRITES) === 0) throw new CannotSucceed(complaint);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; the assistant makes it when it first runs',
  ENOTDIR: 'no such file; a part of its path is no folder',
  EACCES: 'no right to it',
  EPERM: 'no right to it',
  ELOOP: 'its links lead nowhere',
};
