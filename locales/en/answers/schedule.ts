import type { Planned } from '../../fr/answers/schedule.ts';
import type { Locale } from '../../locale.ts';
import { own } from '../../own.ts';
import { inWords, plural } from '../numbers.ts';

const DAYS: Readonly<Record<string, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

const DATES: Readonly<Record<string, string>> = { today: 'today', tomorrow: 'tomorrow' };

const EVERY: Readonly<Record<string, string>> = {
  PT1M: 'every minute',
  PT60M: 'every hour',
  PT1H: 'every hour',
  hour: 'every hour',
  day: 'every day',
  week: 'every week',
  month: 'every month',
};

/** Planned audits. */
export const schedule: Locale['answers']['schedule'] = {
  planned: (slots) => `Very well: ${whatAndWhen(slots)}, as long as the server runs.`,
  whenUnknown: 'Tell me when: “tomorrow at eight”, or “every hour”.',
  passed: 'That moment has passed: I have planned nothing.',
  tooMany: 'Too many audits are planned already. Say “cancel” first.',
  cancelled: (count) => (count === 1 ? 'The planned audit is cancelled.' : `The ${inWords(count)} planned audits are cancelled.`),
  nothingPlanned: 'No audit is planned.',
  foundChanges: (slots) => `${theAudit(slots)} has seen changes.`,
};

function whatAndWhen(slots: Planned): string {
  return [`${slots.mode === 'quick' ? 'quick' : 'full'} audit`, whenOf(slots)].filter(Boolean).join(' ');
}

/** « tomorrow » and « in two hours » are over once it is done. */
function theAudit({ mode, every, at }: Planned): string {
  const when = whenOf({ ...(every === undefined ? {} : { every }), ...(at === undefined ? {} : { at }) });
  return [`The ${mode === 'quick' ? 'quick ' : ''}audit planned`, when === '' ? '' : `for ${when.replace(/^at /, '')}`]
    .filter(Boolean)
    .join(' ');
}

function whenOf({ every, at, date, in: wait }: Planned): string {
  const hour = at === undefined || !/^\d\d:\d\d$/.test(at) ? '' : `at ${clock(at)}`;
  if (every !== undefined) return [everyOf(every), hour].filter(Boolean).join(' ');
  if (wait !== undefined) return `in ${lengthOf(wait) ?? 'a while'}`;
  const day = date === undefined ? '' : own(DAYS, date) ? `on ${own(DAYS, date)}` : (own(DATES, date) ?? '');
  return [day, hour].filter(Boolean).join(' ');
}

function everyOf(every: string): string {
  const day = own(DAYS, every);
  if (day) return `every ${day}`;
  const usual = own(EVERY, every);
  if (usual) return usual;
  const length = lengthOf(every);
  return length === null ? '' : `every ${length}`;
}

/** « eight o'clock », « eight thirty ». */
function clock(at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  return minute === 0 ? `${inWords(hour)} o'clock` : `${inWords(hour)} ${minute < 10 ? 'oh ' : ''}${inWords(minute)}`;
}

/** « two hours »; null for what is no duration. */
function lengthOf(duration: string): string | null {
  const [, ...found] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const units = ['day', 'hour', 'minute', 'second'] as const;
  const parts = units.flatMap((unit, index) => {
    const count = found[index];
    return count ? [`${inWords(Number(count))} ${plural(Number(count), unit)}`] : [];
  });
  return parts.length === 0 ? null : parts.join(' and ');
}
