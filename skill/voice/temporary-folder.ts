import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ProbeError } from '../audit/define.ts';
import { MOST_SOUND_BYTES } from './wav.ts';

/** The outcome of `work` in a folder that only this user may enter and that is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeFolder();
  try {
    return await work(folder);
  } finally {
    // what cannot be removed is the system's to sweep
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Where TMPDIR leads nowhere, or where all but memory is read-only, somewhere else. */
async function makeFolder(): Promise<string> {
  const elsewhere = process.platform === 'win32' ? [] : ['/tmp', '/dev/shm'];
  const make = (parent: string) => mkdtemp(join(parent, 'jarvis-audit-voice-'));
  try {
    // whole: a relative one could begin like an option
    return await make(resolve(tmpdir()));
  } catch (error) {
    for (const parent of elsewhere) {
      const folder = await make(parent).catch(() => null);
      if (folder !== null) return folder;
    }
    throw error;
  }
}

/** What a program wrote there: a regular file of bounded size, or a `ProbeError`. */
export async function soundFrom(path: string): Promise<Buffer> {
  await using file = await open(path, 'r').catch(() => {
    throw new ProbeError('malformed', 'it wrote no sound');
  });
  const stats = await file.stat();
  if (!stats.isFile()) throw new ProbeError('malformed', 'it wrote no regular file');
  if (stats.size > MOST_SOUND_BYTES) throw new ProbeError('too-large', `more than ${MOST_SOUND_BYTES} bytes of sound`);
  return await file.readFile();
}
