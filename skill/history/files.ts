import { previousSchema } from '../audit/evolution.ts';
import { reportSchema } from '../audit/report.ts';
import { createBrowser } from './browse.ts';
import { newestReport } from './latest.ts';
import { saveReport } from './save.ts';
import type { ReportStore } from './store.ts';

/** Reports as one JSON file each in a folder, which is made when it is missing. */
export function createFileStore(folder: string): ReportStore {
  const { list, find } = createBrowser(folder);
  return {
    save: (report) => saveReport(folder, report),
    latest: async (mode) => (await newestReport(folder, { mode }, previousSchema))?.report ?? null,
    newest: (wanted) => newestReport(folder, wanted, reportSchema),
    list,
    find,
    read: async (id) => (await find(id))?.report ?? null,
  };
}
