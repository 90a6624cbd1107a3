import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { openDatabase } from './sqlite.ts';
import { checkShape } from './voice-commands.ts';

/**
 * Throws what is wrong with a database beside which somebody left a log or a journal: to open it would already fold
 * them into the file, and one that is refused must stay as it is. So it is looked at in a copy first.
 */
export async function checkOnCopy(path: string, file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-audit-'));
  try {
    const copy = join(folder, basename(path));
    const logs = await Promise.all(['-wal', '-journal'].map((suffix) => isCopied(`${path}${suffix}`, `${copy}${suffix}`)));
    if (!logs.includes(true)) return;
    await copyFile(path, copy);
    using database = openDatabase(copy);
    checkShape(database, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isCopied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
