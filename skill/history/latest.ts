import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Mode } from '../audit/define.ts';
import { type Previous, previousSchema } from '../audit/evolution.ts';
import { SCHEMA_ID } from '../audit/report.ts';
import { type ReportName, reportNames } from './names.ts';

/** Names looked at together: within them the instant decides, since a clock may have gone back. */
const BATCH = 200;
/** A quick audit a minute must not put yesterday's full one out of reach; ten years of them must not be read either. */
const MOST_NAMES = 5_000;
/** Timestamp and mode are the fourth and the seventh key of the document. */
const HEAD_BYTES = 1_024;
const MOST_BYTES = 32 * 1024 * 1024;
/** A report made while the clock was years ahead would rule until then. A clock that is a little off, or an hour, is let pass. */
const MOST_AHEAD_MS = 3_600_000;

/** The newest whole report of this mode; what is damaged, foreign, of the future or no file is passed over. Never rejects. */
export async function latestReport(folder: string, mode: Mode): Promise<Previous | null> {
  const names = reportNames(await readdir(folder).catch(() => [])).slice(0, MOST_NAMES);
  for (let start = 0; start < names.length; start += BATCH) {
    const heads = await Promise.all(names.slice(start, start + BATCH).map((name) => headOf(folder, name)));
    const candidates = heads.filter((head) => head.mode === null || head.mode === mode);
    // names say the time on the wall, which summer time and a journey set back; the sort keeps their order where instants are the same
    for (const { path } of candidates.toSorted((a, b) => b.instant - a.instant)) {
      const report = await readReport(path, mode);
      if (report) return report;
    }
  }
  return null;
}

/** When the report says it was made, and of which mode; what its name says, and null, where that takes parsing it all. */
async function headOf(folder: string, { name, minute }: ReportName) {
  const path = join(folder, name);
  const head = await withFile(path, async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  });
  const [, timestamp = ''] = /"timestamp":\s*"([^"]*)"/.exec(head ?? '') ?? [];
  const [, mode = null] = /"mode":\s*"(full|quick)"/.exec(head ?? '') ?? [];
  return { path, mode, instant: [Date.parse(timestamp), Date.parse(minute)].find(Number.isFinite) ?? 0 };
}

const savedSchema = z.object({
  schema: z.literal(SCHEMA_ID),
  // NaN, of what is no time, is not before anything
  timestamp: z.string().refine((timestamp) => Date.parse(timestamp) <= Date.now() + MOST_AHEAD_MS),
  mode: z.string(),
});

async function readReport(path: string, mode: Mode): Promise<Previous | null> {
  const text = await withFile(path, (file) => file.readFile('utf8'));
  const document = text === null ? null : parseJson(text);
  const saved = savedSchema.safeParse(document);
  if (!saved.success || saved.data.mode !== mode) return null;
  return previousSchema.safeParse(document).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null for what is no regular file of a decent size, or cannot be read. A FIFO is not waited for and a link not followed. */
async function withFile<T>(path: string, read: (file: FileHandle) => Promise<T>): Promise<T | null> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await file.stat();
    return stats.isFile() && stats.size <= MOST_BYTES ? await read(file) : null;
  } catch {
    return null;
  }
}
