import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { momentOf, takenSentence } from '../../../reporters/answers/moment-of.ts';

const TAKEN = '2026-02-23T14:30:00.000+01:00';
const later = (ms: number) => new Date(Date.parse(TAKEN) + ms);
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

const said = (now: Date, locale = fr) => locale.aloud(takenSentence({ report: { timestamp: TAKEN, durationMs: 0 }, now }, locale));

describe('the age of what was read', () => {
  it.each([
    [0, ''],
    [1_999, ''],
    [3 * SECOND, "Relevé d'il y a trois secondes."],
    [59 * SECOND, "Relevé d'il y a cinquante-neuf secondes."],
    [MINUTE, "Relevé d'il y a une minute."],
    [21 * MINUTE, "Relevé d'il y a vingt-et-une minutes."],
    [HOUR, "D'après l'audit de quatorze heures trente."],
    // half past two in the afternoon is 9.5 hours before midnight
    [9 * HOUR, "D'après l'audit de quatorze heures trente."],
    [10 * HOUR, "D'après l'audit d'hier, quatorze heures trente."],
    [DAY + 9 * HOUR, "D'après l'audit d'hier, quatorze heures trente."],
    [2 * DAY, "D'après l'audit de lundi, quatorze heures trente."],
    [6 * DAY, "D'après l'audit de lundi, quatorze heures trente."],
    [7 * DAY, "D'après l'audit du vingt-trois février à quatorze heures trente."],
    [400 * DAY, "D'après l'audit du vingt-trois février deux-mille-vingt-six à quatorze heures trente."],
  ])('%i ms later is said « %s »', (ms, sentence) => {
    expect(said(later(ms))).toBe(sentence);
  });

  it('is counted from the end of the reading: an audit of ten seconds is fresh when it ends', () => {
    expect(takenSentence({ report: { timestamp: TAKEN, durationMs: 9_500 }, now: later(10_000) }, fr)).toBe('');
    expect(takenSentence({ report: { timestamp: TAKEN, durationMs: 9_500 }, now: later(13_000) }, fr)).toBe("Relevé d'il y a 3 secondes.");
  });

  it('of a report from the future is said as what it is, unless the clock was but set right', () => {
    expect(said(later(-2 * SECOND))).toBe('');
    expect(said(later(-HOUR))).toMatch(/^Relevé daté du vingt-trois février .* en avance sur mon horloge\.$/);
    expect(said(later(-HOUR), en)).toContain('ahead of my clock');
  });

  it('a day is one of the zone that the report was written in', () => {
    // 23:30 in Paris is still the 23rd; in universal time it is 22:30
    expect(momentOf('2026-02-23T23:30:00.000+01:00', new Date('2026-02-24T00:45:00.000+01:00')).kind).toBe('yesterday');
    expect(momentOf('2026-02-23T23:30:00.000-05:00', new Date('2026-02-24T00:45:00.000-05:00')).kind).toBe('yesterday');
    expect(momentOf('2026-02-24T00:30:00.000+01:00', new Date('2026-02-24T02:45:00.000+01:00')).kind).toBe('today');
  });

  it('a time that is none is no age', () => {
    expect(momentOf('soon', later(0)).kind).toBe('dated');
  });
});

it.each([
  [3 * SECOND, 'Read three seconds ago.'],
  [HOUR, 'From the audit of fourteen thirty.'],
  [DAY, 'From the audit of yesterday, fourteen thirty.'],
])('in English %i ms later is said « %s »', (ms, sentence) => {
  expect(said(later(ms), en)).toBe(sentence);
});
