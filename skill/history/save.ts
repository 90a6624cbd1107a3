import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../audit/report.ts';
import { errorCode } from '../error-code.ts';
import { jsonPieces } from './json-pieces.ts';
import { makeFolder } from './make-folder.ts';
import { namesFor } from './names.ts';
import { linkToFree } from './publish.ts';
import { sweepTemporaries, temporaryName } from './temporaries.ts';

/** For the owner and the group: a report names addresses, accounts and what is weak. The umask may take more away. */
const FOLDER_MODE = 0o750;
const FILE_MODE = 0o640;

/** What systems say that cannot sync a folder, or not by one who may only write there. */
const NO_FOLDER_SYNC = new Set(['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Writes the whole report under a name of its own, or rejects with one sentence and leaves the folder as it was. */
export async function saveReport(folder: string, report: Report): Promise<{ readonly path: string }> {
  try {
    const nameOf = namesFor(report.timestamp);
    await makeFolder(folder, FOLDER_MODE);
    await sweepTemporaries(folder);
    const temporary = join(folder, await temporaryName());
    try {
      await writeSynced(temporary, report);
      const name = await linkToFree(temporary, folder, nameOf);
      await syncFolder(folder);
      return { path: join(folder, name) };
    } finally {
      // what cannot be removed now is swept later; the report is what counts
      await rm(temporary, { force: true }).catch(() => {});
    }
  } catch (error) {
    throw new Error(`the report cannot be saved in ${folder}: ${reasonOf(error)}.`, { cause: error });
  }
}

async function writeSynced(path: string, report: Report): Promise<void> {
  await using file = await open(path, 'wx', FILE_MODE);
  await file.writeFile(jsonPieces(report));
  await file.write('\n');
  await file.sync();
}

/** Makes the new name survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errorCode(error))) throw error;
  }
}

function reasonOf(error: unknown): string {
  const reason = REASONS[errorCode(error)];
  if (reason) return reason;
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'there is no space left in the quota',
  EROFS: 'the folder is not writable (read-only file system)',
  EACCES: 'the folder is not writable (permission denied)',
  EPERM: 'the folder is not writable (operation not permitted)',
  ENOTDIR: 'that path is not a folder',
  ENOENT: 'no folder can be made there',
  EEXIST: 'that path is not a folder',
  EIO: 'the disk reports an input/output error',
};
