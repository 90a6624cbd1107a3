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

/** A file of one JSON line for each thing seen, oldest first, rewritten when most of it has expired. */
export async function openMemory<T>(options: MemoryOptions<T>): Promise<Memory<T>> {
  const { file, lifeMs, most, now, onTrouble } = options;
  const entries = new Map<string, Entry<T>>();
  for (const entry of await readEntries(options)) entries.set(entry.key, entry);
  let lines = Number.POSITIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();

  function forget() {
    for (const [key, { at }] of entries) {
      if (entries.size <= most && at + lifeMs > now()) return;
      entries.delete(key);
    }
  }

  async function write(entry: Entry<T>) {
    if (lines < 2 * most) {
      lines += 1;
      return await appendFile(file, lineOf(entry), { mode: 0o600 });
    }
    await makeFolder(dirname(file), 0o750);
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

function lineOf(entry: Entry<unknown>): string {
  return `${JSON.stringify(entry)}\n`;
}

/** A line that was torn or is not ours costs itself alone. */
async function readEntries<T>({ file, value, lifeMs, most, now }: MemoryOptions<T>): Promise<readonly Entry<T>[]> {
  const schema = z.object({ at: z.number(), key: z.string(), value });
  const text = (await withFile(file, (handle) => handle.readFile('utf8'))) ?? '';
  const entries = text.split('\n').flatMap((line) => {
    const entry = schema.safeParse(parsed(line)).data;
    return entry && entry.at + lifeMs > now() ? [entry as Entry<T>] : [];
  });
  return entries.slice(-most);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
