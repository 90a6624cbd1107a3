import { expect, test } from 'vitest';
import { counted, isSpoken, type Line, linesOf } from './judged-set.ts';

/**
 * Two sets, each written by somebody who had not seen the verifier. Of the first, who writes the verifier has read the truths; of the second,
 * nothing but the lies that once came through.
 */
const SETS = ['frozen', 'fresh'] as const;
const isInFirstHalf = ({ report }: Line) => report <= '10';

test.each(SETS)('no lie of the %s set goes through', (set) => {
  const lies = linesOf(`${set}/lies.jsonl`);
  const through = lies.filter(isSpoken);
  // counts only: the sentences are not for who writes the verifier
  expect(counted(through.map(({ report, kind }) => `${report} ${kind}`))).toEqual({});
  expect(lies.length).toBeGreaterThanOrEqual(set === 'frozen' ? 2_000 : 500);
});

test.each<[string, (typeof SETS)[number], (line: Line) => boolean, number]>([
  ['the frozen set over the reports 01 to 10', 'frozen', isInFirstHalf, 0.99],
  ['the frozen set over the reports 11 to 20', 'frozen', (line) => !isInFirstHalf(line), 0.99],
  ['the fresh set', 'fresh', () => true, 0.69],
])('of the truths of %s, so many are heard', (_, set, isIn, least) => {
  const half = linesOf(`${set}/truths.jsonl`).filter(isIn);
  const refused = half.filter((line) => !isSpoken(line));
  expect(half.length).toBeGreaterThanOrEqual(200);
  expect({ share: 1 - refused.length / half.length, refused: counted(refused.map(({ report }) => report)) }).toSatisfy(
    ({ share }) => share >= least,
  );
});
