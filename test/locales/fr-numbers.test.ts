import { describe, expect, test } from 'vitest';
import { bytes, digits, inWords, list, plural } from '../../locales/fr/numbers.ts';

const FIRST = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
];

describe('a French number in words, with the hyphens of 1990', () => {
  test.each(FIRST.map((words, value) => [value, words] as const))('%i is « %s »', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test.each([
    [20, 'vingt'],
    [21, 'vingt-et-un'],
    [22, 'vingt-deux'],
    [29, 'vingt-neuf'],
    [30, 'trente'],
    [31, 'trente-et-un'],
    [40, 'quarante'],
    [41, 'quarante-et-un'],
    [45, 'quarante-cinq'],
    [50, 'cinquante'],
    [51, 'cinquante-et-un'],
    [58, 'cinquante-huit'],
    [60, 'soixante'],
    [61, 'soixante-et-un'],
    [62, 'soixante-deux'],
    [69, 'soixante-neuf'],
    [70, 'soixante-dix'],
    [71, 'soixante-et-onze'],
    [72, 'soixante-douze'],
    [75, 'soixante-quinze'],
    [76, 'soixante-seize'],
    [77, 'soixante-dix-sept'],
    [79, 'soixante-dix-neuf'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [82, 'quatre-vingt-deux'],
    [89, 'quatre-vingt-neuf'],
    [90, 'quatre-vingt-dix'],
    [91, 'quatre-vingt-onze'],
    [92, 'quatre-vingt-douze'],
    [96, 'quatre-vingt-seize'],
    [97, 'quatre-vingt-dix-sept'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [101, 'cent-un'],
    [111, 'cent-onze'],
    [121, 'cent-vingt-et-un'],
    [171, 'cent-soixante-et-onze'],
    [180, 'cent-quatre-vingts'],
    [181, 'cent-quatre-vingt-un'],
    [200, 'deux-cents'],
    [201, 'deux-cent-un'],
    [280, 'deux-cent-quatre-vingts'],
    [300, 'trois-cents'],
    [999, 'neuf-cent-quatre-vingt-dix-neuf'],
    [1000, 'mille'],
    [1001, 'mille-un'],
    [1021, 'mille-vingt-et-un'],
    [1100, 'mille-cent'],
    [1200, 'mille-deux-cents'],
    [1980, 'mille-neuf-cent-quatre-vingts'],
    [2000, 'deux-mille'],
    [2001, 'deux-mille-un'],
    [2026, 'deux-mille-vingt-six'],
    [21_000, 'vingt-et-un-mille'],
    [71_000, 'soixante-et-onze-mille'],
    [80_000, 'quatre-vingt-mille'],
    [80_080, 'quatre-vingt-mille-quatre-vingts'],
    [100_000, 'cent-mille'],
    [180_000, 'cent-quatre-vingt-mille'],
    [200_000, 'deux-cent-mille'],
    [200_200, 'deux-cent-mille-deux-cents'],
    [999_999, 'neuf-cent-quatre-vingt-dix-neuf-mille-neuf-cent-quatre-vingt-dix-neuf'],
  ])('%i is « %s »', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test.each([
    [1, 'une'],
    [2, 'deux'],
    [11, 'onze'],
    [21, 'vingt-et-une'],
    [61, 'soixante-et-une'],
    [71, 'soixante-et-onze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-une'],
    [91, 'quatre-vingt-onze'],
    [101, 'cent-une'],
    [1001, 'mille-une'],
    [21_000, 'vingt-et-un-mille'],
  ])('%i of something feminine is « %s »', (value, words) => {
    expect(inWords(value, true)).toBe(words);
  });

  test('every number up to 999 999 has words of its own, without digit, space or gap', () => {
    const seen = new Set<string>();
    for (let value = 0; value <= 999_999; value += value < 10_000 ? 1 : 37) {
      const words = inWords(value);
      if (!/^[a-zé]+(?:-[a-zé]+)*$/.test(words)) throw new Error(`${value}: ${words}`);
      seen.add(words);
    }
    expect(seen.size).toBe(10_000 + Math.floor((999_999 - 10_000) / 37) + 1);
  });

  test.each([
    [1_000_000, 'un million'],
    [1_000_001, 'un million un'],
    [2_080_000, 'deux millions quatre-vingt-mille'],
    [80_000_000, 'quatre-vingts millions'],
    [1_234_567, 'un million deux-cent-trente-quatre-mille-cinq-cent-soixante-sept'],
    [3_000_200_000, 'trois milliards deux-cent-mille'],
    [200_000_000_000, 'deux-cents milliards'],
  ])('%i is “%s”', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test('a fraction is rounded, a negative number is said to be, what nobody counts stays digits', () => {
    expect(inWords(95.6)).toBe('quatre-vingt-seize');
    expect(inWords(0.4)).toBe('zéro');
    expect(inWords(-3)).toBe('moins trois');
    expect(inWords(10 ** 12)).toBe('1000000000000');
  });
});

test('the French plural begins at two', () => {
  expect([0, 1, 1.5, 2, 3].map((count) => plural(count, 'nœud'))).toEqual(['nœud', 'nœud', 'nœud', 'nœuds', 'nœuds']);
  expect(plural(2, 'nouveau', 'nouveaux')).toBe('nouveaux');
});

test('French digits have ordinary spaces and a comma', () => {
  expect(digits(1234.56, 1)).toBe('1 234,6');
  expect(digits(1_234_567)).toBe('1 234 567');
  expect(digits(999)).toBe('999');
});

test('sizes are told in binary units, with a decimal only under ten', () => {
  expect([0, 1023, 1024, 1536, 10 * 1024, 5.25 * 1024 ** 2, 81_604_378_624, 2 * 1024 ** 4].map(bytes)).toEqual([
    '0 octet',
    '1 023 octets',
    '1 Kio',
    '1,5 Kio',
    '10 Kio',
    '5,3 Mio',
    '76 Gio',
    '2 Tio',
  ]);
});

test('a French list ends with « et »', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => list(items))).toEqual(['', 'a', 'a et b', 'a, b et c']);
});
