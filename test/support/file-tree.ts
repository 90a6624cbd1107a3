import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOBODY = 65_534;

/** Hours ago, as a time that a file can have. */
export const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3_600;

/** Writes a file of so many bytes that was last written so many hours ago; folders on the way are made. */
export function writeAged(folder: string, name: string, ageHours: number, content: number | string = 100): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : Buffer.alloc(content, 'x'));
  utimesSync(path, hoursAgo(ageHours), hoursAgo(ageHours));
  return path;
}

/** A temporary folder in memory where there is one: a disk takes its time to make thousands of files. */
export function folderInMemory() {
  const path = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jarvis-audit-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Makes so many empty files, last written so many hours ago. */
export function writeMany(folder: string, count: number, ageHours = 0): void {
  execFileSync('sh', ['-c', `seq ${count} | xargs touch -d "${ageHours} hours ago"`], { cwd: folder });
}

/** Root may look everywhere, so it plays somebody else; whoever is not root is somebody else already. */
export const canPlayNobody = process.getuid?.() === 0;

/** What a module script prints when a user without rights runs it, as JSON. */
export function asNobody(script: string, ...args: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `process.setuid(${NOBODY});\n${script}`, ...args],
    {
      encoding: 'utf8',
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
