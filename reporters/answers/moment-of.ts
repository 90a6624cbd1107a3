import type { Locale } from '../../locales/locale.ts';
import type { Moment } from '../../locales/moment.ts';
import type { Report } from '../../skill/audit/report.ts';
import type { Grounds } from './answer.ts';

/** Younger is now: nobody hears a difference. */
const NOW_MS = 2_000;
/** Clocks are set right by this much without anybody noticing. */
const LEAP_MS = 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Days that one calls by their name. */
const WEEK = 6;

/** When a report was read, as one says it; the days are those of the zone that it was written in. */
export function momentOf(iso: string, now: Date, tookMs = 0): Moment {
  const ageMs = now.getTime() - Date.parse(iso) - tookMs;
  if (!Number.isFinite(ageMs)) return { kind: 'dated', iso };
  if (ageMs < -LEAP_MS) return { kind: 'future', iso };
  if (ageMs < NOW_MS) return { kind: 'now' };
  if (ageMs < MINUTE_MS) return { kind: 'seconds', count: Math.floor(ageMs / 1_000) };
  if (ageMs < HOUR_MS) return { kind: 'minutes', count: Math.floor(ageMs / MINUTE_MS) };
  const days = dayOf(now.getTime() + zoneMs(iso)) - dayOf(Date.parse(iso) + zoneMs(iso));
  if (days === 0) return { kind: 'today', iso };
  if (days === 1) return { kind: 'yesterday', iso };
  if (days <= WEEK) return { kind: 'weekday', iso };
  return { kind: iso.slice(0, 4) === String(new Date(now.getTime() + zoneMs(iso)).getUTCFullYear()) ? 'date' : 'dated', iso };
}

/** « Relevé d'il y a trois secondes. », « D'après l'audit d'hier, 14 h 30. »; empty for what was read just now. */
export function takenSentence(
  { report, now, isFamiliar = false }: Pick<Grounds, 'now' | 'isFamiliar'> & { readonly report: Pick<Report, 'timestamp' | 'durationMs'> },
  { answers }: Locale,
): string {
  const moment = momentOf(report.timestamp, now, report.durationMs);
  return isFamiliar && moment.kind === 'seconds' ? '' : answers.moments.taken(moment);
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** What the zone adds to universal time. */
function zoneMs(iso: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)$/.exec(iso) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
}
