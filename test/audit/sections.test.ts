import { expect, test } from 'vitest';
import { assessed, card, failed, listener, model, mount, notAsked, on } from '../support/judged.ts';

const entries = [
  on.lmstudio('M1', failed('timeout'), { machine: 'tour', provides: ['embedding'], url: 'http://user:pass@127.0.0.1:1234/?key=1' }),
  on.lmstudio('M2', { models: [model('qwen3-8b'), model('nomic', { type: 'embedding', loaded: false })] }, { machine: 'bureau' }),
  on.ollama('OL1', { models: [model('gpt-oss', { cloud: true })] }, { provides: ['vision'] }),
  on.command('GEMINI', notAsked, { provides: ['vision'] }),
  on.lmstudio('M9', failed('refused'), { planned: 'down' }),
  on.host('tour', { mounts: [mount('/', { usedPercent: 96 })] }),
  on.gpu('gpus', [card(0), card(1, { temperatureC: null })], { machine: 'bureau' }),
  on.ports('ports', { listeners: [listener(6379, '0.0.0.0'), listener(22)], ownersPartial: true }),
];
const { sections } = assessed(entries);

test('the summary names what was not seen, once, and what nobody asked', () => {
  expect(sections['executive-summary']).toMatchObject({
    openBySeverity: { critical: 1, high: expect.any(Number), medium: expect.any(Number), low: 0 },
    notSeen: [{ target: 'M1', failure: 'timeout', masks: 0 }],
    skipped: ['GEMINI'],
  });
});

test('what a machine masks is counted under it', () => {
  const masked = assessed([
    on.host('tour', failed('timeout')),
    on.lmstudio('M1', failed('timeout'), { machine: 'tour' }),
    on.lmstudio('M2', failed('timeout'), { machine: 'tour' }),
  ]);
  expect(masked.sections['executive-summary'].notSeen).toEqual([{ target: 'tour', failure: 'timeout', masks: 2 }]);
});

test('the map is a tree of machines, without credentials', () => {
  const map = sections['architecture-map'];
  expect(map.machines.find(({ id }) => id === 'bureau')).toMatchObject({
    gpus: ['RTX 2060 10 GB', 'RTX 2060 10 GB'],
    targets: [{ id: 'M2', status: 'up', loaded: ['qwen3-8b'] }],
  });
  expect(map.urls.find(({ target }) => target === 'M1')).toEqual({ target: 'M1', url: 'http://127.0.0.1:1234' });
  expect(JSON.stringify(sections)).not.toContain('user:pass');
});

test('the matrix says what is proven, installed, in the cloud, promised, missing or unknown', () => {
  const { columns, rows } = sections.multimodal;
  expect(columns).toEqual(['text', 'embedding', 'vision', 'audio']);
  expect(Object.fromEntries(rows.map(({ node, cells }) => [node, cells.join(' ')]))).toEqual({
    M1: 'unknown promised unknown unknown',
    M2: 'proven installed none none',
    M9: 'none none none none',
    OL1: 'cloud none promised none',
    GEMINI: 'unknown unknown promised unknown',
  });
});

test('security lists every port with its owner and whether it is exposed', () => {
  expect(sections.security).toMatchObject({
    ports: [
      { port: 22, protocol: 'tcp', address: '127.0.0.1', owner: 'service-22', exposed: false },
      { port: 6379, protocol: 'tcp', address: '0.0.0.0', owner: 'service-6379', exposed: true },
    ],
    listenersRead: true,
    ownersPartial: true,
  });
});

test('health, performance and persistence have a row for each thing that was read', () => {
  expect(sections['node-health'].rows.map(({ node, status }) => `${node} ${status}`)).toEqual([
    'M1 unknown',
    'M2 up',
    'M9 planned-down',
    'OL1 up',
    'GEMINI skipped',
  ]);
  expect(sections['node-health'].rows.find(({ node }) => node === 'M2')?.gpuTemperatures).toEqual([60, null]);
  expect(sections.performance.nodes.map(({ node }) => node)).toEqual(['M2', 'OL1']);
  expect(sections.persistence.mounts).toMatchObject([{ target: 'tour', mount: '/', usedPercent: 96 }]);
  expect(sections.readiness).toMatchObject({ verdict: 'not-ready', openCriticals: ['SYS-001:tour:/'] });
});
