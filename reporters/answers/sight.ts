import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { few, type Point, point } from './point.ts';
import type { Test } from './scopes.ts';

const MOST_NAMES = 3;

/** What could be read then and not now, and the other way round: neither is a problem found or fixed, and both are a change. */
export function sightPoints(from: Report, to: Report, holds: Test, told: readonly ReportFinding[], locale: Locale): readonly Point[] {
  const { lostSight, seenAgain } = locale.answers.changes;
  return [...points(unseen(from, to, holds, told), lostSight, locale), ...points(unseen(to, from, holds, told), seenAgain, locale)];
}

function points(ids: readonly string[], write: (names: readonly string[], more: number) => string, locale: Locale): readonly Point[] {
  const [names, more] = few(ids, MOST_NAMES);
  return names.length > 0 ? [point(locale, 0, (name) => write(names.map(name), more))] : [];
}

/** What `one` has read and `other` has asked in vain, but for what is told by its findings. */
function unseen(one: Report, other: Report, holds: Test, told: readonly ReportFinding[]): readonly string[] {
  return Object.entries(other.readings).flatMap(([id, reading]) => {
    const isLost = !reading.ok && reading.failure !== null && own(one.readings, id)?.ok === true;
    const status = own(other.nodes, id)?.status;
    const isTold = status === 'planned-down' || told.some(({ target }) => target === id);
    const code = status === undefined ? '' : 'NODE-001';
    return isLost && !isTold && holds({ code, target: id, subject: id, dimension: 'stability' }) ? [id] : [];
  });
}
