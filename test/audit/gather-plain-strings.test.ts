import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainStrings } from '../../skill/audit/plain-strings.ts';

test.each([
  ['colours', '\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['C1 controls', 'a\u009b31mb\u0085c', 'a31mbc'],
  ['a carriage return', 'good\rbad', 'goodbad'],
  ['bidirectional marks', 'a\u202eb\u2066c\u200ed\u061ce', 'abcde'],
  ['zero width', 'pass\u200bword\ufeff\u2060', 'password'],
  ['invisible tags', 'a\u{e0001}\u{e0041}b', 'ab'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'abc'],
  ['Hangul fillers', 'a\u115f\u1160\u3164\uffa0b', 'ab'],
  ['lone surrogates', 'a\ud800b\udc00c', 'abc'],
  ['tab and line feed, which stay', 'a\tb\nc', 'a\tb\nc'],
  ['letters of any language, which stay', 'é ß 漢字 😀 👩', 'é ß 漢字 😀 👩'],
])('%s', (_, hostile, plain) => {
  expect(plainStrings(hostile)).toBe(plain);
});

test('10,000 characters are cut to 2,000, never amid one', () => {
  expect(plainStrings('x'.repeat(10_000))).toHaveLength(2_000);
  const cut = plainStrings(`x${'😀'.repeat(5_000)}`);
  expect(cut.length).toBeLessThanOrEqual(2_000);
  expect(cut.isWellFormed()).toBe(true);
});

test('keys are as hostile as values', () => {
  expect(plainStrings({ '\u001b]0;title\u0007': 1, ['k'.repeat(10_000)]: 2 })).toEqual({ ']0;title': 1, ['k'.repeat(2_000)]: 2 });
});

test('a key named __proto__ changes no prototype', () => {
  const plain = plainStrings(JSON.parse('{"__proto__":{"polluted":true},"a":1}') as object);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test('whatever is figures, flags or null stays as it is', () => {
  const facts = { a: 1.5, b: null, c: true, d: [undefined, 0], e: {} };
  expect(plainStrings(facts)).toEqual(facts);
});

test('any string becomes one that is well-formed, short, without controls, and stays so', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3_000 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 3_000 }).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const plain = plainStrings(text);
      expect(plain.isWellFormed()).toBe(true);
      expect(plain.length).toBeLessThanOrEqual(2_000);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      expect(plain).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
      expect(plainStrings(plain)).toBe(plain);
    }),
    { numRuns: 500 },
  );
});
