import type { Mode } from '../audit/define.ts';
import type { Report } from '../audit/report.ts';
import type { KeptReport, ReportStore } from './store.ts';

/** Reports of this process that are at hand without a file, saved or not. */
const MOST_KEPT = 16;

export interface Kept {
  readonly report: Report;
  /** Where it lies; null when it could not be saved. Never rejects. */
  readonly saved: Promise<string | null>;
}

export interface Wanted {
  /** Any when absent. */
  readonly mode?: Mode | undefined;
  /** Milliseconds since 1970: made then or earlier. Any time when absent. */
  readonly until?: number;
}

export interface Reports {
  keep(kept: Kept): void;
  find(id: string): Promise<Kept | null>;
  /** The newest of this process and of the history. */
  newest(wanted: Wanted): Promise<Kept | null>;
  /** The newest of this process. */
  atHand(wanted: Wanted): Kept | null;
}

/** The reports that were made here lately, before those of the history. */
export function createReports(store: ReportStore): Reports {
  const kept = new Map<string, Kept>();

  function atHand({ mode, until = Number.POSITIVE_INFINITY }: Wanted): Kept | null {
    const candidates = [...kept.values()].filter(({ report }) => (mode === undefined || report.mode === mode) && madeAt(report) <= until);
    return candidates.reduce<Kept | null>(later, null);
  }

  return {
    atHand,
    keep(one) {
      kept.set(one.report.id, one);
      const [oldest = ''] = kept.keys();
      if (kept.size > MOST_KEPT) kept.delete(oldest);
    },
    async find(id) {
      const here = kept.get(id);
      if (here) return here;
      return ofHistory(await store.find(id));
    },
    async newest(wanted) {
      const modes: readonly Mode[] = wanted.mode ? [wanted.mode] : ['full', 'quick'];
      const found = await Promise.all(modes.map((mode) => store.newest({ ...wanted, mode })));
      return found.map(ofHistory).reduce(later, atHand(wanted));
    },
  };
}

function ofHistory(found: KeptReport | null): Kept | null {
  return found && { report: found.report, saved: Promise.resolve(found.path) };
}

/** Milliseconds since 1970. */
export function madeAt({ timestamp }: Report): number {
  return Date.parse(timestamp);
}

/** The first where both are of one instant: what is at hand is the same and newer is not better. */
function later(one: Kept | null, other: Kept | null): Kept | null {
  if (!one || !other) return one ?? other;
  return madeAt(other.report) > madeAt(one.report) ? other : one;
}
