import { readdirSync, readFileSync } from 'node:fs';

/** The variable that every child inherits; its value tells which run it belongs to. */
export const MARK = 'JARVIS_AUDIT_CHILD';
const MARK_VALUE = new RegExp(`(?:^|\\0)${MARK}=([^\\0]*)`);
const MOST_LOOKS = 5;

const doomed = new Set<string>();

/** Kills what inherited this mark but moved to another session or group; only Linux shows other processes' environment. */
export function killMarked(mark: string) {
  if (process.platform !== 'linux') return;
  // fifty deadlines that pass together cost one look, and none is forgotten by a process that ends at once
  if (doomed.size === 0) {
    setImmediate(killDoomed);
    process.once('exit', killDoomed);
  }
  doomed.add(mark);
}

function killDoomed() {
  process.off('exit', killDoomed);
  const seen = new Set<string>();
  // whoever forks while we look is met by the next look, which reads newcomers only
  for (let look = 0; look < MOST_LOOKS && killNewcomers(seen) > 0; look += 1);
  doomed.clear();
}

function killNewcomers(seen: Set<string>): number {
  let killed = 0;
  // the newest first: they are the ones that fork and go
  for (const pid of readdirSync('/proc').reverse()) {
    if (!/^\d+$/.test(pid) || seen.has(pid)) continue;
    seen.add(pid);
    try {
      if (isStuck(pid)) continue;
      const mark = MARK_VALUE.exec(readFileSync(`/proc/${pid}/environ`, 'latin1'))?.[1];
      if (mark === undefined || !doomed.has(mark)) continue;
      process.kill(Number(pid), 'SIGKILL');
      killed += 1;
    } catch {
      // gone meanwhile, or somebody else's
    }
  }
  return killed;
}

/** In uninterruptible sleep its environment may not be readable either, and whoever asks waits with it. */
function isStuck(pid: string): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.charAt(stat.lastIndexOf(')') + 2) === 'D';
}
