import { appendFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { withFile } from '../../history/documents.ts';
import { makeFolder } from '../../history/make-folder.ts';

/** What was seen, for a while, and beyond a restart. */
export interface Memory<T> {
  get(key: string): T | undefined;
  /** Resolves once it is on disk. Never rejects: what cannot be written is remembered until we end. */
  set(key: string, value: T): Promise<void>;
}

export interface MemoryOptions<T> {
  readonly file: string;
  readonly value: z.ZodType<T>;
  readonly lifeMs: number;
  /** More than these push out the oldest. */
  readonly most: number;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}

interface Entry<T> {
  readonly at: number;
  readonly key: string;
  readonly value: T;
}

/** A file may hold so many lines that nothing needs, beside half as many as are needed. */
const MOST_STALE = 1_000;

/** A file of one JSON line for each thing seen, oldest first, rewritten when much of it has expired. */
export async function openMemory<T>(options: MemoryOptions<T>): Promise<Memory<T>> {
  const { file, lifeMs, most, now, onTrouble } = options;
  const entries = new Map<string, Entry<T>>();
  const kept = await readLines(file);
  for (const entry of kept.flatMap((line) => entryOf(line, options))) entries.set(entry.key, entry);
  let lines = kept.length;
  let writing = Promise.resolve();

  function forget() {
    for (const [key, { at }] of entries) {
      if (entries.size <= most && at + lifeMs > now()) return;
      entries.delete(key);
    }
  }

  async function write(entry: Entry<T>) {
    lines += 1;
    // somebody may have cleared it away
    await makeFolder(dirname(file), 0o750);
    if (lines <= 1.5 * entries.size + MOST_STALE) return await appendFile(file, lineOf(entry), { mode: 0o600 });
    await writeFile(`${file}.tmp`, [...entries.values()].map(lineOf).join(''), { mode: 0o600 });
    await rename(`${file}.tmp`, file);
    lines = entries.size;
  }

  return {
    get(key) {
      forget();
      return entries.get(key)?.value;
    },
    set(key, value) {
      const entry = { at: now(), key, value };
      // a known key moves to the end, where the young are
      entries.delete(key);
      entries.set(key, entry);
      forget();
      writing = writing.then(() => write(entry)).catch(onTrouble);
      return writing;
    },
  };
}

/** A line that was torn ends where the next begins. */
function lineOf(entry: Entry<unknown>): string {
  return `\n${JSON.stringify(entry)}\n`;
}

async function readLines(file: string): Promise<readonly string[]> {
  const text = await withFile(file, (handle) => handle.readFile('utf8'));
  return text === null ? [] : text.split('\n').filter((line) => line !== '');
}

/** What is torn or is not ours costs itself alone. */
function entryOf<T>(line: string, { value, lifeMs, now }: MemoryOptions<T>): readonly Entry<T>[] {
  const entry = z.object({ at: z.number(), key: z.string(), value }).safeParse(parsed(line)).data as Entry<T> | undefined;
  return entry && entry.at + lifeMs > now() ? [entry] : [];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
