import { expect, test } from 'vitest';
import { failed, on, verdict } from '../support/judged.ts';

test.each([
  ['ok', 'pass'],
  ['damaged', 'fail high'],
  ['not-a-database', 'fail high'],
  ['empty', 'fail high'],
  ['missing', 'fail high'],
  ['busy', 'unknown'],
  ['too-large', 'unknown'],
] as const)('DATA-007: a database that is %s is %s', (check, said) => {
  expect(verdict('DATA-007', [on.sqlite('db', { check })])).toBe(said);
});

test('DATA-007: what could not be checked, or not be read, is unknown', () => {
  expect(verdict('DATA-007', [on.sqlite('db', { check: 'unchecked', failure: 'denied' })])).toBe('unknown');
  expect(verdict('DATA-007', [on.sqlite('db', failed('denied'))])).toBe('unknown');
});
