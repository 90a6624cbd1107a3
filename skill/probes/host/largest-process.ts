import { readdir, readFile } from 'node:fs/promises';
import type { HostFacts } from '../host.ts';
import { processName } from '../process-name.ts';

const MOST_PROCESSES = 5_000;
const AT_ONCE = 64;

/** The process with most resident memory, by name only: arguments may hold secrets. Null when /proc cannot tell. */
export async function readLargestProcess(signal: AbortSignal, proc = '/proc'): Promise<HostFacts['largestProcess']> {
  try {
    const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name)).slice(0, MOST_PROCESSES);
    const largest = { pid: '', pages: 0 };
    for (let start = 0; start < pids.length && !signal.aborted; start += AT_ONCE) {
      const batch = pids.slice(start, start + AT_ONCE);
      const pages = await Promise.all(batch.map(async (pid) => residentPages(await readOrNothing(`${proc}/${pid}/statm`))));
      for (const [i, count] of pages.entries()) if (count > largest.pages) Object.assign(largest, { pid: batch[i], pages: count });
    }
    return await describe(`${proc}/${largest.pid}`);
  } catch {
    return null;
  }
}

const residentPages = (statm: string) => Number(/^\d+ (\d{1,15})\b/.exec(statm)?.[1] ?? 0);

/** The kernel counts statm in pages, whose size differs between machines; status is in KiB everywhere. */
async function describe(folder: string): Promise<HostFacts['largestProcess']> {
  const kibibytes = /^VmRSS:\s+(\d{1,15}) kB/m.exec(await readOrNothing(`${folder}/status`))?.[1];
  const name = processName(folder);
  return kibibytes === undefined || name === null ? null : { name, bytes: Number(kibibytes) * 1024 };
}

const readOrNothing = (path: string) => readFile(path, 'utf8').catch(() => '');
