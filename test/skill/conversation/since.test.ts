import '../../support/in-paris.ts';
import { expect, test } from 'vitest';
import { endOfSince } from '../../../skill/conversation/since.ts';

/** A Wednesday afternoon. */
const NOW = '2026-02-25T14:30:00';

test.each([
  ['last', '2026-02-25T14:30:00.000'],
  [undefined, '2026-02-25T14:30:00.000'],
  ['nonsense', '2026-02-25T14:30:00.000'],
  ['yesterday', '2026-02-24T23:59:59.999'],
  ['this_morning', '2026-02-25T09:00:00.000'],
  ['last_week', '2026-02-22T23:59:59.999'],
  ['last_month', '2026-01-31T23:59:59.999'],
  ['monday', '2026-02-23T23:59:59.999'],
  ['tuesday', '2026-02-24T23:59:59.999'],
  ['wednesday', '2026-02-18T23:59:59.999'],
  ['thursday', '2026-02-19T23:59:59.999'],
  ['friday', '2026-02-20T23:59:59.999'],
  ['saturday', '2026-02-21T23:59:59.999'],
  ['sunday', '2026-02-22T23:59:59.999'],
])('%s ends at %s', (since, end) => {
  expect(endOfSince(since, new Date(NOW))).toBe(new Date(end).getTime());
});

test('before nine, this morning is now', () => {
  expect(endOfSince('this_morning', new Date('2026-02-25T07:00:00'))).toBe(new Date('2026-02-25T07:00:00').getTime());
});

test('the week begins on Monday, on a Sunday too', () => {
  expect(endOfSince('last_week', new Date('2026-03-01T10:00:00'))).toBe(new Date('2026-02-22T23:59:59.999').getTime());
  expect(endOfSince('last_week', new Date('2026-03-02T10:00:00'))).toBe(new Date('2026-03-01T23:59:59.999').getTime());
});

test('a day of twenty-three hours ends at its midnight', () => {
  expect(endOfSince('yesterday', new Date('2026-03-30T10:00:00'))).toBe(new Date('2026-03-29T23:59:59.999').getTime());
});
