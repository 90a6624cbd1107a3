import { describe, expect, test } from 'vitest';
import { assessed, card, type Entry, failed, lostCard, model, on } from '../support/judged.ts';

const nodes = (entries: readonly Entry[]) => assessed(entries).nodes;
const vram = (entries: readonly Entry[]) => assessed(entries).sections.performance.vram;

const GIB = 2 ** 30;
const exporter = { url: 'http://192.168.1.26:9835' };

describe('the GPUs of a node', () => {
  test('are those of its machine, whether a tool or an exporter read them', () => {
    const found = nodes([
      on.lmstudio('M1', {}, { machine: 'tour' }),
      on.ollama('OL1', {}, { machine: 'tour' }),
      on.lmstudio('M2', {}, { machine: 'm2' }),
      on.lmstudio('M3', {}, { machine: 'm3' }),
      on.gpu('gpus', [card(0), card(1, { temperatureC: null })], { machine: 'tour' }),
      on.gpu('gpus-m2', [card(7, { temperatureC: 71 })], { machine: 'm2', ...exporter }),
    ]);
    expect(found).toMatchObject({
      M1: { gpuTemperatures: [60, null], vramFreeMiB: 16_000, vramTotalMiB: 20_000 },
      OL1: { gpuTemperatures: [60, null], vramFreeMiB: 16_000, vramTotalMiB: 20_000 },
      M2: { gpuTemperatures: [71], vramFreeMiB: 8_000, vramTotalMiB: 10_000 },
      M3: { gpuTemperatures: [], vramFreeMiB: null, vramTotalMiB: null },
    });
  });

  test('are known by the address where nobody names the machine', () => {
    const found = nodes([
      on.lmstudio('M2', {}, { url: 'http://192.168.1.26:1234' }),
      on.lmstudio('M3', {}, { url: 'http://192.168.1.27:1234', machine: 'm3' }),
      on.ollama('OL1'),
      on.gpu('gpus-m2', [card(0, { temperatureC: 71 })], exporter),
      on.gpu('gpus-m3', [card(1, { temperatureC: 72 })], { url: 'http://192.168.1.27:9400' }),
      on.gpu('gpus', [card(2, { temperatureC: 73 })]),
    ]);
    expect(Object.values(found).map(({ gpuTemperatures }) => gpuTemperatures)).toEqual([[71], [72], [73]]);
  });

  test.each<[string, Entry]>([
    ['one fell off the bus', on.gpu('gpus', [card(0), lostCard('0000:01:00.0')], { machine: 'tour' })],
    ['one keeps its memory to itself', on.gpu('gpus', [card(0), card(1, { memoryFreeMiB: null })], { machine: 'tour' })],
    ['none could be read', on.gpu('gpus', failed('timeout'), { machine: 'tour' })],
  ])('have no free memory together where %s', (_, gpus) => {
    expect(nodes([on.lmstudio('M1', {}, { machine: 'tour' }), gpus])).toMatchObject({ M1: { vramFreeMiB: null } });
  });
});

test('a card that two targets read is one card of the cluster, of its machine and of the tables', () => {
  const entries = [
    on.lmstudio('M1', {}, { machine: 'tour' }),
    on.gpu('by-tool', [card(0), card(1)], { machine: 'tour' }),
    on.gpu('by-url', [card(0), card(1), card(2)], { machine: 'tour', ...exporter }),
    on.gpu('nameless', [card(0, { uuid: null })], { machine: 'tour' }),
  ];
  const { cluster, nodes: found, sections } = assessed(entries);
  expect(cluster).toMatchObject({ gpus: 4, vramTotalMiB: 40_000 });
  expect(found['M1']).toMatchObject({ gpuTemperatures: [60, 60, 60, 60], vramTotalMiB: 40_000 });
  expect(sections.performance.gpus.map(({ target, index }) => `${target} ${index}`)).toEqual([
    'by-tool 0',
    'by-tool 1',
    'by-url 2',
    'nameless 0',
  ]);
});

describe('what a model takes', () => {
  const estimateOf = (fields: Parameters<typeof model>[1]) =>
    nodes([on.ollama('OL1', { models: [model('a', fields)] })])['OL1']?.models[0]?.vramEstimateMiB;

  test('is estimated from its weights only where it is loaded here and nothing measured it', () => {
    expect(estimateOf({ sizeBytes: 5 * GIB })).toBe(6_144);
    expect(estimateOf({ sizeBytes: 5 * GIB, vramMiB: 4_900 })).toBeNull();
    expect(estimateOf({ sizeBytes: 5 * GIB, vramMiB: 0 })).toBeNull();
    expect(estimateOf({ sizeBytes: null })).toBeNull();
    expect(estimateOf({ sizeBytes: 5 * GIB, loaded: false })).toBeNull();
    expect(estimateOf({ sizeBytes: 5 * GIB, loaded: null })).toBeNull();
    expect(estimateOf({ sizeBytes: 400, cloud: true })).toBeNull();
  });

  test('never changes a score', () => {
    const scene = (sizeBytes: number | null) => [
      on.lmstudio('M1', { models: [model('a', { sizeBytes })] }, { machine: 'tour' }),
      on.gpu('gpus', [card(0)], { machine: 'tour' }),
    ];
    expect(assessed(scene(900 * GIB)).scores).toEqual(assessed(scene(null)).scores);
  });
});

describe('the margin of a machine', () => {
  const gpus = on.gpu('gpus', [card(0)], { machine: 'tour' });
  const node = (...models: ReturnType<typeof model>[]) => on.lmstudio('M1', { models }, { machine: 'tour' });

  test('adds what all its nodes have loaded, measured and estimated, and says when it estimates', () => {
    const ollama = on.ollama('OL1', { models: [model('b', { vramMiB: 1_000 })] }, { machine: 'tour' });
    const measured = { machine: 'tour', nodes: ['OL1'], freeMiB: 8_000, totalMiB: 10_000, modelsMiB: 1_000, isEstimate: false };
    expect(vram([ollama, gpus])).toEqual([measured]);
    expect(vram([node(model('a', { sizeBytes: 5 * GIB })), ollama, gpus])).toEqual([
      { ...measured, nodes: ['M1', 'OL1'], modelsMiB: 7_144, isEstimate: true },
    ]);
  });

  test.each<[string, Entry, number | null]>([
    ['nothing is loaded', node(model('a', { loaded: false })), 0],
    ['only the cloud serves', node(model('a', { cloud: true })), 0],
    ['the node is down', on.lmstudio('M1', failed('refused'), { machine: 'tour' }), null],
    ['the node was not read', on.lmstudio('M1', failed('timeout'), { machine: 'tour' }), null],
    ['a size is unknown', node(model('a', { sizeBytes: null })), null],
    ['the node does not tell what is loaded', node(model('a', { loaded: null })), null],
  ])('where %s', (_, entry, modelsMiB) => {
    expect(vram([entry, gpus])).toMatchObject([{ modelsMiB }]);
  });

  test('is not told of a machine whose cards are unknown, nor of a program', () => {
    expect(vram([node(), on.gpu('gpus', failed('timeout'), { machine: 'tour' })])).toEqual([]);
    expect(vram([node()])).toEqual([]);
    expect(vram([on.command('G', {}, { machine: 'tour' }), gpus])).toEqual([]);
  });
});

test('models in the cloud are counted and named apart', () => {
  const models = [model('a', { sizeBytes: GIB }), model('b', { loaded: false }), model('big:cloud', { cloud: true })];
  const { rows, loaded } = assessed([on.ollama('OL1', { models })]).sections['node-health'];
  expect(rows).toMatchObject([{ node: 'OL1', models: 2, cloudModels: 1, cloud: ['big:cloud'] }]);
  expect(loaded).toEqual([
    { node: 'OL1', model: 'a', type: 'llm', sizeBytes: GIB, contextLength: 8_192, vramMiB: null, vramEstimateMiB: 1_229 },
  ]);
});
