import { expect, test } from 'vitest';
import { counted, isSpoken, type Line, linesOf } from './judged-set.ts';

/**
 * Three sets, written by others than the verifier's author, the first before it. Of the first, who writes the verifier has read the truths; of the second,
 * nothing but the lies that once came through; the truths of the third were worked on, its lies run once before they were read.
 */
const SETS = ['frozen', 'fresh', 'wide'] as const;
const LEAST = { frozen: 2_000, fresh: 500, wide: 260 } as const;
const isInFirstHalf = ({ report }: Line) => report <= '10';

test.each(SETS)('no lie of the %s set goes through', (set) => {
  const lies = linesOf(`${set}/lies.jsonl`);
  const through = lies.filter(isSpoken);
  // counts only: the sentences are not for who writes the verifier
  expect(counted(through.map(({ report, kind }) => `${report} ${kind}`))).toEqual({});
  expect(lies.length).toBeGreaterThanOrEqual(LEAST[set]);
});

test.each<[string, (typeof SETS)[number], (line: Line) => boolean, number]>([
  ['the frozen set over the reports 01 to 10', 'frozen', isInFirstHalf, 0.99],
  ['the frozen set over the reports 11 to 20', 'frozen', (line) => !isInFirstHalf(line), 0.99],
  ['the fresh set', 'fresh', () => true, 0.85],
  ['the wide set', 'wide', () => true, 0.68],
])('of the truths of %s, so many are heard', (_, set, isIn, least) => {
  const half = linesOf(`${set}/truths.jsonl`).filter(isIn);
  const refused = half.filter((line) => !isSpoken(line));
  expect(half.length).toBeGreaterThanOrEqual(200);
  expect({ share: 1 - refused.length / half.length, refused: counted(refused.map(({ report }) => report)) }).toSatisfy(
    ({ share }) => share >= least,
  );
});
