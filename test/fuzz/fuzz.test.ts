import { describe, expect, test } from 'vitest';
import { probes } from '../../skill/probes/all.ts';
import { subjects } from './cases.ts';
import { foreignTo, fuzz } from './fuzz.ts';

/** The short run of what `npm run fuzz` does a hundred thousand times. */
const ATTEMPTS = 1_000;

const all = await subjects();

test('every kind is tried', () => {
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(probes.map(({ kind }) => kind)));
});

describe.each(all)('$name', (subject) => {
  test(`${ATTEMPTS} damaged answers throw nothing unforeseen, and none passes for a good one`, async () => {
    const { exceptions, lies, ups } = await fuzz(subject, foreignTo(subject, all), ATTEMPTS, 20_261_120);
    expect({ exceptions, lies }).toEqual({ exceptions: [], lies: [] });
    // damage that nothing survives would prove nothing
    expect(ups).toBeGreaterThan(0);
  });
});
