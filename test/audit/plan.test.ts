import { describe, expect, test } from 'vitest';
import { horizonOf } from '../../skill/audit/plan.ts';
import { assessed, card, type Entry, failed, mount, on } from '../support/judged.ts';

const steps = (entries: readonly Entry[]) =>
  assessed(entries).plan.map(({ horizon, steps: each }) => [horizon, each.map(({ findings }) => findings)]);
const text = { provides: ['text'] };

describe('the horizon', () => {
  test.each([
    ['SYS-001', 'critical', '48h'],
    ['SEC-001', 'high', '48h'],
    ['SEC-003', 'critical', '48h'],
    ['NODE-001', 'high', 'week-1'],
    ['GPU-002', 'medium', 'later'],
    ['SYS-007', 'low', 'later'],
  ] as const)('of %s, %s, is %s', (code, severity, horizon) => {
    expect(horizonOf({ code: code as never, severity })).toBe(horizon);
  });
});

describe('the plan', () => {
  test('takes the soonest horizon first and the worst first in each, numbered', () => {
    const entries = [
      on.gpu('gpus', [card(0, { temperatureC: 86 })]),
      on.host('tour', { rebootRequired: true, mounts: [mount('/', { usedPercent: 96 })] }),
      on.lmstudio('M2', failed('refused'), text),
      on.lmstudio('M3', {}, text),
      on.lmstudio('M4', {}, text),
    ];
    expect(steps(entries)).toEqual([
      ['48h', [['SYS-001:tour:/']]],
      ['week-1', [['NODE-001:M2:M2']]],
      ['later', [['GPU-002:gpus:0'], ['SYS-007:tour:tour']]],
    ]);
    expect(assessed(entries).plan.map(({ steps: each }) => each.map(({ order }) => order))).toEqual([[1], [1], [1, 2]]);
  });

  test('makes one step of the same thing on one target', () => {
    expect(steps([on.gpu('gpus', [card(0, { temperatureC: 86 }), card(1, { temperatureC: 87 })])])).toEqual([
      ['later', [['GPU-002:gpus:0', 'GPU-002:gpus:1']]],
    ]);
  });

  test('puts what explains most other findings before its equals', () => {
    const entries = [
      on.openai('A', failed('refused')),
      on.openai('Z', failed('refused')),
      ...['B', 'C', 'D'].map((id) => on.openai(id, failed('refused'), { dependsOn: ['Z'] })),
    ];
    expect(steps(entries)).toEqual([['week-1', [['NODE-001:Z:Z'], ['NODE-001:A:A']]]]);
  });

  test('is empty when all is well', () => {
    expect(steps([on.host('tour')])).toEqual([]);
  });
});
