import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from '../../skill/audit/report.ts';

const program = (name: string) => join(import.meta.dirname, `${name}.ts`);

export interface SaveResult {
  readonly path?: string;
  readonly id?: string;
  readonly error?: string;
}

/** Writes a report where a child can read it. */
export function sampleFile(folder: string, name: string, report: Report): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

/** A process that has loaded everything and saves these reports once told to. */
export async function startSaving(folder: string, files: readonly string[], { user }: { user?: number } = {}) {
  const as = user === undefined ? [] : ['--user', String(user)];
  const child = spawn(process.execPath, [program('save-reports'), ...as, folder, ...files], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return async (): Promise<SaveResult[]> => {
    child.stdin.end();
    const results: SaveResult[] = [];
    for await (const line of { [Symbol.asyncIterator]: () => lines }) results.push(JSON.parse(line));
    if (results.length !== files.length) throw new Error(`the child saved ${results.length} of ${files.length} reports`);
    return results;
  };
}

/** What a process of its own says of saving these reports. */
export async function saveElsewhere(...args: Parameters<typeof startSaving>): Promise<SaveResult[]> {
  const save = await startSaving(...args);
  return save();
}

/** Saves once and leaves the compiled program in the cache: one that is killed leaves none. */
export async function compileSaveLoop(folder: string, sample: string, cache: string): Promise<void> {
  await once(spawnSaveLoop([folder, sample, '0', '1'], cache), 'exit');
}

/** A process that saves for ever, and has saved once. */
export async function startSaveLoop(folder: string, sample: string, day: number, cache: string): Promise<ChildProcess> {
  const child = spawnSaveLoop([folder, sample, String(day)], cache);
  const exit = once(child, 'exit');
  const hasSaved = await Promise.race([once(child.stdout, 'data').then(() => true), exit.then(() => false)]);
  if (!hasSaved) throw new Error('the child ended before it had saved');
  return child;
}

function spawnSaveLoop(args: readonly string[], cache: string) {
  return spawn(process.execPath, [program('save-loop'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  if (!child.kill('SIGKILL')) throw new Error('the child ended before it was killed');
  const [, signal] = await exit;
  if (signal !== 'SIGKILL') throw new Error('the child ended before it was killed');
}
