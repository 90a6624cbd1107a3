import { readdirSync, readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { errorCode } from '../error-code.ts';

/** The variable that every child inherits; its value tells which run it belongs to. */
export const MARK = 'JARVIS_AUDIT_CHILD';
const MARK_VALUE = new RegExp(`(?:^|\\0)${MARK}=([^\\0]*)`);
/** Looks one after the other, as long as somebody is met. */
const MOST_LOOKS = 20;
/** Who forks and goes may be between two programs at each look: while anybody is caught, it is looked again after so many ms. */
const AGAIN_MS = 40;
const MOST_SWEEPS = 25;
/** Others come and go too. */
const MOST_SWEEPS_OF_NOBODY = 3;

const doomed = new Set<string>();
let isDue = false;
let sweeps = 0;

/** Kills what inherited this mark but moved to another session or group; only Linux shows other processes' environment. */
export function killMarked(mark: string) {
  if (process.platform !== 'linux') return;
  if (doomed.size === 0) process.on('exit', killDoomed);
  doomed.add(mark);
  // fifty deadlines that pass together cost one look, and none is forgotten by a process that ends at once
  if (!isDue) setImmediate(sweep);
  isDue = true;
}

function sweep() {
  isDue = false;
  sweeps += 1;
  const { caught, missed } = killDoomed();
  if ((caught > 0 && sweeps < MOST_SWEEPS) || (missed > 0 && sweeps < MOST_SWEEPS_OF_NOBODY)) {
    setTimeout(sweep, AGAIN_MS).unref();
    return;
  }
  sweeps = 0;
  doomed.clear();
  process.off('exit', killDoomed);
}

interface Look {
  readonly caught: number;
  /** Gone before they could be read, or about to run another program: one of them may have left a child. */
  readonly missed: number;
}

/** Looks until nobody is caught and nobody missed. */
function killDoomed(): Look {
  const known = new Set<string>();
  let caught = 0;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const seen = killNewcomers(known);
    caught += seen.caught;
    if (seen.caught + seen.missed === 0) return { caught, missed: 0 };
  }
  return { caught, missed: 1 };
}

function killNewcomers(known: Set<string>): Look {
  let caught = 0;
  let missed = 0;
  // the newest first: they are the ones that fork and go
  for (const pid of readdirSync('/proc').reverse()) {
    if (!/^\d+$/.test(pid) || known.has(pid)) continue;
    try {
      const state = stateOf(pid);
      if (state === 'settled') known.add(pid);
      if (state === 'settled' || state === 'stuck') continue;
      const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
      // in the middle of exec nobody shows one
      const isChanging = environment === '' && state === 'young';
      if (isChanging) missed += 1;
      else known.add(pid);
      if (!doomed.has(MARK_VALUE.exec(environment)?.[1] ?? '')) continue;
      process.kill(Number(pid), 'SIGKILL');
      caught += 1;
    } catch (error) {
      known.add(pid);
      // not somebody else's, but gone
      if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') missed += 1;
    }
  }
  return { caught, missed };
}

/** Ticks of the clock in which the kernel tells when a process began, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const YOUNG_S = 1;

/**
 * `settled`: a zombie, or a thread of the kernel, which has no memory of its own. `stuck`: in uninterruptible sleep, where
 * whoever asks for its environment may have to wait with it. `young`: it may still be on its way from one program to the next.
 */
function stateOf(pid: string): 'settled' | 'stuck' | 'young' | 'old' {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent] = fields;
  if (state === 'Z' || state === 'X' || parent === '2') return 'settled';
  if (state === 'D') return 'stuck';
  return uptime() - Number(fields[19]) / TICKS_PER_SECOND < YOUNG_S ? 'young' : 'old';
}
