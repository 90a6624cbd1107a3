import { describe, expect, test } from 'vitest';
import type { LogPath } from '../../skill/probes/logs.ts';
import { agedFile, assessed, failed, judged, logPath, notAsked, on, verdict } from '../support/judged.ts';

const MIB = 2 ** 20;
const log = (fields: Partial<LogPath> = {}) => on.logs('journals', [logPath('logs', fields)]);
const growing = (sizeBytes: number, rotation: LogPath['growing'][number]['rotation']) =>
  log({ growing: [{ path: 'logs/app.log', sizeBytes, rotation }] });
const lack = { path: 'logs/closed', code: 'denied' as const };

describe('OBS-007: logs are present and rotated', () => {
  test.each([
    [23, 'pass'],
    [24, 'pass'],
    [25, 'warn medium'],
    [900, 'warn medium'],
  ])('a last line %s hours ago is %s', (hours, said) => {
    expect(verdict('OBS-007', [log({ newest: agedFile('a', hours) })])).toBe(said);
  });

  test.each([
    [100 * MIB, 'none', 'pass'],
    [100 * MIB + 1, 'none', 'warn medium'],
    [100 * MIB + 1, 'unknown', 'unknown'],
    [100 * MIB, 'unknown', 'pass'],
    [10_000 * MIB, 'siblings', 'pass'],
    [10_000 * MIB, 'logrotate', 'pass'],
    [10_000 * MIB, 'journald', 'pass'],
  ] as const)('%s bytes with rotation %s is %s', (bytes, rotation, said) => {
    expect(verdict('OBS-007', [growing(bytes, rotation)])).toBe(said);
  });

  test.each<[string, Partial<LogPath>, string, string]>([
    ['no file', { newest: null }, 'warn medium', 'log-none'],
    ['no such path', { newest: null, failure: { code: 'not-found', detail: '' } }, 'warn medium', 'log-none'],
    ['no right to it', { newest: null, failure: { code: 'denied', detail: '' } }, 'unknown', 'log-unreadable'],
    ['a part that cannot be read', { newest: agedFile('a', 30), lack }, 'unknown', 'files-partly-read'],
    ['a fresh line beside such a part', { lack }, 'pass', 'passed'],
    ['a date of the future', { newest: agedFile('a', 30), future: 1 }, 'unknown', 'age-unknown'],
    ['an empty log', { newest: agedFile('a', 1, 0), growing: [] }, 'pass', 'passed'],
    ['silence that the inventory allows', { newest: agedFile('a', 30), maxAgeHours: 48 }, 'pass', 'passed'],
  ])('%s', (_, fields, said, message) => {
    expect(verdict('OBS-007', [log(fields)])).toBe(said);
    expect(judged('OBS-007', [log(fields)]).map((one) => one.message)).toEqual([message]);
  });

  test('the largest that nothing rotates is named, whatever else is unclear', () => {
    const both = log({
      growing: [
        { path: 'a', sizeBytes: 900 * MIB, rotation: 'unknown' },
        { path: 'b', sizeBytes: 300 * MIB, rotation: 'none' },
      ],
    });
    expect(assessed([both]).findings.find(({ code }) => code === 'OBS-007')?.message).toMatchObject({
      id: 'log-endless',
      values: { file: 'b' },
    });
  });

  test('a target that was not read, not asked, or is off', () => {
    expect(verdict('OBS-007', [on.logs('journals', failed('timeout'))])).toBe('unknown');
    expect(verdict('OBS-007', [on.logs('journals', notAsked)])).toBe('skipped');
    expect(verdict('OBS-007', [on.logs('journals', failed('denied'), { planned: 'down' })])).toBe('not-applicable');
  });
});

test('the score counts each path', () => {
  const paths = [logPath('a'), logPath('b'), logPath('c', { newest: null })];
  const { components } = assessed([on.logs('journals', paths)]).scoreDetails.observability;
  expect(components).toMatchObject([{ id: 'logs', weight: 40, items: 3, value: expect.closeTo(2 / 3, 5) }]);
});

test('not having been read, several paths may outweigh all that was', () => {
  const entries = [on.logs('journals', failed('timeout')), on.logs('others', [logPath('a')])];
  expect(assessed(entries).scores.observability).toBeNull();
});
