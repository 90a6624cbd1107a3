import { describe, expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { FAILURE_CODES } from '../../skill/audit/define.ts';

const linesOf = ({ sections }: typeof fr) => [
  sections.heading('JARVIS', '12.0', 'quick', '2026-02-23T14:30:05+01:00'),
  sections.heading('JARVIS', '', 'full', '2026-03-01T09:05:00Z'),
  sections.open(0, 0, 0, 0),
  sections.open(1, 2, 3, 4),
  sections.nodesUp(0, 1, 0, false),
  sections.nodesUp(0, 3, 0, true),
  sections.nodesUp(3, 4, 1, false),
  sections.allPlannedDown(1),
  sections.allPlannedDown(5),
  sections.noNodeAsked,
  sections.andMoreNames(1),
  sections.moreRows(3),
  sections.unworded('gone'),
  sections.staleText('X.'),
  sections.recheck('M1'),
  sections.gpus(6, 147_456, 0),
  sections.gpus(0, null, 1),
  sections.overall(87, 'B', sections.verdicts.ready),
  sections.overall(null, null, sections.verdicts.unknown),
  ...FAILURE_CODES.flatMap((failure) => [0, 1, 30].map((masks) => sections.notSeen('nova', failure, masks))),
  sections.skipped(['gemini', 'nova']),
  sections.evolution('2026-02-23T14:30:05+01:00', 1, 2, 3, 0, 0, 0),
  sections.evolution('2026-02-23T14:30:05+01:00', 0, 1, 0, 1, 2, 1),
  sections.stale('2026-02-23T14:30:05+01:00'),
  sections.openSince('2026-02-23T14:30:05+01:00'),
  sections.loaded(['qwen3-8b']),
  sections.cloudModels(2),
  ...sections.nodeHead(),
  ...sections.capabilityHead(),
  ...sections.portHead(),
  ...sections.performanceHead(),
  ...sections.gpuHead(),
  ...sections.mountHead(),
  ...sections.backupHead(),
  sections.backupLegend(100),
  ...sections.logHead(),
  sections.noLog,
  ...[0.2, 26, 75].map(sections.age),
  ...[1, 60, 95].map(sections.duration),
  sections.estimated(3),
  ...[-62, 0, 3].map(sections.trend),
  sections.day('2026-02-23T14:30:05+01:00'),
  sections.shortDay('2026-02-23T14:30:05+01:00'),
  sections.shortMoment('2026-02-23T14:30:05+01:00'),
  sections.single('nova', 'vision'),
  sections.masked(1),
  sections.masked(30),
  ...[0, 1, 2].flatMap((count) => [
    sections.zone(sections.zones.lan, count + 1, 'nova et atlas', '', count),
    sections.zone(sections.zones.unknown, count + 1, 'nova', count ? 'nova' : '', 0),
  ]),
  sections.noService(sections.zones.loopback),
  ...sections.trustHead(),
  ...Object.values(sections.authentication).flatMap((word) => [word(null), word(401)]),
  ...Object.values(sections.reachOf).map((reach) => sections.contradicts('nova', reach, sections.reachOf.wan)),
  sections.ownersPartial(true),
  sections.ownersPartial(false),
  sections.exposed(true),
  sections.exposed(false),
  sections.machine('nova', 16, 0.52, 2 ** 34, 2 ** 36),
  sections.machine('nova', 1, null, null, null),
  sections.machine('nova', null, null, null, null),
  sections.vram('nova', 4_096, 24_576, 12_631, true),
  sections.vram('nova', 4_096, 24_576, 5_000, false),
  sections.vram('nova', null, 8_192, 9_000, true),
  sections.vram('nova', 8_000, 8_192, 0, false),
  sections.vram('nova', 8_000, 8_192, null, false),
  sections.estimateLegend,
  sections.readOnly(true),
  sections.readOnly(false),
  sections.coverage(0.8),
  ...['critical', 'high', 'medium'].flatMap((reason) => [1, 2].map((count) => sections.cap(60, reason, count))),
  sections.milliseconds(1234),
  sections.bytes(2 ** 34),
  sections.number(61.25, 1),
  sections.partlySeen(1),
  sections.partlySeen(3),
  sections.also(1),
  sections.also(4),
  sections.likewise(['/', '/srv']),
  sections.savedAs('/tmp/report.json'),
];

describe.each([fr, en])('$language', (locale) => {
  test('every line of the sections has words and no hole', () => {
    for (const line of linesOf(locale)) expect(line).not.toMatch(/^$|undefined|NaN|null|\[object|\s{2}|\(\)/);
  });

  test('every table has as many heads as in French', () => {
    const heads = ({ sections }: typeof fr) =>
      [
        sections.nodeHead(),
        sections.loadedHead(),
        sections.capabilityHead(),
        sections.portHead(),
        sections.performanceHead(),
        sections.gpuHead(),
        sections.mountHead(),
      ].map(({ length }) => length);
    expect(heads(locale)).toEqual(heads(fr));
  });
});

test('a moment keeps the zone in which it was written', () => {
  for (const zone of ['Z', '+01:00', '-08:00', '.123+05:30', '']) {
    expect(fr.sections.openSince(`2026-02-23T14:30:05${zone}`)).toBe('depuis le 23 février 2026 à 14 h 30');
    expect(en.sections.openSince(`2026-02-23T14:30:05${zone}`)).toBe('since 23 February 2026 at 14:30');
  }
});

test('the first of the month and the small hours are told as each language does', () => {
  expect(fr.sections.openSince('2026-08-01T09:05:00+02:00')).toBe('depuis le 1er août 2026 à 9 h 05');
  expect(en.sections.openSince('2026-08-01T09:05:00+02:00')).toBe('since 1 August 2026 at 09:05');
});

test('each of the twelve months has its name', () => {
  const named = (locale: typeof fr) =>
    Array.from(
      { length: 12 },
      (_, index) => locale.sections.openSince(`2026-${String(index + 1).padStart(2, '0')}-15T10:00:00Z`).match(/15 (\p{L}+) 2026/u)?.[1],
    );
  expect(named(fr)).toEqual([
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ]);
  expect(named(en)).toEqual([
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]);
});

test('the summary counts problems and nodes in English', () => {
  const { open, nodesUp, evolution, masked, cap } = en.sections;
  expect(open(1, 2, 0, 1)).toBe('Problems: 1 critical, 2 high and 1 low.');
  expect(nodesUp(1, 4, 2, false)).toBe('Nodes: 1 of 4 expected is answering; 2 planned down.');
  expect(nodesUp(0, 4, 0, false)).toBe('Nodes: none of the 4 expected is answering.');
  expect(nodesUp(0, 4, 0, true)).toBe('Nodes: none of the 4 expected is usable.');
  expect(evolution('2026-02-23T14:30:05Z', 2, 1, 4, 1, 0, 1)).toBe(
    'Since the previous audit (23 February 2026 at 14:30): 2 fixed, 1 new, 4 unchanged, 1 not checked again and 1 change of scope.',
  );
  expect([masked(1), masked(2)]).toEqual([
    '1 more finding is explained by a failure already mentioned.',
    '2 more findings are explained by a failure already mentioned.',
  ]);
  expect([cap(60, 'critical', 1), cap(80, 'medium', 2)]).toEqual(['capped at 60: 1 critical problem', 'capped at 80: 2 medium problems']);
});

test('the summary counts problems and nodes in French', () => {
  const { open, nodesUp, evolution, masked, cap } = fr.sections;
  expect(open(1, 2, 0, 1)).toBe('Problèmes : 1 critique, 2 élevés et 1 faible.');
  expect(nodesUp(1, 4, 0, false)).toBe('Nœuds : 1 sur 4 attendus répond.');
  expect(nodesUp(0, 3, 1, false)).toBe("Nœuds : aucun des 3 attendus ne répond ; 1 à l'arrêt prévu.");
  expect(nodesUp(4, 5, 0, true)).toBe('Nœuds : 4 sur 5 attendus sont utilisables.');
  expect(evolution('2026-02-23T14:30:05Z', 2, 1, 4, 1, 0, 1)).toBe(
    "Depuis l'audit précédent (le 23 février 2026 à 14 h 30) : 2 réglés, 1 nouveau, 4 inchangés, 1 non revérifié et 1 changement de périmètre.",
  );
  expect(masked(1)).toMatch(/^1 constat de plus s'explique /);
  expect([cap(60, 'critical', 1), cap(80, 'medium', 2)]).toEqual(['plafond 60 : 1 problème critique', 'plafond 80 : 2 problèmes moyens']);
});
