import { expect, test } from 'vitest';
import type { Schedule } from '../../../skill/schedules/book.ts';
import { takeDue } from '../../../skill/schedules/due.ts';

const NOW = Date.parse('2026-02-25T10:00:00Z');
const HOUR = 3_600_000;
const once: Schedule = { id: 'a', mode: 'full', locale: 'fr', slots: {}, plan: null, nextAt: NOW };
const hourly: Schedule = { ...once, plan: { everyMs: HOUR } };
const daily: Schedule = { ...once, plan: { pattern: '0 8 * * *', times: 1 } };

test('what is not due leaves the book as it is', () => {
  const schedules = [{ ...once, nextAt: NOW + 1 }];
  expect(takeDue(schedules, NOW)).toEqual({ schedules, run: [], missed: [] });
  expect(takeDue(schedules, NOW).schedules).toBe(schedules);
});

test('what happens once is run and gone', () => {
  expect(takeDue([once], NOW)).toEqual({ schedules: [], run: [once], missed: [] });
});

test('what is repeated is run and comes again', () => {
  expect(takeDue([hourly], NOW + 10)).toEqual({ schedules: [{ ...hourly, nextAt: NOW + HOUR }], run: [hourly], missed: [] });
});

test.each([
  ['once, fifty minutes late', once, 50 * 60_000, true],
  ['once, seventy minutes late', once, 70 * 60_000, false],
  ['every hour, half a minute late', hourly, 30_000, true],
  ['every hour, ten minutes late', hourly, 10 * 60_000, false],
  ['every day, ten minutes late', daily, 10 * 60_000, false],
])('%s', (_, schedule, lateMs, isRun) => {
  const { run, missed } = takeDue([schedule], NOW + lateMs);
  expect({ run, missed }).toEqual(isRun ? { run: [schedule], missed: [] } : { run: [], missed: [schedule] });
});

test('an interval keeps its beat after days of sleep, and is missed once', () => {
  const late = NOW + 50.5 * HOUR;
  expect(takeDue([hourly], late)).toEqual({ schedules: [{ ...hourly, nextAt: NOW + 51 * HOUR }], run: [], missed: [hourly] });
});

test('a clock that was years ahead does not silence for years', () => {
  const set = { ...daily, nextAt: NOW + 10 * 365 * 24 * HOUR };
  const { schedules, run } = takeDue([set, { ...hourly, nextAt: NOW + 1_000 * HOUR }], NOW);
  expect(run).toEqual([]);
  expect(schedules.map(({ nextAt }) => nextAt - NOW <= 25 * HOUR)).toEqual([true, true]);
});

test('a clock that is set back a little runs nothing twice', () => {
  const { schedules } = takeDue([hourly], NOW);
  expect(takeDue(schedules, NOW - 2_000).run).toEqual([]);
  expect(takeDue(schedules, NOW + 1_000).run).toEqual([]);
});
