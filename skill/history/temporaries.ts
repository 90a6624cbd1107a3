import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';

/** Whose process we cannot ask is taken for dead after this long. */
const STALE_AFTER_MS = 10 * 60_000;

const TEMPORARY = /^\.audit-([0-9a-f]{8})-(\d{1,10})-[0-9a-f-]{36}\.tmp$/;

/** A new name that tells who is writing. */
export async function temporaryName(): Promise<string> {
  return `.audit-${await processSpace()}-${process.pid}-${randomUUID()}.tmp`;
}

/** Removes what writers that were killed left behind, never what a living one writes. Never rejects. */
export async function sweepTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const here = await processSpace();
  for (const name of names) {
    const [, space, pid] = TEMPORARY.exec(name) ?? [];
    const path = join(folder, name);
    if (space === undefined || !(await isLeftBehind(path, space === here, Number(pid)))) continue;
    await rm(path, { force: true }).catch(() => {});
  }
}

async function isLeftBehind(path: string, isHere: boolean, pid: number): Promise<boolean> {
  if (isHere && pid !== process.pid) return !isAlive(pid);
  const now = Date.now();
  const modified = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  );
  if (now - modified < STALE_AFTER_MS) return false;
  // in a container every process is number 1, so our own number may be a predecessor's
  return !isHere || modified < now - process.uptime() * 1_000;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Where a process number means the same process: this host since it booted, and on Linux this container. */
async function processSpace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const container = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update([hostname(), boot, container].join('\n')).digest('hex').slice(0, 8);
}
