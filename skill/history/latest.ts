import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Mode } from '../audit/define.ts';
import { readDocument, withFile } from './documents.ts';
import { type ReportName, reportNames } from './names.ts';

/** Names looked at together: within them the instant decides, since a clock may have gone back. */
const BATCH = 200;
/** A quick audit a minute must not put yesterday's full one out of reach; ten years of them must not be read either. */
const MOST_NAMES = 5_000;
/** Timestamp and mode are the fourth and the seventh key of the document. */
const HEAD_BYTES = 1_024;
/** A name says the time on a wall of any zone. */
const ZONES_MS = 26 * 3_600_000;

export interface Wanted {
  readonly mode: Mode;
  /** Milliseconds since 1970: made then or earlier. Any time when absent. */
  readonly until?: number;
}

/** The newest whole report of this kind, as far as `schema` asks; what is damaged, foreign, of the future or no file is passed over. Never rejects. */
export async function newestReport<T extends { readonly mode: Mode }>(
  folder: string,
  { mode, until = Number.POSITIVE_INFINITY }: Wanted,
  schema: z.ZodType<T>,
): Promise<{ readonly report: T; readonly path: string } | null> {
  const all = reportNames(await readdir(folder).catch(() => []));
  const names = all.filter(({ minute }) => !(Date.parse(minute) - ZONES_MS > until)).slice(0, MOST_NAMES);
  for (let start = 0; start < names.length; start += BATCH) {
    const heads = await Promise.all(names.slice(start, start + BATCH).map((name) => headOf(folder, name)));
    const candidates = heads.filter((head) => (head.mode === null || head.mode === mode) && head.instant <= until);
    // names say the time on the wall, which summer time and a journey set back; the sort keeps their order where instants are the same
    for (const { path } of candidates.toSorted((a, b) => b.instant - a.instant)) {
      const report = await readDocument(path, schema);
      if (report?.mode === mode) return { report, path };
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
