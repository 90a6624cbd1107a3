import { expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { persistenceLines } from '../../reporters/persistence.ts';
import { agedFile, assessed, backupSet, type Entry, failed, logPath, notAsked, on } from '../support/judged.ts';

const SETS = { sets: [{ name: 'base', path: 'backups/base' }] };
const persistence = (...entries: readonly Entry[]) => assessed(entries).sections.persistence;
const lines = (...entries: readonly Entry[]) => persistenceLines(persistence(...entries), fr).join('\n');

test('a set of backups is told with its measured RPO, its RTO and what was tried', () => {
  const { backups, assumedMiBPerSecond } = persistence(
    on.backups('saves', [
      backupSet('base', { restoreBytes: 12_000 * 2 ** 20, comparison: { path: 'a', sizeBytes: 62, medianBytes: 100 } }),
      backupSet('photos', { restoreTest: null, rtoMinutes: null, newest: agedFile('a', 75) }),
    ]),
  );
  expect(assumedMiBPerSecond).toBe(100);
  expect(backups).toMatchObject([
    {
      target: 'saves',
      set: 'base',
      outcome: 'pass',
      ageHours: 9,
      maxAgeHours: 24,
      count: 14,
      trendPercent: -38,
      rtoMinutes: 30,
      estimatedRtoMinutes: 2,
      restoreTestMinutes: 12,
    },
    { set: 'photos', outcome: 'warn', ageHours: 75, rtoMinutes: null, estimatedRtoMinutes: 1, restoreTestedAt: null },
  ]);
});

test('the figures of a set that was read in part are not told: they would pass for the whole', () => {
  const lack = { path: 'old', code: 'denied' as const };
  const { backups } = persistence(on.backups('saves', [backupSet('base', { lack, restoreBytes: 2 ** 30 })]));
  expect(backups).toMatchObject([
    { ageHours: 9, count: null, totalBytes: null, lastBytes: null, trendPercent: null, estimatedRtoMinutes: null },
  ]);
});

test('an estimate of the RTO is marked as one, a measure is not', () => {
  const shown = lines(on.backups('saves', [backupSet('base'), backupSet('photos', { restoreTest: null })]));
  expect(shown).toMatch(/✓ base .* 12 min +30 min +20\/01\/2026/);
  expect(shown).toMatch(/✓ photos .* ≈ 1 min +30 min +non noté/);
  expect(shown).toContain('avec ≈, simple estimation à 100 Mio/s');
});

test.each<[string, Entry, RegExp]>([
  ['read, and empty', on.backups('saves', [backupSet('base', { newest: null, count: 0 })]), /✗ base +aucune +–/],
  ['absent', on.backups('saves', [backupSet('base', { newest: null, failure: { code: 'not-found', detail: '' } })]), /✗ base +aucune +–/],
  [
    'forbidden',
    on.backups('saves', [backupSet('base', { newest: null, failure: { code: 'denied', detail: '' } })]),
    /\? base +accès refusé +–/,
  ],
  ['not read', on.backups('saves', failed('timeout'), SETS), /\? base +pas de réponse à temps +–/],
  ['not asked', on.backups('saves', notAsked, SETS), /– base +non examiné +–/],
])('a set that was %s has a row', (_, entry, row) => {
  expect(lines(entry)).toMatch(row);
});

test('a path of logs is told with its age and its rotation', () => {
  const shown = lines(
    on.logs('journals', [
      logPath('logs'),
      logPath('n8n.log', { newest: agedFile('a', 99), growing: [{ path: 'a', sizeBytes: 1, rotation: 'none' }] }),
      logPath('dated', { growing: [] }),
    ]),
  );
  expect(shown).toMatch(/✓ logs +23\/02 05 h 30 +1 h +4 +4,9 Kio +oui/);
  expect(shown).toMatch(/! n8n\.log .* 4 jours .* non/);
  expect(shown).toMatch(/✓ dated .* oui/);
});

test('what the inventory does not declare is said, and what it declares is not called undeclared', () => {
  const none = lines(on.host('tour'));
  expect(none).toContain("Sauvegardes : aucune n'est déclarée");
  expect(none).toContain("Journaux : aucun n'est déclaré");
  expect(lines(on.backups('saves', failed('timeout'), SETS), on.logs('journals', notAsked))).not.toContain('déclaré');
});

test.each([fr, en])('no line is wider than the page, in $language', (locale) => {
  const long = 'a rather long name of a set that nobody would say aloud';
  const tables = persistence(
    on.backups('saves', [backupSet(long, { restoreBytes: 2 ** 45 }), backupSet('b', { newest: agedFile('a', 9_000) })]),
    on.logs('journals', [logPath(`/var/log/${'deep/'.repeat(20)}app.log`)]),
  );
  expect(persistenceLines(tables, locale).filter((line) => line.length > 78)).toEqual([]);
});
