import { expect, test } from 'vitest';
import { candidates } from '../../skill/phrasing/candidates.ts';
import { reportSample } from '../support/report-sample.ts';

const LOADED = {
  id: 'qwen3-8b',
  type: 'llm',
  loaded: true,
  contextLength: 8_192,
  vision: false,
  sizeBytes: 1,
  vramMiB: null,
  cloud: false,
};
const node = (changes: object = {}) => ({
  kind: 'lmstudio',
  status: 'up' as const,
  latencyMs: 12,
  failure: null,
  machine: 'tour',
  gpuTemperatures: [],
  models: [LOADED],
  ...changes,
});
const M1 = { id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1234/' };
const OL1 = { id: 'OL1', kind: 'ollama', url: 'http://192.168.1.20:11434' };

const idsOf = (nodes: Record<string, ReturnType<typeof node>>, targets: readonly object[], configured?: { url: string; model: string }) =>
  candidates(reportSample({ nodes }), { targets: targets as never }, configured).map(({ id }) => id);

test('the fastest healthy node speaks first, through its OpenAI API, with its loaded model', () => {
  const report = reportSample({ nodes: { M1: node(), OL1: node({ kind: 'ollama', latencyMs: 4 }) } });
  expect(candidates(report, { targets: [M1, OL1] as never }, undefined)).toEqual([
    { id: 'OL1', url: 'http://192.168.1.20:11434/v1', token: undefined, model: 'qwen3-8b' },
    { id: 'M1', url: 'http://127.0.0.1:1234/v1', token: undefined, model: 'qwen3-8b' },
  ]);
});

test.each([
  ['is down', node({ status: 'down' }), M1],
  ['is degraded', node({ status: 'degraded' }), M1],
  ['must not be prompted', node(), { ...M1, prompt: 'never' }],
  ['has no model loaded', node({ models: [{ ...LOADED, loaded: false }] }), M1],
  ['does not tell whether its model is loaded', node({ models: [{ ...LOADED, loaded: null }] }), M1],
  ['has embeddings alone', node({ models: [{ ...LOADED, type: 'embedding' }] }), M1],
  ['would ask a cloud', node({ models: [{ ...LOADED, cloud: true }] }), M1],
  ['is a command', node({ kind: 'command' }), { id: 'M1', kind: 'command', command: ['gemini'] }],
  ['is on the Internet', node({ kind: 'openai' }), { id: 'M1', kind: 'openai', url: 'https://api.example.com/v1' }],
])('a node that %s phrases nothing', (_, state, target) => {
  expect(idsOf({ M1: state }, [target])).toEqual([]);
});

test('the configured server comes first', () => {
  expect(idsOf({ M1: node() }, [M1], { url: 'http://127.0.0.1:8000/v1', model: 'x' })).toEqual(['speech.llm', 'M1']);
});

test('a configured server that is a node not to be prompted is not asked, by whatever name', () => {
  for (const url of ['http://127.0.0.1:1234/v1', 'http://localhost:1234/v1', 'http://[::1]:1234/v1', 'http://127.0.0.2:1234/v1'])
    expect(idsOf({ M1: node() }, [{ ...M1, prompt: 'never' }], { url, model: 'x' })).toEqual([]);
});
