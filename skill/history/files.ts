import { createBrowser } from './browse.ts';
import { latestReport } from './latest.ts';
import { saveReport } from './save.ts';
import type { ReportStore } from './store.ts';

/** Reports as one JSON file each in a folder, which is made when it is missing. */
export function createFileStore(folder: string): ReportStore {
  const { list, read } = createBrowser(folder);
  return { save: (report) => saveReport(folder, report), latest: (mode) => latestReport(folder, mode), list, read };
}
