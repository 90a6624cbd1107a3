import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aloud as english } from '../../locales/en/aloud.ts';
import { en } from '../../locales/en/locale.ts';
import { aloud as french } from '../../locales/fr/aloud.ts';
import { fr } from '../../locales/fr/locale.ts';
import { wordsOf } from '../../locales/locale.ts';
import { messages, rarer } from '../support/message-samples.ts';

describe('French aloud', () => {
  test.each([
    // nodes and machines
    ['M1 ne répond pas.', 'M-un ne répond pas.'],
    ['OL1, GEMINI et tour.', 'O-L-un, Gémini et tour.'],
    ['I1 et N21', 'I un et N-vingt-et-un'],
    ['nova-gpu2', 'nova G-P-U deux'],
    ['tour-1', 'tour un'],
    // addresses
    ['192.168.1.26', 'cent-quatre-vingt-douze point cent-soixante-huit point un point vingt-six'],
    ['10.0.0.7:11434', 'dix point zéro point zéro point sept, port onze-mille-quatre-cent-trente-quatre'],
    ['127.0.0.1:8080/v1.', 'cent-vingt-sept point zéro point zéro point un, port huit-mille-quatre-vingts.'],
    ['10.0.0.0/8', 'dix point zéro point zéro point zéro'],
    ['::1', 'une adresse I-P-V six qui finit par un'],
    ['2001:db8::1f3a', 'une adresse I-P-V six qui finit par un F trois A'],
    ['[fe80::1]:8080', 'une adresse I-P-V six qui finit par un, port huit-mille-quatre-vingts'],
    ['::ffff:10.0.0.7', 'une adresse I-P-V six qui finit par dix point zéro point zéro point sept'],
    ['::', 'toutes les adresses I-P-V six'],
    ['52:54:00:12:ab:56', 'une adresse matérielle qui finit par A B cinq six'],
    ['nova.lan:1234', 'nova point lan, port mille-deux-cent-trente-quatre'],
    ['http://moi:secret@example.com:8080/a/b?c=1.', 'example point com, port huit-mille-quatre-vingts.'],
    ['(https://example.com)', '(example point com)'],
    // versions and figures
    ['0.9.6', 'zéro point neuf point six'],
    ['v3.6.7', 'version trois point six point sept'],
    ['10.2', 'dix point deux'],
    ['1 234,56 ms', 'mille-deux-cent-trente-quatre virgule cinquante-six millisecondes'],
    ['0,05 %', 'zéro virgule zéro cinq pour cent'],
    ['1,5 Gio', 'un virgule cinq gibioctet'],
    ['81 Go libres sur 2 To', 'quatre-vingt-un gigaoctets libres sur deux téraoctets'],
    ['24 GB', 'vingt-quatre gigaoctets'],
    ['-5 °C', 'moins cinq degrés'],
    ['−5 °C', 'moins cinq degrés'],
    ['1 °C', 'un degré'],
    ['96 %', 'quatre-vingt-seize pour cent'],
    ['61,3 jetons/s', 'soixante-et-un virgule trois jetons par seconde'],
    ['des jetons/s', 'des jetons par seconde'],
    ['21 s', 'vingt-et-une secondes'],
    ['1 s', 'une seconde'],
    ['350 W à 2,4 GHz', 'trois-cent-cinquante watts à deux virgule quatre gigahertz'],
    ['3 km', 'trois kilomètres'],
    ['~10 %', 'environ dix pour cent'],
    ['3–5 Go', 'trois à cinq gigaoctets'],
    ['4/5 et 39/100', 'quatre sur cinq et trente-neuf sur cent'],
    ['4 × GTX', 'quatre fois GTX'],
    ['1 200 000 et 2500000000', 'un million deux-cent-mille et deux milliards cinq-cents millions'],
    ['007', 'zéro zéro sept'],
    ['n°4, #3', 'numéro quatre, numéro trois'],
    ['12345678901234567890', 'un nombre de vingt chiffres'],
    [
      '1er, 1re, 2e, 4e, 5e, 9e, 21e, 80e, 200e',
      'premier, première, deuxième, quatrième, cinquième, neuvième, vingt-et-unième, quatre-vingtième, deux-centième',
    ],
    // moments
    ['2026-02-23T14:30:05.000+01:00', 'vingt-trois février deux-mille-vingt-six à quatorze heures trente'],
    ['2026-08-01', 'premier août deux-mille-vingt-six'],
    ['23/02/2026', 'vingt-trois février deux-mille-vingt-six'],
    ['le 20 novembre 2026 à 12 h 20', 'le vingt novembre deux-mille-vingt-six à douze heures vingt'],
    ['14:30, 9 h 05 et 1 h', 'quatorze heures trente, neuf heures cinq et une heure'],
    ['2026-13-45', 'deux-mille-vingt-six treize quarante-cinq'],
    // models
    ['qwen3-8b', 'qwen trois huit b'],
    ['qwen3:1.7b', 'qwen trois, un virgule sept b'],
    ['nomic-embed-text', 'nomic-embed-text'],
    ['nomic-embed-text-v1.5', 'nomic embed text v un point cinq'],
    ['gemma-3-27b', 'gemma trois vingt-sept b'],
    ['llama3.3:70b-instruct-q4_0', 'llama trois point trois, soixante-dix b instruct q quatre zéro'],
    // files, containers, codes, identifiers
    ['Le disque /srv/data/backups de tour', 'Le disque data backups de tour'],
    ['Le disque / de tour', 'Le disque racine de tour'],
    ['C:\\Users\\moi\\notes.txt', 'moi notes point txt'],
    ['.env et inventory.yaml', 'point env et inventory point yamel'],
    ['unified-stack_redis_1', 'unified stack Rédisse un'],
    ['ARCH-001 :', 'Points uniques de défaillance :'],
    ['NAS-001 tombe.', 'nasse zéro zéro un tombe.'],
    ['GPU-8a3f0c1e-77aa-4b1c-9d2e-0123456789ab', 'un identifiant qui finit par huit neuf A B'],
    // products
    ['nginx, Traefik, PostgreSQL et MySQL', 'ènn-djine-X, Trafik, Postgrèsse et maille-SQL'],
    ['n8n est arrêté.', 'n-huit-n est arrêté.'],
    ['IPv6', 'I-P-V six'],
    // what nobody says
    ['🔥 feu ✓', 'feu'],
    ['N\u200b1', 'N-un'],
    ['[[x]] <break time="3s"/> `id` $(id) --aide', 'x break time trois secondes id (id) aide'],
    ['', ''],
    ['🔥', ''],
  ])('« %s » is said « %s »', (written, said) => {
    expect(french(written)).toBe(said);
  });

  test('ordinary sentences stay as they are', () => {
    for (const text of [
      "Aucun des trois nœuds attendus n'est utilisable.",
      "Je n'ai pas de réseau : je ne peux rien dire des autres machines.",
      'Est-il là ? Oui, « rerank » (peut-être)… D’abord : vérifier l’alimentation !',
      "J'ai pu vérifier quatre-vingt-deux pour cent de ce qui compte.",
      'Le serveur LM Studio et Ollama, Grafana, Chroma, le DNS, le SSH : tout va bien.',
    ])
      expect(french(text)).toBe(text);
  });
});

describe('English aloud', () => {
  test.each([
    ['M1 and OL1', 'M-one and O-L-one'],
    ['192.168.1.26', 'one hundred and ninety-two point one hundred and sixty-eight point one point twenty-six'],
    ['1,234.5 MiB', 'one thousand two hundred and thirty-four point five mebibytes'],
    ['0.25 s, 1 s', 'zero point two five seconds, one second'],
    ['61%', 'sixty-one per cent'],
    ['4/5', 'four out of five'],
    ['the 2nd, 3rd, 12th, 20th and 21st', 'the second, third, twelfth, twentieth and twenty-first'],
    ['2026-02-23 14:05', 'the twenty-third of February two thousand and twenty-six at fourteen oh five'],
    ['qwen3:1.7b', 'kwen three, one point seven b'],
    ["M1's GPUs", "M-one's G-P-U's"],
    ['::1', 'an I-P-V six address that ends in one'],
    ['ARCH-001', 'Single points of failure'],
    ['/srv/data/backups', 'data backups'],
    ['0.9.6', 'zero point nine point six'],
  ])('“%s” is said “%s”', (written, said) => {
    expect(english(written)).toBe(said);
  });
});

/** Texts of what a target might send: names, figures and signs, joined as they come. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        ...['M1', '192.168.1.26', '::1', ':', ' ', '.', ',', '-', '/', '_', 'gpus', '1er', 'v1.2', 'http://', '%', '°C', '5 s', '(', ')'],
        ...[
          '«',
          '»',
          '[[',
          ']]',
          '<b>',
          '\u200b',
          '\u0301',
          'e',
          '\ud800',
          '2026-01-02',
          '12:30',
          'ARCH-001',
          '…',
          '3',
          '0',
          'nginx',
          '::',
        ],
        ...['n°', '#', '×', '–', '１', '٣', '²', '½', 'ﷺ', 'IPv6', 'a::b', '@', '~', '.env', 'C:\\', '4/5', 'Go', '1 000', '"', 'jetons/s'],
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe.each([fr, en])('$language', ({ aloud, speech }) => {
  test('any text comes out without figure, sign or markup, and is left alone the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const said = aloud(text);
        expect(said).not.toMatch(/[\d<>[\]{}"\\|`^~*_#$=@&/+%\p{C}]|^[\s-]|\s$| {2}/u);
        expect(aloud(said)).toBe(said);
      }),
      { numRuns: 3_000 },
    );
  });

  test('a long text is cut, in no time, and left alone the second time', () => {
    const endless = [
      'a',
      '1',
      '1.',
      'a-',
      ':',
      '/',
      '1 ',
      'é',
      '\u0301',
      'a:',
      '0-',
      'f',
      'ﷺ',
      '12:',
      '.',
      'http://',
      ' ',
      '(',
      ',;',
      '[::',
      '𝟙',
      '😀',
    ];
    for (const text of endless.map((part) => part.repeat(50_000))) {
      const startedAt = performance.now();
      const said = aloud(text);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      expect(said.length).toBeLessThanOrEqual(2_000);
      expect(aloud(said)).toBe(said);
    }
  });

  test('what is always said the same way is already written so', () => {
    // without a voice it is only read
    const { noVoice: _, ...said } = speech;
    const fixed = Object.values(said).filter((value) => typeof value === 'string');
    expect(fixed.length).toBeGreaterThan(5);
    for (const sentence of fixed.filter((text) => !/\bIA\b/.test(text))) expect(aloud(sentence)).toBe(sentence);
  });
});

test.each([fr, en])('every finding in $language can be said', (locale) => {
  for (const message of [...messages, ...rarer]) {
    const { text, spoken, action } = wordsOf(locale, message);
    for (const sentence of [text, spoken, ...(action === null ? [] : [action])])
      expect(locale.aloud(sentence)).toMatch(/^[^\d/_[\]<>{}]*[.!?]$/u);
  }
});
