import '../../support/in-paris.ts';
import { describe, expect, test } from 'vitest';
import { nextRun, plannedFrom } from '../../../skill/schedules/plan.ts';

/** A Wednesday, in Paris. */
const WEDNESDAY = '2026-02-25T10:30:20';

function planned(slots: Record<string, string>, now = WEDNESDAY) {
  const result = plannedFrom(slots, new Date(now));
  if (typeof result === 'string') return result;
  return { at: localOf(result.nextAt), isOnce: result.plan === null, slots: result.slots };
}

/** The runs of a repeated audit, as the clock on the wall says. */
function runs(slots: Record<string, string>, now: string, count: number): readonly string[] {
  const result = plannedFrom(slots, new Date(now));
  if (typeof result === 'string') throw new Error(result);
  const times = [result.nextAt];
  while (times.length < count) times.push(nextRun(result.plan, times.at(-1) ?? 0) ?? Number.NaN);
  return times.map(localOf);
}

function localOf(ms: number): string {
  return new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
}

test('the clock of these tests is that of Paris', () => {
  expect(new Date('2026-07-01T12:00:00Z').getHours()).toBe(14);
});

test.each([
  [{ every: 'day', at: '08:00' }, '2026-02-26 08:00:00', false],
  [{ every: 'day', at: '22:30' }, '2026-02-25 22:30:00', false],
  [{ every: 'day' }, '2026-02-26 08:00:00', false],
  [{ every: 'hour' }, '2026-02-25 11:30:00', false],
  [{ every: 'hour', at: '00:15' }, '2026-02-25 11:15:00', false],
  [{ every: 'week' }, '2026-03-04 08:00:00', false],
  [{ every: 'week', at: '23:00' }, '2026-02-25 23:00:00', false],
  [{ every: 'month' }, '2026-03-25 08:00:00', false],
  [{ every: 'monday' }, '2026-03-02 08:00:00', false],
  [{ every: 'wednesday', at: '12:00' }, '2026-02-25 12:00:00', false],
  [{ every: 'PT2H' }, '2026-02-25 12:30:20', false],
  [{ every: 'PT2H', at: '14:00' }, '2026-02-25 14:00:00', false],
  [{ every: 'P1D' }, '2026-02-26 10:30:00', false],
  [{ every: 'P2D', at: '08:00' }, '2026-02-26 08:00:00', false],
  [{ every: 'P1W' }, '2026-03-04 10:30:00', false],
  [{ in: 'PT2H' }, '2026-02-25 12:30:20', true],
  [{ in: 'PT90M' }, '2026-02-25 12:00:20', true],
  [{ in: 'P1DT1H' }, '2026-02-26 11:30:20', true],
  [{ at: '00:00' }, '2026-02-26 00:00:00', true],
  [{ at: '11:00' }, '2026-02-25 11:00:00', true],
  [{ date: 'tomorrow', at: '09:00' }, '2026-02-26 09:00:00', true],
  [{ date: 'tomorrow', at: '00:00' }, '2026-02-26 00:00:00', true],
  [{ date: 'tomorrow' }, '2026-02-26 08:00:00', true],
  [{ date: 'today', at: '23:59' }, '2026-02-25 23:59:00', true],
  [{ date: 'friday', at: '07:00' }, '2026-02-27 07:00:00', true],
  [{ date: 'wednesday', at: '07:00' }, '2026-03-04 07:00:00', true],
])('%j comes at %s', (slots, at, isOnce) => {
  expect(planned(slots)).toMatchObject({ at, isOnce });
});

test.each([
  [{}, 'unknown'],
  [{ mode: 'quick' }, 'unknown'],
  [{ date: 'today' }, 'unknown'],
  [{ date: 'someday' }, 'unknown'],
  [{ at: '25:00' }, 'unknown'],
  [{ at: '8h' }, 'unknown'],
  [{ every: 'day', at: '*/1 *' }, 'unknown'],
  [{ every: 'century' }, 'unknown'],
  [{ every: 'PT1S' }, 'unknown'],
  [{ every: 'P' }, 'unknown'],
  [{ every: 'P9999W' }, 'unknown'],
  [{ in: 'PT0S' }, 'unknown'],
  [{ in: 'soon' }, 'unknown'],
  [{ date: 'today', at: '08:00' }, 'passed'],
])('%j is %s', (slots, answer) => {
  expect(planned(slots)).toBe(answer);
});

test('the hour that was not said is said back', () => {
  expect(planned({ every: 'day' })).toMatchObject({ slots: { every: 'day', at: '08:00' } });
  expect(planned({ date: 'tomorrow', mode: 'quick' })).toMatchObject({ slots: { date: 'tomorrow', mode: 'quick', at: '08:00' } });
});

describe('summer time', () => {
  test('does not move a daily hour', () => {
    expect(runs({ every: 'day', at: '08:00' }, '2026-03-28T00:00:00', 3)).toEqual([
      '2026-03-28 08:00:00',
      '2026-03-29 08:00:00',
      '2026-03-30 08:00:00',
    ]);
  });

  test('an hour that it skips comes right after, once', () => {
    expect(runs({ every: 'day', at: '02:30' }, '2026-03-28T12:00:00', 3)).toEqual([
      '2026-03-29 03:00:00',
      '2026-03-30 02:30:00',
      '2026-03-31 02:30:00',
    ]);
  });

  test('an hour that comes twice at its end is taken once', () => {
    const result = plannedFrom({ every: 'day', at: '02:30' }, new Date('2026-10-24T12:00:00'));
    if (typeof result === 'string') throw new Error(result);
    const next = nextRun(result.plan, result.nextAt) ?? 0;
    expect(localOf(result.nextAt)).toBe('2026-10-25 02:30:00');
    expect(localOf(next)).toBe('2026-10-26 02:30:00');
    expect(next - result.nextAt).toBe(25 * 3_600_000);
  });

  test('two days later is the same hour', () => {
    expect(runs({ every: 'P2D', at: '08:00' }, '2026-03-27T00:00:00', 3)).toEqual([
      '2026-03-27 08:00:00',
      '2026-03-29 08:00:00',
      '2026-03-31 08:00:00',
    ]);
  });

  test('two hours later are two hours', () => {
    const result = plannedFrom({ in: 'PT2H' }, new Date('2026-03-29T01:30:00'));
    if (typeof result === 'string') throw new Error(result);
    expect(result.nextAt - new Date('2026-03-29T01:30:00').getTime()).toBe(7_200_000);
    expect(localOf(result.nextAt)).toBe('2026-03-29 04:30:00');
  });
});

test('every month comes in every month, on the 31st too', () => {
  expect(runs({ every: 'month' }, '2026-01-31T09:00:00', 3)).toEqual(['2026-02-28 08:00:00', '2026-03-28 08:00:00', '2026-04-28 08:00:00']);
});
