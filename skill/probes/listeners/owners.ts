import { readdirSync, readlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { processName } from '../process-name.ts';

export interface Owner {
  readonly process: string;
  readonly pid: number;
}

const MOST_PROCESSES = 5_000;
/** Synchronous calls are ten times faster here than a thread's; this many processes take about a millisecond. */
const AT_ONCE = 32;

/** Who holds which of these socket inodes; of several (nginx and its workers) the oldest. Other users' need root. */
export async function ownersOf(inodes: ReadonlySet<string>, signal: AbortSignal, proc = '/proc'): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>();
  const pids = namesIn(proc)
    .filter((name) => /^\d+$/.test(name))
    .toSorted((a, b) => Number(a) - Number(b))
    .slice(0, MOST_PROCESSES);
  for (const [i, pid] of pids.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    if (signal.aborted) break;
    for (const inode of socketsOf(`${proc}/${pid}/fd`)) {
      if (!inodes.has(inode) || owners.has(inode)) continue;
      const name = processName(`${proc}/${pid}`);
      if (name !== null) owners.set(inode, { process: name, pid: Number(pid) });
    }
  }
  return owners;
}

function* socketsOf(folder: string): Generator<string> {
  for (const descriptor of namesIn(folder)) {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${descriptor}`))?.[1];
    if (inode !== undefined) yield inode;
  }
}

/** Empty for what is gone meanwhile, or somebody else's. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
