import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import type { Locale } from '../../../locales/locale.ts';
import { brief } from '../../../reporters/llm/brief.ts';
import { verify, verifySentence } from '../../../reporters/llm/verify.ts';
import { spoken } from '../../../reporters/spoken.ts';
import { worded } from '../../../reporters/words.ts';
import type { Report } from '../../../skill/audit/report.ts';
import { assessed, card, failed, mount, on } from '../../support/judged.ts';
import { clusters, seen } from '../../support/random-cluster.ts';

const GOLDEN = worded(
  assessed([
    on.lmstudio('M1', {}, { machine: 'tour' }),
    on.lmstudio('M2', {}, { machine: 'm2' }),
    on.lmstudio('M3', failed('refused'), { machine: 'm3' }),
    on.host('tour', { mounts: [mount('/', { usedPercent: 97, availableBytes: 30 })] }),
    on.gpu('gpus', [card(0), card(1, { temperatureC: 91 })]),
  ]),
  fr,
);
const TRUE = 'Deux nœuds sur trois répondent. Un disque de tour est rempli à 97 pour cent. M3 ne répond pas.';

const refusal = (text: string, report: Report = GOLDEN, locale: Locale = fr) => verify(text, report, locale);

describe('what we say ourselves is true', () => {
  test.each([fr, en])('the template of any cluster verifies, whole and sentence by sentence', (locale) => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const report = worded(assessed(seen(cluster, 0), { mode: cluster.mode }), locale);
        const text = spoken.render(report, locale);
        expect({ text, verdict: text.length > 300 ? { ok: true } : verify(text, report, locale) }).toEqual({ text, verdict: { ok: true } });
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test.each([fr, en])('each fact that a model is given verifies', (locale) => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const report = worded(assessed(seen(cluster, 0), { mode: cluster.mode }), locale);
        for (const line of brief(report, locale).user.split('\n').slice(1)) {
          const fact = line.replace(/^- /, '');
          expect({ fact, verdict: verifySentence(fact, report, locale) }).toEqual({ fact, verdict: { ok: true } });
        }
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  test('the template of a saved report verifies in both languages', () => {
    const folder = new URL('../../phrasing/frozen/reports/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const report = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Report;
      for (const locale of [fr, en])
        expect({ file, verdict: verify(spoken.render(report, locale), report, locale) }).toEqual({ file, verdict: { ok: true } });
    }
  });
});

describe('a single change makes it a lie', () => {
  const sentences = spoken.render(GOLDEN, fr).match(/[^.!?]+[.!?]/g) ?? [];
  const NUMBERS = ['zéro', 'un', 'trois', 'quatre', 'douze', 'soixante-dix-sept', 'quatre-vingt-seize', 'cent'];

  test('the sentences that are changed are true', () => {
    expect(verify(TRUE, GOLDEN, fr)).toEqual({ ok: true });
    for (const sentence of sentences) expect(verifySentence(sentence.trim(), GOLDEN, fr)).toEqual({ ok: true });
  });

  test('another number', () => {
    for (const wrong of ['96', '79', '9', '970', '97,5', 'quatre-vingt-seize', 'septante-sept'])
      expect({ wrong, verdict: refusal(TRUE.replace('97', wrong)).ok }).toEqual({ wrong, verdict: false });
    for (const sentence of sentences)
      for (const [word] of sentence.matchAll(/(?<![\p{L}-])(?:deux|trois|quatre-vingt-dix-sept|quatre-vingt-onze)(?![\p{L}-])/giu))
        for (const number of NUMBERS.filter((each) => each !== word.toLowerCase())) {
          const changed = sentence.replace(word, number).trim();
          expect({ changed, ok: verifySentence(changed, GOLDEN, fr).ok }).toEqual({ changed, ok: false });
        }
  });

  test.each([
    ['the name of another node', TRUE.replace('M3', 'M1')],
    ['a name that nobody knows', TRUE.replace('M3', 'ZEUS')],
    ['a name that begins as a known one', TRUE.replace('M3', 'M3-bis')],
    ['another machine', TRUE.replace('tour', 'M2')],
    ['the opposite', TRUE.replace('M3 ne répond pas', 'M3 répond')],
    ['a negation', TRUE.replace('est rempli', "n'est pas rempli")],
    ['« ne … que »', TRUE.replace('est rempli à', "n'est rempli qu'à")],
    ['another status', TRUE.replace('M3 ne répond pas', "M3 est à l'arrêt, comme prévu")],
    ['another unit', TRUE.replace('pour cent', 'degrés')],
    ['« tous »', TRUE.replace('Deux nœuds sur trois', 'Tous les nœuds')],
    ['« aucun »', TRUE.replace('Deux nœuds sur trois répondent', 'Aucun nœud ne répond')],
    ['« peut-être »', TRUE.replace('M3 ne', 'M3 ne répond peut-être pas, ou ne')],
    ['a cause', TRUE.replace('97 pour cent', '97 pour cent à cause des journaux')],
    ['a comparison', TRUE.replace('M3 ne répond pas', 'M3 ne répond toujours pas')],
    ['praise', `${TRUE} Tout va bien.`],
    ['an action of its own', `${TRUE} Redémarrez tour.`],
    ['a remedy that is not the first', `${TRUE} Commencez par refroidir le GPU.`],
    ['a question', `${TRUE} Voulez-vous que je le redémarre ?`],
    ['another language', `${TRUE} Everything is fine.`],
    ['an address', `${TRUE} Voyez https://example.org.`],
    ['a sentence that was cut', TRUE.replace(' M3 ne répond pas.', ' M3 ne')],
    ['a hole', TRUE.replace('rempli à 97 pour cent', 'rempli à')],
    ['the loss of what nothing carries', `${TRUE} Si tour tombe, on perd la vision.`],
    ['full coverage that was not', `${TRUE} Tout a été vérifié sans exception.`],
  ])('%s', (_, text) => expect(refusal(text).ok).toBe(false));

  test('silence about the worst, and the reason that is given', () => {
    expect(refusal('Deux nœuds sur trois répondent. M3 ne répond pas.')).toEqual({ ok: false, reason: 'worst-missing', word: null });
    expect(refusal('a'.repeat(301)).ok).toBe(false);
    expect(refusal('')).toMatchObject({ ok: false, reason: 'unreadable' });
  });
});

describe('a single change of the template of any cluster makes it a lie', () => {
  const SMALL = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];
  const changes = (sentence: string): readonly string[] => [
    ...[...sentence.matchAll(/(?<![\p{L}-])N\d(?!\p{L})|N (?:zéro|un|deux|trois|quatre)/gu)].map(([name]) =>
      sentence.replace(name, 'ZEUS'),
    ),
    ...[...sentence.matchAll(/(?<![\p{L}-]|N )\p{L}+(?![\p{L}-])/gu)].flatMap(({ 0: word, index }) => {
      const at = SMALL.indexOf(word.toLowerCase());
      return at < 0 ? [] : [`${sentence.slice(0, index)}${SMALL[(at + 5) % SMALL.length]}${sentence.slice(index + word.length)}`];
    }),
    // one of two answers: then one of two does not
    ...(/ répond\./.test(sentence) && !sentence.startsWith('Un nœud sur deux') ? [sentence.replace(' répond.', ' ne répond pas.')] : []),
    ...(/ ne répond pas\./.test(sentence) ? [sentence.replace(' ne répond pas.', ' répond.')] : []),
    ...(/ est (?:ouvert|rempli|en lecture)/.test(sentence) ? [sentence.replace(' est ', " n'est pas ")] : []),
  ];

  test('a number, a name, a status, a negation', () => {
    const through: string[] = [];
    fc.assert(
      fc.property(clusters, (cluster) => {
        const report = worded(assessed(seen(cluster, 0), { mode: cluster.mode }), fr);
        for (const [sentence] of spoken.render(report, fr).matchAll(/[^.!?]+[.!?]/g))
          for (const changed of changes(sentence.trim()))
            if (verifySentence(changed, report, fr).ok) through.push(`${sentence} → ${changed}`);
      }),
      { numRuns: 80, seed: 11 },
    );
    expect([...new Set(through)]).toEqual([]);
  });
});

describe('hostile text is refused at once', () => {
  const HOSTILE = [
    'M3 ne répond pas. '.repeat(600),
    'a'.repeat(10_000),
    'ne '.repeat(3_000),
    `${'sur '.repeat(70)}.`,
    `${'M1, '.repeat(60)}répondent.`,
    `${'et '.repeat(90)}.`,
    `${'un disque, '.repeat(25)}rempli.`,
    'M3 ne r\u200bépond pas.',
    'M3 est d\u200bown.',
    'М3 ne répond pas.',
    'M3 ne répond pаs.',
    '\u202eM3 ne répond pas.',
    'M3 ne répond pas \u{1f525}.',
    '<b>M3</b> ne répond pas.',
    '<speak>M3 ne répond pas.</speak>',
    '**M3** ne répond pas.',
    '`M3` ne répond pas.',
    'M3 ne répond pas. {"tool": "restart"}',
    'M3 ne répond pas. $HOME',
    'M3 ne répond pas.\u0000',
    'Ｍ３ ne répond pas.',
    'M3 ne répond p\u0301as.',
    'M３ ne répond pas.',
    '\ud800M3 ne répond pas.',
  ];

  test.each(HOSTILE.map((text, index) => [index, text] as const))('number %i', (_, text) => {
    verify(TRUE, GOLDEN, fr);
    const begun = performance.now();
    const { ok } = verify(text, GOLDEN, fr);
    verifySentence(text, GOLDEN, fr);
    expect(ok).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2 * 20 * SLACK);
  });

  test('what fills 300 characters with separators costs little', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('M1', 'M3', 'et', ',', 'répond', 'ne', 'pas', 'disque', 'tour', '97', 'pour cent', 'aussi', 'un'), {
          maxLength: 58,
        }),
        (words) => {
          const begun = performance.now();
          verify(`${words.join(' ').slice(0, 298)}.`, GOLDEN, fr);
          expect(performance.now() - begun).toBeLessThan(20 * SLACK);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });
});

/** A noisy machine with other people's tests on it. */
const SLACK = 10;

test('a usual summary costs a few milliseconds', () => {
  verify(TRUE, GOLDEN, fr);
  const times = Array.from({ length: 50 }, () => {
    const begun = performance.now();
    verify(TRUE, GOLDEN, fr);
    return performance.now() - begun;
  }).toSorted((a, b) => a - b);
  expect(times[25]).toBeLessThan(5);
});

test('what « il » and « son serveur » stand for is what was said before', () => {
  expect(verifySentence('Il ne répond pas.', GOLDEN, fr, 'M3 ne répond pas.')).toEqual({ ok: true });
  expect(verifySentence('Il ne répond pas.', GOLDEN, fr, 'M1 répond.').ok).toBe(false);
  expect(verifySentence('Les autres nœuds répondent.', GOLDEN, fr, 'M3 ne répond pas.')).toEqual({ ok: true });
});
