import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { SCHEMA_ID } from '../audit/report.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** A report made while the clock was years ahead would rule until then. A clock that is a little off, or an hour, is let pass. */
const MOST_AHEAD_MS = 3_600_000;

const savedSchema = z.object({
  schema: z.literal(SCHEMA_ID),
  // NaN, of what is no time, is not before anything
  timestamp: z.string().refine((timestamp) => Date.parse(timestamp) <= Date.now() + MOST_AHEAD_MS),
});

/** What a saved report says, as far as `schema` asks; null for what is damaged, foreign, of the future or no file. Never rejects. */
export async function readDocument<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await withFile(path, (file) => file.readFile('utf8'));
  const document = text === null ? null : parseJson(text);
  return savedSchema.safeParse(document).success ? (schema.safeParse(document).data ?? null) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null for what is no regular file of a decent size, or cannot be read. A FIFO is not waited for and a link not followed. */
export async function withFile<T>(path: string, read: (file: FileHandle) => Promise<T>): Promise<T | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await file.stat();
    return stats.isFile() && stats.size <= MOST_BYTES ? await read(file) : null;
  } catch {
    return null;
  }
}
