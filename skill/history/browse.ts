import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema } from '../audit/report.ts';
import { readDocument, withFile } from './documents.ts';
import { reportNames } from './names.ts';
import type { KeptReport, ReportPage, ReportSummary } from './store.ts';

/** Summaries kept in memory: a report never changes once it is written. */
const MOST_KEPT = 5_000;
/** The id is the third key of the document. */
const HEAD_BYTES = 512;
/** Files that are looked at for one page: a folder full of damaged ones must not hold the answer. */
const MOST_LOOKED_AT = 2_000;

/** The history of a folder, page by page. */
export function createBrowser(folder: string) {
  const summaries = new Map<string, ReportSummary | null>();
  const names = async () => reportNames(await readdir(folder).catch(() => [])).map(({ name }) => name);

  async function summaryOf(name: string): Promise<ReportSummary | null> {
    const known = summaries.get(name);
    if (known !== undefined) return known;
    const summary = await readDocument(join(folder, name), summarySchema);
    if (summaries.size >= MOST_KEPT) summaries.delete(summaries.keys().next().value ?? '');
    // what is damaged now may be copied anew
    if (summary) summaries.set(name, summary);
    return summary;
  }

  return {
    async list({ after, limit }: { readonly after?: string; readonly limit: number }): Promise<ReportPage> {
      const all = await names();
      const start = after === undefined ? 0 : all.indexOf(after) + 1;
      // a place that is gone: nothing is told twice
      if (after !== undefined && start === 0) return { reports: [], next: null };
      const reports: ReportSummary[] = [];
      let at = start;
      for (; at < all.length && reports.length < limit && at - start < MOST_LOOKED_AT; at++) {
        const summary = await summaryOf(all[at] ?? '');
        if (summary) reports.push(summary);
      }
      return { reports, next: at < all.length ? (all[at - 1] ?? null) : null };
    },

    async find(id: string): Promise<KeptReport | null> {
      for (const name of await names()) {
        const known = summaries.get(name);
        if (known ? known.id !== id : (await idOf(join(folder, name))) !== id) continue;
        const path = join(folder, name);
        const report = await readDocument(path, reportSchema);
        if (report?.id === id) return { report, path };
      }
      return null;
    },
  };
}

const summarySchema = reportSchema
  .pick({ id: true, timestamp: true, mode: true, status: true, scores: true })
  .loose()
  .transform(({ id, timestamp, mode, status, scores }): ReportSummary => ({ id, timestamp, mode, status, scores }));

async function idOf(path: string): Promise<string | null> {
  const head = await withFile(path, async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  });
  return /"id":\s*"([^"]*)"/.exec(head ?? '')?.[1] ?? null;
}
