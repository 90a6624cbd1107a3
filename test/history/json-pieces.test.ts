import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../skill/history/json-pieces.ts';

const whole = (document: Readonly<Record<string, unknown>>) => [...jsonPieces(document)].join('');

test('any document is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
      expect(whole(document)).toBe(JSON.stringify(document, null, 2));
    }),
    { numRuns: 500 },
  );
});

test('lists, line feeds in strings and what has no JSON are no exception', () => {
  const document = { a: ['x\ny', [], {}, null, [1, { b: 'é\n' }]], c: undefined, d: [], e: {}, 'f\n': [[[]]] };
  expect(whole(document)).toBe(JSON.stringify(document, null, 2));
  expect(whole({})).toBe('{}');
});

test('a large document comes in several pieces', () => {
  const document = { findings: Array.from({ length: 2_000 }, (_, index) => ({ index, text: 'x'.repeat(1_000) })) };
  const pieces = [...jsonPieces(document)];
  expect(pieces.length).toBeGreaterThan(3);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(400_000);
});
