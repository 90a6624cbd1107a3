import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSpoken } from '../../phrasing/judged-set.ts';

/** Beside every way of saying that is understood, the lies that it could let through; each over a report of the frozen set. */
const linesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [report = '', text = ''] = line.split('|');
      return { report, text };
    });

test('no lie beside a way of saying that is understood goes through', () => {
  expect(linesOf('widened-lies.txt').filter(isSpoken)).toEqual([]);
});

test('each way of saying that is understood is heard', () => {
  expect(linesOf('widened-truths.txt').filter((line) => !isSpoken(line))).toEqual([]);
});
