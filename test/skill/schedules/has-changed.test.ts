import { expect, test } from 'vitest';
import type { Report } from '../../../skill/audit/report.ts';
import { hasChanged } from '../../../skill/schedules/has-changed.ts';
import { reportSample } from '../../support/report-sample.ts';

const evolution: NonNullable<Report['evolution']> = {
  since: '2026-02-22T14:30:00.000+01:00',
  scores: {},
  fixed: [],
  new: [],
  persisting: ['GPU-002:tour:0'],
  unverified: ['NODE-001:M1:M1'],
  flapping: ['NODE-001:OL1:OL1'],
  scopeChanges: ['NODE-001:M9:M9'],
};
const before = { id: 'before', status: 'warning' } as const;

test.each([
  ['the same again', before, reportSample({ evolution }), false],
  ['nothing to compare with', before, reportSample(), false],
  ['another status', before, reportSample({ status: 'critical', evolution }), true],
  ['something fixed', before, reportSample({ evolution: { ...evolution, fixed: ['a:b:c'] } }), true],
  ['something new', before, reportSample({ evolution: { ...evolution, new: ['a:b:c'] } }), true],
  ['the very same report', { id: reportSample().id, status: 'ok' as const }, reportSample(), false],
  ['the first, and all is well', null, reportSample({ status: 'ok' }), false],
  ['the first, and something is not', null, reportSample({ status: 'warning' }), true],
])('%s', (_, earlier, report, answer) => {
  expect(hasChanged(earlier, report)).toBe(answer);
});
