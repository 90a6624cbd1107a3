import { describe, expect, test } from 'vitest';
import { bytes, digits, inWords, list, plural } from '../../locales/en/numbers.ts';

const FIRST = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

describe('an English number in words', () => {
  test.each(FIRST.map((words, value) => [value, words] as const))('%i is “%s”', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test.each([
    [20, 'twenty'],
    [21, 'twenty-one'],
    [22, 'twenty-two'],
    [30, 'thirty'],
    [40, 'forty'],
    [44, 'forty-four'],
    [50, 'fifty'],
    [60, 'sixty'],
    [61, 'sixty-one'],
    [70, 'seventy'],
    [71, 'seventy-one'],
    [72, 'seventy-two'],
    [77, 'seventy-seven'],
    [79, 'seventy-nine'],
    [80, 'eighty'],
    [81, 'eighty-one'],
    [90, 'ninety'],
    [91, 'ninety-one'],
    [96, 'ninety-six'],
    [99, 'ninety-nine'],
    [100, 'one hundred'],
    [101, 'one hundred and one'],
    [105, 'one hundred and five'],
    [110, 'one hundred and ten'],
    [180, 'one hundred and eighty'],
    [200, 'two hundred'],
    [201, 'two hundred and one'],
    [280, 'two hundred and eighty'],
    [300, 'three hundred'],
    [999, 'nine hundred and ninety-nine'],
    [1000, 'one thousand'],
    [1001, 'one thousand and one'],
    [1100, 'one thousand one hundred'],
    [1980, 'one thousand nine hundred and eighty'],
    [2000, 'two thousand'],
    [2026, 'two thousand and twenty-six'],
    [21_000, 'twenty-one thousand'],
    [80_000, 'eighty thousand'],
    [105_000, 'one hundred and five thousand'],
    [200_000, 'two hundred thousand'],
    [999_999, 'nine hundred and ninety-nine thousand nine hundred and ninety-nine'],
  ])('%i is “%s”', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test('every number up to 999 999 has words of its own, without digit or gap', () => {
    const seen = new Set<string>();
    for (let value = 0; value <= 999_999; value += value < 10_000 ? 1 : 37) {
      const words = inWords(value);
      if (!/^[a-z]+(?:[ -][a-z]+)*$/.test(words)) throw new Error(`${value}: ${words}`);
      seen.add(words);
    }
    expect(seen.size).toBe(10_000 + Math.floor((999_999 - 10_000) / 37) + 1);
  });

  test.each([
    [1_000_000, 'one million'],
    [1_000_005, 'one million and five'],
    [1_234_567, 'one million two hundred and thirty-four thousand five hundred and sixty-seven'],
    [3_000_200_000, 'three billion two hundred thousand'],
  ])('%i is “%s”', (value, words) => {
    expect(inWords(value)).toBe(words);
  });

  test('a fraction is rounded, a negative number is said to be, what nobody counts stays digits', () => {
    expect(inWords(95.6)).toBe('ninety-six');
    expect(inWords(0.4)).toBe('zero');
    expect(inWords(-3)).toBe('minus three');
    expect(inWords(10 ** 12)).toBe('1000000000000');
  });
});

test('in English everything but one is plural', () => {
  expect([0, 1, 1.5, 2, 3].map((count) => plural(count, 'node'))).toEqual(['nodes', 'node', 'nodes', 'nodes', 'nodes']);
  expect(plural(0, 'is', 'are')).toBe('are');
});

test('English digits have a comma for thousands and a point', () => {
  expect(digits(1234.56, 1)).toBe('1,234.6');
  expect(digits(1_234_567)).toBe('1,234,567');
  expect(digits(999)).toBe('999');
});

test('sizes are told in binary units, with a decimal only under ten', () => {
  expect([0, 1, 1023, 1024, 1536, 10 * 1024, 5.25 * 1024 ** 2, 81_604_378_624, 2 * 1024 ** 4].map(bytes)).toEqual([
    '0 bytes',
    '1 byte',
    '1,023 bytes',
    '1 KiB',
    '1.5 KiB',
    '10 KiB',
    '5.3 MiB',
    '76 GiB',
    '2 TiB',
  ]);
});

test('an English list ends with “and”', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => list(items))).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
