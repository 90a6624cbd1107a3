import { expect, test } from 'vitest';
import { bottlenecksOf } from '../../skill/audit/bottlenecks.ts';

type Figures = Parameters<typeof bottlenecksOf>[0];

const node = (id: string, latencyMs: number | null) => ({ node: id, latencyMs, model: null, answerMs: null, tokensPerSecond: null });
const machine = (id: string, load: number | null, availableBytes: number | null) => ({
  id,
  cores: 4,
  load,
  memoryTotalBytes: 1_000,
  memoryAvailableBytes: availableBytes,
});
const gpu = (index: string, temperatureC: number | null, memoryFreeMiB: number | null) => ({
  target: 'gpus',
  machine: 'tour',
  index,
  uuid: null,
  name: null,
  temperatureC,
  memoryTotalMiB: 1_000,
  memoryUsedMiB: null,
  memoryFreeMiB,
  utilizationPercent: null,
  powerWatts: null,
});
const found = (figures: Partial<Figures>) => bottlenecksOf({ nodes: [], gpus: [], vram: [], machines: [], ...figures });

test('at its limit nothing is a bottleneck, beyond it everything is', () => {
  expect(found({ nodes: [node('A', 500)], gpus: [gpu('0', 84, 250)], machines: [machine('tour', 4, 100)] })).toEqual([]);
  expect(found({ nodes: [node('A', 501)], gpus: [gpu('0', 85, 249)], machines: [machine('tour', 4.1, 99)] })).toEqual([
    { what: 'slow-node', subject: 'A', value: 501, others: 0 },
    { what: 'full-gpu', subject: 'gpus 0', value: 0.249, others: 0 },
    { what: 'hot-gpu', subject: 'gpus 0', value: 85, others: 0 },
    { what: 'busy-processor', subject: 'tour', value: 1.025, others: 0 },
    { what: 'full-memory', subject: 'tour', value: 0.099, others: 0 },
  ]);
});

test('the worst is named, the others are counted', () => {
  expect(found({ nodes: [node('A', 600), node('B', 900), node('C', 700)] })).toEqual([
    { what: 'slow-node', subject: 'B', value: 900, others: 2 },
  ]);
  expect(found({ gpus: [gpu('0', null, 200), gpu('1', null, 10)] })).toMatchObject([{ subject: 'gpus 1', others: 1 }]);
});

test('what is unknown holds nobody back', () => {
  expect(found({ nodes: [node('A', null)], gpus: [gpu('0', null, null)], machines: [machine('tour', null, null)] })).toEqual([]);
});
