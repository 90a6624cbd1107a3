import type { Schedule } from './book.ts';
import { nextRun } from './plan.ts';

/** A planned audit that is this many milliseconds late was missed. */
const LATE_MS = 60_000;
/** One that happens once is made up for as long as this. */
const MADE_UP_MS = 3_600_000;
/** A month and the longest day. */
const LONGEST_DAY_MS = 25 * 3_600_000;
const LONGEST_GAP_MS = 32 * 86_400_000;

/** What a look at the book comes to. */
export interface Due {
  /** The book afterwards; the same object when nothing changed. */
  readonly schedules: readonly Schedule[];
  readonly run: readonly Schedule[];
  readonly missed: readonly Schedule[];
}

/** Takes what is due out of the book: who writes the result is the only one to run it. */
export function takeDue(schedules: readonly Schedule[], now: number): Due {
  const run: Schedule[] = [];
  const missed: Schedule[] = [];
  const kept = schedules.flatMap((schedule) => {
    const { plan, nextAt } = schedule;
    if (nextAt > now) return isOutOfReach(schedule, now) ? [{ ...schedule, nextAt: nextRun(plan, now) ?? nextAt }] : [schedule];
    const isInTime = now - nextAt <= (plan === null ? MADE_UP_MS : LATE_MS);
    (isInTime ? run : missed).push(schedule);
    const next = following(schedule, now);
    return next === null ? [] : [{ ...schedule, nextAt: next }];
  });
  const isSame = kept.length === schedules.length && kept.every((schedule, index) => schedule === schedules[index]);
  return { schedules: isSame ? schedules : kept, run, missed };
}

/** Set under a clock that was ahead: its next time would not come for years. */
function isOutOfReach({ plan, nextAt }: Schedule, now: number): boolean {
  if (plan === null) return false;
  const gap = 'everyMs' in plan ? Math.max(LONGEST_DAY_MS, plan.everyMs) : Math.max(LONGEST_GAP_MS, plan.times * LONGEST_GAP_MS);
  return nextAt - now > 2 * gap;
}

/** An interval keeps its beat, however late it was looked at. */
function following({ plan, nextAt }: Schedule, now: number): number | null {
  if (plan === null || !('everyMs' in plan)) return nextRun(plan, now);
  return nextAt + plan.everyMs * Math.ceil((now - nextAt + 1) / plan.everyMs);
}
