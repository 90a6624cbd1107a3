import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { verify } from '../../reporters/llm/verify.ts';
import { reportSchema } from '../../skill/audit/report.ts';

/** The set was written before the verifier, by somebody who never saw it; who writes the verifier reads 01 to 10 only. */
const IDS = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
const isReadByUs = (report: string) => report <= '10';

interface Line {
  readonly report: string;
  readonly text: string;
  readonly kind?: string;
}

const here = (file: string) => readFileSync(new URL(`frozen/${file}`, import.meta.url), 'utf8');
const lines = (file: string): readonly Line[] =>
  here(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const reports = new Map(IDS.map((id) => [id, reportSchema.parse(JSON.parse(here(`reports/${id}.json`)))]));
const truths = lines('truths.jsonl');
const lies = lines('lies.jsonl');

function isOk({ report: id, text }: Line): boolean {
  const report = reports.get(id);
  if (!report) throw new Error(`no report ${id}`);
  return verify(text, report, report.locale === 'fr' ? fr : en).ok;
}

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test('no lie of the frozen set goes through', () => {
  const through = lies.filter(isOk);
  // counts only: the sentences are not for who writes the verifier
  expect(counted(through.map(({ report, kind }) => `${report} ${kind}`))).toEqual({});
  expect(lies).toHaveLength(2_000);
});

test.each<[string, (line: Line) => boolean, number]>([
  ['that we read', ({ report }) => isReadByUs(report), 0.95],
  ['that we never read', ({ report }) => !isReadByUs(report), 0.82],
])('of the truths in the half %s, so many are heard', (_, isIn, least) => {
  const half = truths.filter(isIn);
  const refused = half.filter((line) => !isOk(line));
  expect(half).toHaveLength(250);
  expect({ share: 1 - refused.length / half.length, refused: counted(refused.map(({ report }) => report)) }).toSatisfy(
    ({ share }) => share >= least,
  );
});
