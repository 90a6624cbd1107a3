import { lstat, open, readdir, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { makeFolder } from './make-folder.ts';

/** Milliseconds between two beats; who removes the file is heard that soon. */
const BEAT_MS = 250;
/** A file that nobody touched for so many milliseconds was left by a process that died. */
const DEAD_MS = 5_000;

export interface Heartbeat {
  /** Ends it: the file goes. Never rejects. */
  end(): Promise<void>;
}

/** A file that lives as long as some work does. `onGone` is told when somebody removed it. Never throws: without a disk there is none. */
export function beat(path: string, onGone: () => void): Heartbeat {
  let isOver = false;
  const created = create(path);
  const timer = setInterval(async () => {
    const now = new Date();
    if (!(await created)) return clearInterval(timer);
    const isGone = await utimes(path, now, now).then(
      () => false,
      (error: unknown) => errorCode(error) === 'ENOENT',
    );
    if (isGone && !isOver) onGone();
    if (isGone) clearInterval(timer);
  }, BEAT_MS);
  return {
    async end() {
      isOver = true;
      clearInterval(timer);
      await created;
      await rm(path, { force: true }).catch(() => {});
    },
  };
}

async function create(path: string): Promise<boolean> {
  try {
    await makeFolder(dirname(path), 0o700);
    await (await open(path, 'wx', 0o600)).close();
    return true;
  } catch {
    return false;
  }
}

/** The files of a folder that are meant and still beat. Never rejects. */
export async function beating(folder: string, isMeant: (name: string) => boolean): Promise<readonly string[]> {
  const paths = (await readdir(folder).catch(() => [])).filter(isMeant).map((name) => join(folder, name));
  const alive = await Promise.all(paths.map(async (path) => ((await isAlive(path)) ? [path] : [])));
  return alive.flat();
}

async function isAlive(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  return stats?.isFile() === true && Math.abs(Date.now() - stats.mtimeMs) < DEAD_MS;
}

/** Ends what beats in another process. How many were there. Never rejects. */
export async function stopBeating(paths: readonly string[]): Promise<number> {
  const removed = await Promise.all(
    paths.map((path) =>
      rm(path).then(
        () => 1,
        () => 0,
      ),
    ),
  );
  return removed.reduce<number>((sum, each) => sum + each, 0);
}
