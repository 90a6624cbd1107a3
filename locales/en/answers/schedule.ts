import type { Planned } from '../../fr/answers/schedule.ts';
import type { Locale } from '../../locale.ts';
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

const EVERY: Readonly<Record<string, string>> = { hour: 'every hour', day: 'every day', week: 'every week', month: 'every month' };

/** Planned audits. */
export const schedule: Locale['answers']['schedule'] = {
  planned: (slots) => `Very well: ${whatAndWhen(slots)}, as long as the server runs.`,
  cannotPlan: 'I cannot plan anything here: only the server, once started, can audit later.',
  whenUnknown: 'Tell me when: “tomorrow at eight”, or “every hour”.',
  passed: 'That moment has passed: I have planned nothing.',
  tooMany: 'Too many audits are planned already. Say “cancel” first.',
  cancelled: (count) => (count === 1 ? 'The planned audit is cancelled.' : `The ${inWords(count)} planned audits are cancelled.`),
  nothingPlanned: 'No audit is planned.',
  foundChanges: (slots, head) => `${theAudit(slots)} has seen changes. ${head}`,
  foundNothing: (slots) => `${theAudit(slots)} has seen no change.`,
  didNotRun: (slots) => `${theAudit(slots)} could not be done.`,
};

function whatAndWhen(slots: Planned): string {
  return [`${slots.mode === 'quick' ? 'quick' : 'full'} audit`, whenOf(slots)].filter(Boolean).join(' ');
}

function theAudit(slots: Planned): string {
  return [`The ${slots.mode === 'quick' ? 'quick ' : ''}audit planned`, forWhen(slots)].filter(Boolean).join(' ');
}

function forWhen(slots: Planned): string {
  const when = whenOf(slots);
  return when === '' || slots.in !== undefined ? '' : `for ${when.replace(/^(?:at|on) /, '')}`;
}

function whenOf({ every, at, date, in: wait }: Planned): string {
  const hour = at === undefined ? '' : `at ${clock(at)}`;
  if (every !== undefined) return [everyOf(every), hour].filter(Boolean).join(' ');
  if (wait !== undefined) return `in ${lengthOf(wait) ?? 'a while'}`;
  const day = date === undefined ? '' : DAYS[date] ? `on ${DAYS[date]}` : (DATES[date] ?? '');
  return [day, hour].filter(Boolean).join(' ');
}

function everyOf(every: string): string {
  const day = DAYS[every];
  if (day) return `every ${day}`;
  return EVERY[every] ?? (/^PT1H$|^PT60M$/.test(every) ? 'every hour' : `every ${lengthOf(every) ?? 'hour'}`);
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
