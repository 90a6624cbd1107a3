import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mode } from '../audit/define.ts';
import { type Previous, previousSchema } from '../audit/evolution.ts';
import { readDocument, withFile } from './documents.ts';
import { type ReportName, reportNames } from './names.ts';

/** Names looked at together: within them the instant decides, since a clock may have gone back. */
const BATCH = 200;
/** A quick audit a minute must not put yesterday's full one out of reach; ten years of them must not be read either. */
const MOST_NAMES = 5_000;
/** Timestamp and mode are the fourth and the seventh key of the document. */
const HEAD_BYTES = 1_024;

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

async function readReport(path: string, mode: Mode): Promise<Previous | null> {
  const report = await readDocument(path, previousSchema);
  return report?.mode === mode ? report : null;
}
