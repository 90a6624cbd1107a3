import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BackupSet } from '../../skill/probes/backups.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { writeAged } from '../support/file-tree.ts';
import { agedFile, assessed, auditor, backupSet, failed, findingOf, judged, notAsked, on, verdict } from '../support/judged.ts';

const set = (fields: Partial<BackupSet> = {}) => on.backups('saves', [backupSet('base', fields)]);
const aged = (ageHours: number, fields: Partial<BackupSet> = {}) => set({ newest: agedFile('a', ageHours), ...fields });
const lack = { path: 'backups/base/2026', code: 'denied' as const };
const sized = (sizeBytes: number) => set({ comparison: { path: 'a', sizeBytes, medianBytes: 100 } });
const messageOf = (code: 'DATA-008' | 'DATA-009', entry: ReturnType<typeof set>) => judged(code, [entry]).map(({ message }) => message);

describe('DATA-008: backups are fresh', () => {
  test.each([
    [23, 'pass'],
    [24, 'pass'],
    [24.01, 'warn medium'],
    [25, 'warn medium'],
    [6 * 24, 'warn medium'],
    [7 * 24, 'warn medium'],
    [7 * 24 + 0.01, 'fail high'],
    [8 * 24, 'fail high'],
  ])('%s hours old is %s', (hours, said) => {
    expect(verdict('DATA-008', [aged(hours)])).toBe(said);
  });

  test.each([
    [168, 167, 'pass'],
    [168, 169, 'warn medium'],
    [168, 336, 'warn medium'],
    [168, 337, 'fail high'],
    [1, 2, 'warn medium'],
    [1, 169, 'fail high'],
    [720, 1_000, 'warn medium'],
    [720, 1_441, 'fail high'],
  ])('a set that may be %s hours old and is %s is %s', (maxAgeHours, hours, said) => {
    expect(verdict('DATA-008', [aged(hours, { maxAgeHours })])).toBe(said);
  });

  test.each([
    [49, 'warn medium'],
    [50, 'pass'],
    [51, 'pass'],
    [300, 'pass'],
    [0, 'warn medium'],
  ])('a last one of %s %% of the usual size is %s', (percent, said) => {
    expect(verdict('DATA-008', [sized(percent)])).toBe(said);
  });

  test.each<[string, Partial<BackupSet>, string, string]>([
    ['no file', { newest: null, count: 0 }, 'fail critical', 'backup-none'],
    ['no such path', { newest: null, failure: { code: 'not-found', detail: '' } }, 'fail critical', 'backup-none'],
    ['nothing but empty files', { newest: agedFile('a', 1, 0), totalBytes: 0 }, 'fail critical', 'backup-empty'],
    ['empty files beside a part that may hold more', { newest: agedFile('a', 1, 0), totalBytes: 0, lack }, 'unknown', 'files-partly-read'],
    ['empty files and a date of the future', { newest: agedFile('a', 1, 0), totalBytes: 0, future: 1 }, 'unknown', 'age-unknown'],
    [
      'empty files and one being written',
      { newest: agedFile('a', 1, 0), totalBytes: 0, isWriting: true },
      'unknown',
      'backup-being-written',
    ],
    ['a last one that is empty', { newest: agedFile('a', 1, 0), comparison: null }, 'warn medium', 'backup-empty'],
    ['no right to the path', { newest: null, failure: { code: 'denied', detail: '' } }, 'unknown', 'backup-unreadable'],
    ['no answer from the path', { newest: null, failure: { code: 'timeout', detail: '' } }, 'unknown', 'backup-unreadable'],
    ['a part that may hold a newer one', { newest: agedFile('a', 30), lack }, 'unknown', 'files-partly-read'],
    ['a part that may hold one', { newest: null, lack }, 'unknown', 'files-partly-read'],
    ['too many files to see the newest', { newest: agedFile('a', 30), lack: { path: null, code: 'cut' } }, 'unknown', 'files-partly-read'],
    ['a fresh one beside a part that cannot be read', { lack }, 'pass', 'backup-fresh'],
    [
      'a small one beside a part that may hold the rest',
      { comparison: { path: 'a', sizeBytes: 30, medianBytes: 100 }, lack },
      'unknown',
      'files-partly-read',
    ],
    ['an empty last one beside such a part', { newest: agedFile('a', 1, 0), comparison: null, lack }, 'unknown', 'files-partly-read'],
    ['a date of the future', { newest: null, future: 1 }, 'unknown', 'age-unknown'],
    ['an old one and a date of the future', { newest: agedFile('a', 30), future: 1 }, 'unknown', 'age-unknown'],
    ['a fresh one and a date of the future', { future: 1 }, 'pass', 'backup-fresh'],
    ['one that is being written, and no other', { newest: null, isWriting: true }, 'unknown', 'backup-being-written'],
    ['one that is being written, and an old one', { newest: agedFile('a', 30), isWriting: true }, 'warn medium', 'backup-old'],
    ['the first one', { comparison: null }, 'pass', 'backup-fresh'],
  ])('%s', (_, fields, said, message) => {
    expect(verdict('DATA-008', [set(fields)])).toBe(said);
    expect(messageOf('DATA-008', set(fields))).toEqual([message]);
  });

  test('a machine without the time tells no age', () => {
    expect(verdict('DATA-008', [aged(99)], { auditor: auditor({ clockPlausible: false }) })).toBe('unknown');
  });

  test('sets are judged one by one, under their names', () => {
    const sets = [backupSet('base'), backupSet('photos', { newest: agedFile('a', 30) })];
    expect(judged('DATA-008', [on.backups('saves', sets)]).map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'saves:base pass',
      'saves:photos warn',
    ]);
  });

  test('a target that was not read, not asked, or is off', () => {
    expect(verdict('DATA-008', [on.backups('saves', failed('timeout'))])).toBe('unknown');
    expect(verdict('DATA-008', [on.backups('saves', notAsked)])).toBe('skipped');
    expect(verdict('DATA-008', [on.backups('saves', failed('timeout'), { planned: 'down' })])).toBe('not-applicable');
  });

  test.each([
    ['backups/base', `find -L backups/base -type f ! -name '.*' -printf`],
    ['~/saves', `find -L "$HOME"/saves -type f`],
    ['~', `find -L "$HOME" -type f`],
    ['/mnt/my saves/**/*.tar', `find -L '/mnt/my saves' -type f ! -name '.*' -name '*.tar' -printf`],
    ["-x'y", `find -L './-x'\\''y' -type f`],
  ])('of %s one is shown the newest files', (path, line) => {
    const { verify } = findingOf(assessed([aged(30, { path })]), 'DATA-008:saves:base');
    expect(verify).toContain(line);
  });

  test('a set that is a link is looked into by the line to verify as well', () => {
    using folder = temporaryFolder();
    writeAged(folder.path, 'real/a.tar', 3);
    symlinkSync('real', join(folder.path, 'set'));
    const { verify } = findingOf(assessed([aged(30, { path: join(folder.path, 'set') })]), 'DATA-008:saves:base');
    expect(spawnSync('sh', ['-c', verify ?? ''], { encoding: 'utf8' }).stdout).toContain('set/a.tar');
  });
});

describe('DATA-009: a restoration was tried', () => {
  const test180 = (ageDays: number, minutes: number | null = 12) => set({ restoreTest: { path: 'a', at: 'then', ageDays, minutes } });

  test.each([
    [179, 'pass'],
    [180, 'pass'],
    [180.1, 'warn low'],
    [2_000, 'warn low'],
  ])('%s days ago is %s', (days, said) => {
    expect(verdict('DATA-009', [test180(days)])).toBe(said);
  });

  test('longer than it may take is a violation, an estimate is none', () => {
    expect(verdict('DATA-009', [test180(1, 30)])).toBe('pass');
    expect(verdict('DATA-009', [test180(1, 31)])).toBe('warn low');
    expect(verdict('DATA-009', [set({ rtoMinutes: null })])).toBe('pass');
    expect(verdict('DATA-009', [set({ restoreBytes: 2 ** 50 })])).toBe('pass');
  });

  test('what nothing tells of is unknown', () => {
    expect(messageOf('DATA-009', set({ restoreTest: null }))).toEqual(['restore-untold']);
    expect(messageOf('DATA-009', set({ restoreTest: null, restoreTestFailure: 'denied' }))).toEqual(['restore-unreadable']);
    expect(verdict('DATA-009', [set({ restoreTest: null })])).toBe('unknown');
  });
});

describe('the score', () => {
  const backups = (entry: ReturnType<typeof set>) =>
    assessed([entry]).scoreDetails.observability.components.find(({ id }) => id === 'backups');

  test('counts each set: fresh one, old zero, unknown unread', () => {
    const sets = [backupSet('a'), backupSet('b', { newest: agedFile('a', 30) }), backupSet('c', { newest: null, lack })];
    expect(backups(on.backups('saves', sets))).toMatchObject({
      weight: 30,
      items: 3,
      value: expect.closeTo(1 / 3, 5),
      potential: expect.closeTo(2 / 3, 5),
    });
  });

  test('is not given for backups that were not read', () => {
    expect(assessed([on.backups('saves', failed('timeout'))]).scores.observability).toBeNull();
  });
});
