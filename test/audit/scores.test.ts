import { describe, expect, test } from 'vitest';
import type { Finding, ScoreDetails, Scores } from '../../skill/audit/assessment.ts';
import { DIMENSIONS, type Dimension, type Severity } from '../../skill/audit/define.ts';
import { capOf, overallOf } from '../../skill/audit/scores.ts';
import { assessed, card, type Entry, failed, listener, model, notAsked, on } from '../support/judged.ts';

function open(severity: Severity, count: number): readonly Finding[] {
  const finding: Finding = {
    code: 'SYS-001',
    target: 'tour',
    subject: '/',
    outcome: severity === 'critical' || severity === 'high' ? 'fail' : 'warn',
    severity,
    dimension: 'stability',
    cvss: null,
    message: { id: 'skipped', values: { target: 'tour' } },
    evidence: [],
    verify: null,
    horizon: 'later',
    fingerprint: '',
    cause: null,
    stale: false,
    since: null,
  };
  return Array.from({ length: count }, () => finding);
}

describe('the cap of a dimension', () => {
  test.each([
    [1, 39],
    [2, 31],
    [3, 24],
    [4, 19],
    [5, 15],
    [20, 0],
  ])('under %i criticals is %i', (count, value) => {
    expect(capOf(open('critical', count))).toEqual({ value, reason: 'critical', count });
  });

  test.each([
    [1, 69],
    [2, 65],
    [3, 62],
    [10, 43],
    [11, 41],
    [12, 40],
    [100, 40],
  ])('under %i highs is %i', (count, value) => {
    expect(capOf(open('high', count))).toEqual({ value, reason: 'high', count });
  });

  test.each([
    [2, null],
    [3, { value: 89, reason: 'medium', count: 3 }],
  ])('under %i mediums is %j', (count, cap) => {
    expect(capOf(open('medium', count))).toEqual(cap);
  });

  test('is that of the worst severity alone', () => {
    expect(capOf([...open('critical', 1), ...open('high', 9), ...open('medium', 9)])).toMatchObject({ value: 39, count: 1 });
    expect(capOf([...open('high', 1), ...open('medium', 9)])).toMatchObject({ value: 69, count: 1 });
  });

  test('is not moved by what is low, passing or unknown', () => {
    const closed = open('critical', 3).map((finding, index) => ({
      ...finding,
      outcome: (['pass', 'unknown', 'skipped'] as const)[index] ?? 'pass',
    }));
    expect(capOf([...open('low', 50), ...closed])).toBeNull();
  });
});

/** Six scores with nothing else to them. */
function overall(scores: Partial<Scores>, coverage = 1, caps: Partial<Record<Dimension, number>> = {}) {
  const all = { stability: 80, resilience: 80, security: 80, scalability: 80, multimodal: 80, observability: 80, ...scores };
  const detail = (dimension: Dimension): ScoreDetails[Dimension] => {
    const value = caps[dimension];
    return {
      proven: 0,
      potential: 0,
      coverage,
      grade: null,
      cap: value === undefined ? null : { value, reason: 'critical', count: 1 },
      reason: null,
      components: [],
    };
  };
  return overallOf(all, Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, detail(dimension)])) as ScoreDetails);
}

describe('the overall score', () => {
  test('is the mean of the scores that are not null, rounded down', () => {
    expect(overall({ stability: 100, observability: null }).score).toBe(84);
  });

  test.each(['stability', 'security'] as const)('is null when %s is', (dimension) => {
    expect(overall({ [dimension]: null })).toEqual({ score: null, grade: null });
  });

  test('stands under the lowest cap, that of a score that is null included', () => {
    expect(overall({}, 1, { resilience: 39, multimodal: 69 }).score).toBe(39);
    expect(overall({ observability: null }, 1, { observability: 39 }).score).toBe(39);
  });

  test.each([
    [100, 1, 'A'],
    [90, 0.9, 'A'],
    [90, 0.89, 'B'],
    [89, 1, 'B'],
    [80, 1, 'B'],
    [79, 1, 'C'],
    [70, 1, 'C'],
    [69, 1, 'D'],
    [50, 1, 'D'],
    [49, 1, 'E'],
    [0, 1, 'E'],
  ])('%i at a coverage of %d is an %s', (score, coverage, grade) => {
    expect(overall(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, score])), coverage).grade).toBe(grade);
  });
});

function component(entries: readonly Entry[], dimension: Dimension, id: string, mode: 'full' | 'quick' = 'full') {
  return assessed(entries, { mode }).scoreDetails[dimension].components.find((each) => each.id === id);
}

describe('what each component measures', () => {
  const text = { provides: ['text'] };

  test.each<[string, readonly Entry[], Dimension, string, number]>([
    ['a node of two that is up', [on.lmstudio('M2'), on.lmstudio('M3', failed('refused'))], 'stability', 'nodes-up', 0.5],
    ['a degraded node is not up', [on.lmstudio('M2'), on.lmstudio('M3', failed('denied'))], 'stability', 'nodes-up', 0.5],
    [
      'a list in 500 ms and one in 501 ms',
      [on.lmstudio('M2', { latencyMs: 500 }), on.lmstudio('M3', { latencyMs: 501 })],
      'stability',
      'latency',
      0.5,
    ],
    ['a program, which has no list call', [on.command('G', { latencyMs: 2_000 }), on.lmstudio('M2')], 'stability', 'latency', 1],
    [
      'GPUs at 84 and 85 °C',
      [on.gpu('gpus', [card(0, { temperatureC: 84 }), card(1, { temperatureC: 85 })])],
      'stability',
      'gpu-temperature',
      0.5,
    ],
    ['two providers on two machines', [on.lmstudio('M2', {}, text), on.lmstudio('M3', {}, text)], 'resilience', 'failover', 1],
    [
      'two providers on one machine',
      [on.lmstudio('M2', {}, { ...text, machine: 'a' }), on.lmstudio('M3', {}, { ...text, machine: 'a' })],
      'resilience',
      'failover',
      0,
    ],
    [
      'a model on two nodes and one on one',
      [on.lmstudio('M2', { models: [model('a'), model('b')] }), on.lmstudio('M3', { models: [model('a')] })],
      'resilience',
      'model-redundancy',
      0.5,
    ],
    [
      'a model that Ollama has installed counts, :latest or not',
      [on.lmstudio('M2', { models: [model('a')] }), on.ollama('OL1', { models: [model('a:latest', { loaded: false })] })],
      'resilience',
      'model-redundancy',
      1,
    ],
    [
      'a model in the cloud does not',
      [on.lmstudio('M2', { models: [model('a')] }), on.ollama('OL1', { models: [model('a', { cloud: true })] })],
      'resilience',
      'model-redundancy',
      0,
    ],
    ['a quarter of the memory free', [on.gpu('gpus', [card(0, { memoryFreeMiB: 2_500 })])], 'scalability', 'gpu-headroom', 1],
    ['an eighth of it', [on.gpu('gpus', [card(0, { memoryFreeMiB: 1_250 })])], 'scalability', 'gpu-headroom', 0.5],
    ['one provider', [on.lmstudio('M2', {}, text)], 'scalability', 'routing-diversity', 0],
    ['two providers', [on.lmstudio('M2', {}, text), on.lmstudio('M3', {}, text)], 'scalability', 'routing-diversity', 0.5],
    ['three and four providers', ['A', 'B', 'C', 'D'].map((id) => on.lmstudio(id, {}, text)), 'scalability', 'routing-diversity', 1],
    ['two nodes up', [on.lmstudio('M2'), on.lmstudio('M3')], 'scalability', 'node-count', 0.666667],
    [
      'one sensitive port of two open to all',
      [on.ports('ports', { listeners: [listener(6379, '0.0.0.0'), listener(5432)] })],
      'security',
      'safe-ports',
      0.5,
    ],
    ['text proven by a model', [on.lmstudio('M2')], 'multimodal', 'text', 1],
    ['vision promised and not proven', [on.lmstudio('M2', {}, { provides: ['vision'] })], 'multimodal', 'vision', 0],
    ['audio at its word', [on.lmstudio('M2', {}, { provides: ['audio'] })], 'multimodal', 'audio', 1],
    ['vision of a command at its word', [on.command('GEMINI', {}, { provides: ['vision'] })], 'multimodal', 'vision', 1],
  ])('%s', (_, entries, dimension, id, value) => {
    expect(component(entries, dimension, id)?.value).toBe(value);
  });

  test('a component without items is dropped and the others carry the whole', () => {
    const { scoreDetails, scores } = assessed([on.lmstudio('M2', {}, text)]);
    expect(scoreDetails.stability.components.map(({ id }) => id)).toEqual(['nodes-up', 'latency']);
    expect(scores.stability).toBe(100);
  });
});

describe('what was not read', () => {
  test('an item counts 0 in what is proven and 1 in what is possible', () => {
    expect(component([on.lmstudio('M2'), on.lmstudio('M3', failed('timeout'))], 'stability', 'nodes-up')).toMatchObject({
      value: 0.5,
      potential: 1,
      coverage: 0.5,
      items: 2,
    });
  });

  test('a GPU whose temperature is unreadable stays in the count', () => {
    expect(component([on.gpu('gpus', [card(0), card(1, { temperatureC: null })])], 'stability', 'gpu-temperature')).toMatchObject({
      value: 0.5,
      potential: 1,
      coverage: 0.5,
      items: 2,
    });
  });

  test('as many GPUs as are expected are unread', () => {
    expect(
      component(
        [on.gpu('a', [card(0), card(1)]), on.gpu('b', failed('timeout'), { expect: { count: 6 } })],
        'stability',
        'gpu-temperature',
      ),
    ).toMatchObject({ value: 0.25, coverage: 0.25, items: 8 });
  });

  test('a list of unknown length proves nothing of the whole', () => {
    expect(component([on.gpu('a', [card(0), card(1)]), on.gpu('b', failed('timeout'))], 'stability', 'gpu-temperature')).toMatchObject({
      value: 0,
      potential: 1,
      coverage: 0,
    });
    expect(
      component([on.ports('a', { listeners: [listener(22)] }), on.ports('b', failed('timeout'))], 'security', 'safe-ports'),
    ).toMatchObject({ value: 0, potential: 1, coverage: 0 });
  });

  test('a node that was never seen may have any number of models', () => {
    const known = [on.lmstudio('M2', { models: [model('a')] }), on.lmstudio('M3', { models: [model('a')] })];
    const redundancy = { value: 0, potential: 1, coverage: 0 };
    expect(component([...known, on.lmstudio('M4', failed('timeout'))], 'resilience', 'model-redundancy')).toMatchObject(redundancy);
  });

  test('a node that may be up is in the count of latencies', () => {
    const entries = [on.lmstudio('M2'), on.lmstudio('M3', failed('timeout'))];
    expect(component(entries, 'stability', 'latency')).toMatchObject({ value: 0.5, potential: 1, items: 2 });
  });

  test('a score of which less than half was read is null, and says so', () => {
    const { scores, scoreDetails } = assessed([on.lmstudio('M2', failed('timeout')), on.gpu('gpus', [card(0)])]);
    expect(scores.stability).toBeNull();
    expect(scoreDetails.stability).toMatchObject({ coverage: 0.3, reason: 'too-little-read', potential: 100, grade: null });
  });

  test('a score with nothing to measure is null with coverage 0', () => {
    const { scores, scoreDetails } = assessed([on.lmstudio('M2')]);
    expect(scores.observability).toBeNull();
    expect(scoreDetails.observability).toMatchObject({ coverage: 0, reason: 'nothing-to-measure', components: [] });
  });

  test('a score that rests on what quick mode does not ask is null', () => {
    const entries = [on.lmstudio('M2', { access: null, allowedOrigin: null }), on.command('GEMINI', notAsked, { provides: ['vision'] })];
    const { scores, scoreDetails } = assessed(entries, { mode: 'quick' });
    expect(scores.security).toBeNull();
    expect(scoreDetails.security.reason).toBe('skipped');
    expect(scoreDetails.multimodal.reason).toBe('skipped');
    expect(scores.stability).toBe(100);
  });

  test('a modality that only a skipped node may have stays skipped when another falls silent', () => {
    const entries = (m2: Parameters<typeof on.lmstudio>[1]) => [
      on.lmstudio('M2', m2),
      on.lmstudio('M3'),
      on.command('GEMINI', notAsked, { provides: ['vision'] }),
    ];
    expect(assessed(entries({}), { mode: 'quick' }).scores.multimodal).toBeNull();
    expect(assessed(entries(failed('timeout')), { mode: 'quick' }).scores.multimodal).toBeNull();
  });
});

describe('nodes that are planned down', () => {
  test('are neither expected nor missing', () => {
    const { scores, cluster, status } = assessed([
      on.lmstudio('M1', failed('timeout'), { planned: 'down' }),
      on.lmstudio('M2'),
      on.lmstudio('M3'),
    ]);
    expect(scores.stability).toBe(100);
    expect(cluster).toMatchObject({ nodesTotal: 3, nodesUp: 2, nodesPlannedDown: 1 });
    expect(status).toBe('ok');
  });

  test('count when they answer', () => {
    expect(assessed([on.lmstudio('M1', {}, { planned: 'down' })]).cluster).toMatchObject({ nodesUp: 1, nodesPlannedDown: 0 });
  });

  test('a command that fails while it is planned down is no risk', () => {
    const { nodes, risks } = assessed([on.command('GEMINI', { state: 'failed', exitCode: 1 }, { planned: 'down' })]);
    expect(nodes['GEMINI']?.status).toBe('planned-down');
    expect(risks).toEqual([]);
  });
});
