import { Cron } from 'croner';
import { z } from 'zod';
import type { Slots } from '../../intents/understanding.ts';

/** When an audit comes again: the `times`-th moment of a cron pattern in local time, after so many milliseconds, or never. */
export const planSchema = z.union([
  z.strictObject({ pattern: z.string().max(40).refine(comes, 'expected a cron pattern that comes'), times: z.int().min(1).max(366) }),
  z.strictObject({
    everyMs: z
      .int()
      .min(60_000)
      .max(366 * 86_400_000),
  }),
  z.null(),
]);
export type Plan = z.infer<typeof planSchema>;

export interface Planned {
  readonly plan: Plan;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  /** What was said, and the hour that was not. */
  readonly slots: Slots;
}

/** When one starts the day. */
const USUAL_TIME = '08:00';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LONGEST_MS = 366 * DAY_MS;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The last day that every month has. */
const LAST_COMMON_DAY = 28;

/** What the slots of a sentence mean, `unknown` when they do not tell when, `passed` when that is over. Local time. */
export function plannedFrom(slots: Slots, now: Date): Planned | 'unknown' | 'passed' {
  const { every, at, date, in: wait } = slots;
  if (at !== undefined && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(at)) return 'unknown';
  if (every !== undefined) return repeated(every, slots, now);
  if (wait !== undefined) {
    const ms = durationMs(wait);
    return ms === null ? 'unknown' : { plan: null, nextAt: now.getTime() + ms, slots };
  }
  if (date !== undefined) return onDate(date, slots, now);
  return at === undefined ? 'unknown' : { plan: null, nextAt: nextOf(`${cronTime(at)} * * *`, now), slots };
}

/** The next moment after `now`, in milliseconds since 1970; null for what happens once. */
export function nextRun(plan: Plan, now: number): number | null {
  if (plan === null) return null;
  if ('everyMs' in plan) return now + plan.everyMs;
  let moment = now;
  for (let count = 0; count < plan.times; count += 1) moment = nextOf(plan.pattern, new Date(moment));
  return moment;
}

function repeated(every: string, slots: Slots, now: Date): Planned | 'unknown' {
  const { at = USUAL_TIME } = slots;
  const weekday = WEEKDAYS.indexOf(every);
  const time = cronTime(at);
  if (every === 'hour') return ofPattern(`${slots['at'] === undefined ? now.getMinutes() : time.split(' ')[0]} * * * *`, slots, now);
  if (every === 'day') return ofPattern(`${time} * * *`, { ...slots, at }, now);
  if (every === 'week') return ofPattern(`${time} * * ${now.getDay()}`, { ...slots, at }, now);
  if (every === 'month') return ofPattern(`${time} ${Math.min(now.getDate(), LAST_COMMON_DAY)} * *`, { ...slots, at }, now);
  if (weekday >= 0) return ofPattern(`${time} * * ${weekday}`, { ...slots, at }, now);
  return everyDuration(every, slots, now);
}

/** Whole days follow the clock on the wall, hours and minutes do not. */
function everyDuration(every: string, slots: Slots, now: Date): Planned | 'unknown' {
  const ms = durationMs(every);
  if (ms === null || ms < MINUTE_MS) return 'unknown';
  const { at } = slots;
  if (ms % DAY_MS === 0) {
    const time = at === undefined ? `${now.getMinutes()} ${now.getHours()}` : cronTime(at);
    const plan = { pattern: `${time} * * *`, times: ms / DAY_MS };
    const nextAt = at === undefined ? nextRun(plan, now.getTime()) : nextOf(plan.pattern, now);
    return { plan, nextAt: nextAt ?? now.getTime(), slots };
  }
  return { plan: { everyMs: ms }, nextAt: at === undefined ? now.getTime() + ms : nextOf(`${cronTime(at)} * * *`, now), slots };
}

function onDate(date: string, { at, ...slots }: Slots, now: Date): Planned | 'unknown' | 'passed' {
  const weekday = WEEKDAYS.indexOf(date);
  const said = { ...slots, at: at ?? USUAL_TIME };
  const time = cronTime(said.at);
  if (weekday >= 0) return { plan: null, nextAt: nextOf(`${time} * * ${weekday}`, now), slots: said };
  const midnight = nextOf('0 0 * * *', now);
  if (date === 'tomorrow') return { plan: null, nextAt: nextOf(`${time} * * *`, new Date(midnight - 1)), slots: said };
  if (date !== 'today' || at === undefined) return 'unknown';
  const nextAt = nextOf(`${time} * * *`, now);
  return nextAt < midnight ? { plan: null, nextAt, slots: said } : 'passed';
}

function ofPattern(pattern: string, slots: Slots, now: Date): Planned {
  return { plan: { pattern, times: 1 }, nextAt: nextOf(pattern, now), slots };
}

/** A time that the change to summer time skips comes when it ends; one that the change back repeats comes once. */
function nextOf(pattern: string, after: Date): number {
  const next = new Cron(pattern, { paused: true }).nextRun(after);
  if (!next) throw new Error(`"${pattern}" never comes`);
  return next.getTime();
}

function comes(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** « 08:30 » as the first two fields of a cron pattern. */
function cronTime(at: string): string {
  const [hour, minute] = at.split(':').map(Number);
  return `${minute} ${hour}`;
}

/** ISO 8601, from a second to a year; null for anything else. */
function durationMs(text: string): number | null {
  const match = /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(text);
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (match ?? []).slice(1).map((digits) => Number(digits ?? 0));
  const ms = (weeks * 7 + days) * DAY_MS + hours * 3_600_000 + minutes * MINUTE_MS + seconds * 1_000;
  return ms > 0 && ms <= LONGEST_MS ? ms : null;
}
