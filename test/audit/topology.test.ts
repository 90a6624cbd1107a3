import { describe, expect, test } from 'vitest';
import { topologyOf } from '../../skill/audit/topology.ts';
import { assessed, type Entry, failed, findingOf, inventoryOf, model, notAsked, on, readingsOf, verdict } from '../support/judged.ts';

/** `M1: embedding, text` for each single point. */
function pointsOf(entries: readonly Entry[]): readonly string[] {
  return topologyOf(inventoryOf(entries), readingsOf(entries)).singlePoints.map(({ id, loses }) => `${id}: ${loses.join(', ')}`);
}

/** What ARCH-001 says of each component. */
function saidOf(entries: readonly Entry[]): Readonly<Record<string, string>> {
  const { findings } = assessed(entries);
  return Object.fromEntries(
    findings
      .filter(({ code }) => code === 'ARCH-001')
      .map(({ subject, outcome, severity }) => [subject, outcome === 'fail' ? `fail ${severity}` : outcome]),
  );
}

/** The cluster of the first audit: embeddings on M1 alone, the web on OL1 alone, Gemini behind one proxy. */
const world = (m1: Entry): readonly Entry[] => [
  m1,
  on.lmstudio('M2', {}, { machine: 'bureau', provides: ['text'] }),
  on.lmstudio('M3', {}, { machine: 'cave', provides: ['text'] }),
  on.ollama('OL1', {}, { machine: 'tour', provides: ['text', 'web'] }),
  on.command('GEMINI', {}, { provides: ['text', 'vision'] }),
  on.host('tour', {}, { provides: ['orchestration'] }),
];
const m1 = (reading: Parameters<typeof on.lmstudio>[1] = {}, planned: object = {}) =>
  on.lmstudio('M1', reading, { machine: 'tour', provides: ['text', 'embedding'], ...planned });

describe('the single points of the first audit', () => {
  const expected = ['GEMINI: vision', 'M1: embedding', 'OL1: web', 'tour: embedding, orchestration, web'];

  test.each([
    ['up', m1()],
    ['down', m1(failed('refused'))],
    ['not read', m1(failed('timeout'))],
    ['degraded', m1(failed('denied'))],
    ['not asked', m1(notAsked)],
  ])('stand whether M1 is %s', (_, entry) => {
    expect(pointsOf(world(entry))).toEqual(expected);
  });

  test('a machine that carries the orchestration is critical, the others are high', () => {
    expect(saidOf(world(m1()))).toEqual({
      GEMINI: 'fail high',
      M1: 'fail high',
      M2: 'pass',
      M3: 'pass',
      OL1: 'fail high',
      bureau: 'pass',
      cave: 'pass',
      tour: 'fail critical',
    });
  });

  test.each([
    ['up', m1(), false],
    ['down', m1(failed('refused')), true],
    ['not read', m1(failed('timeout')), false],
  ])('what M1 carries is said to be lost already only when it is: %s', (_, entry, isDown) => {
    const { values } = findingOf(assessed(world(entry)), 'ARCH-001:cluster:M1').message;
    expect('isDown' in values).toBe(isDown);
  });

  test('text has four providers, so nothing that carries it alone is a point for it', () => {
    expect(pointsOf(world(m1())).filter((point) => point.includes('text'))).toEqual([]);
  });
});

describe('what is a single point', () => {
  test('two providers on one machine make the machine the point, not the nodes', () => {
    const both = [
      on.lmstudio('M1', {}, { machine: 'tour', provides: ['text'] }),
      on.ollama('OL1', {}, { machine: 'tour', provides: ['text'] }),
    ];
    expect(pointsOf(both)).toEqual(['tour: text']);
  });

  test('two providers on two machines make none', () => {
    expect(
      pointsOf([
        on.lmstudio('M1', {}, { machine: 'tour', provides: ['text'] }),
        on.lmstudio('M2', {}, { machine: 'cave', provides: ['text'] }),
      ]),
    ).toEqual([]);
  });

  test('what everyone depends on is a point through any number of steps', () => {
    const chain = [
      on.host('box'),
      on.ports('switch', {}, { dependsOn: ['box'] }),
      on.lmstudio('M1', {}, { dependsOn: ['switch'], provides: ['text'] }),
      on.lmstudio('M2', {}, { dependsOn: ['switch'], provides: ['text'] }),
    ];
    expect(pointsOf(chain)).toEqual(['box: text', 'switch: text']);
  });

  test('a machine that depends on another falls with it', () => {
    const entries = [
      on.host('hypervisor'),
      on.host('guest', {}, { dependsOn: ['hypervisor'] }),
      on.lmstudio('M1', {}, { machine: 'guest', provides: ['text'] }),
      on.lmstudio('M2', {}, { machine: 'hypervisor', provides: ['text'] }),
    ];
    expect(pointsOf(entries)).toEqual(['hypervisor: text']);
  });

  test('a circle of dependencies ends, and each of it is a point', () => {
    const circle = [
      on.lmstudio('M1', {}, { dependsOn: ['M2'], provides: ['text'] }),
      on.lmstudio('M2', {}, { dependsOn: ['M3'], provides: ['text'] }),
      on.lmstudio('M3', {}, { dependsOn: ['M1', 'M3'], provides: ['text'] }),
    ];
    expect(pointsOf(circle)).toEqual(['M1: text', 'M2: text', 'M3: text']);
  });

  test('a node that promises nothing provides what it proves', () => {
    const embedding = [model('nomic', { type: 'embedding' })];
    expect(pointsOf([on.lmstudio('M1', { models: embedding }), on.lmstudio('M2')])).toEqual(['M1: embedding', 'M2: text']);
  });

  test('the one provider that is up is the point while the other is down', () => {
    expect(pointsOf([on.lmstudio('M1', {}, { provides: ['text'] }), on.lmstudio('M2', failed('refused'), { provides: ['text'] })])).toEqual(
      ['M1: text'],
    );
  });
});

describe('what is planned down', () => {
  const off = (fields: object) => on.lmstudio('M1', failed('timeout'), { planned: 'down', ...fields });

  test('cannot fall any more: it is no single point, and no component', () => {
    const entries = world(m1(failed('timeout'), { planned: 'down' }));
    expect(pointsOf(entries)).toEqual(['GEMINI: vision', 'OL1: web', 'tour: orchestration, web']);
    expect(Object.keys(saidOf(entries))).not.toContain('M1');
  });

  test('leaves the other provider alone', () => {
    expect(pointsOf([off({ provides: ['text'] }), on.lmstudio('M2', failed('refused'), { provides: ['text'] })])).toEqual(['M2: text']);
  });

  test('is a single point again when it answers', () => {
    expect(pointsOf([on.lmstudio('M1', {}, { planned: 'down', provides: ['text'] })])).toEqual(['M1: text']);
  });
});

describe('what was not read', () => {
  const provides = ['text'];

  test('a second provider that was not read leaves the first unknown, for it may be the only one', () => {
    expect(saidOf([on.lmstudio('M1', {}, { provides }), on.lmstudio('M2', failed('timeout'), { provides })])).toEqual({
      M1: 'unknown',
      M2: 'pass',
    });
  });

  test('two providers that were not read are both unknown', () => {
    expect(saidOf([on.lmstudio('M1', failed('timeout'), { provides }), on.lmstudio('M2', failed('timeout'), { provides })])).toEqual({
      M1: 'unknown',
      M2: 'unknown',
    });
  });

  test('a silent node that promises nothing may provide what another seems to provide alone', () => {
    const entries = [on.lmstudio('M1', {}, { provides }), on.lmstudio('M2', failed('timeout'))];
    expect(saidOf(entries)).toEqual({ M1: 'unknown', M2: 'unknown' });
    expect(verdict('ARCH-002', entries)).toBe('unknown');
  });

  test('a silent node that promises something else is no fallback', () => {
    const entries = [on.lmstudio('M1', {}, { provides }), on.lmstudio('M2', failed('timeout'), { provides: ['embedding'] })];
    expect(saidOf(entries)).toEqual({ M1: 'fail high', M2: 'fail high' });
  });

  test('what was not asked in quick mode is skipped, not unknown', () => {
    const { findings } = assessed([on.lmstudio('M1', {}, { provides }), on.command('GEMINI', notAsked, { provides })], { mode: 'quick' });
    expect(findings.find(({ code, subject }) => code === 'ARCH-001' && subject === 'M1')?.outcome).toBe('skipped');
  });

  test('providers that are all down leave nothing to lose, so nothing passes', () => {
    expect(saidOf([on.lmstudio('M1', failed('refused'), { provides }), on.lmstudio('M2', failed('refused'), { provides })])).toEqual({
      M1: 'not-applicable',
      M2: 'not-applicable',
    });
  });
});

describe('fallback', () => {
  test('two nodes at one address are one machine, whichever names it', () => {
    const machines = (entries: readonly Entry[]) => topologyOf(inventoryOf(entries), readingsOf(entries)).providers[0]?.machinesUp;
    expect(machines([on.lmstudio('M1', {}, { provides: ['text'], machine: 'tour' }), on.ollama('OL1', {}, { provides: ['text'] })])).toBe(
      1,
    );
    expect(machines([on.lmstudio('M2', {}, { provides: ['text'], machine: 'tour' }), on.ollama('OL1', {}, { provides: ['text'] })])).toBe(
      2,
    );
  });

  test('a node that is planned down is no fallback while down, and is one when it answers', () => {
    const withM1 = (reading: Parameters<typeof on.lmstudio>[1]) => [
      on.lmstudio('M1', reading, { provides: ['text'], planned: 'down' }),
      on.lmstudio('M2', {}, { provides: ['text'] }),
    ];
    expect(verdict('ARCH-002', withM1(failed('timeout')))).toBe('fail high');
    expect(verdict('ARCH-002', withM1({}))).toBe('pass');
  });

  test('the edges say what runs on, depends on and provides what', () => {
    const entries = [on.lmstudio('M1', {}, { machine: 'tour', provides: ['text'], dependsOn: ['ports'] }), on.ports('ports')];
    expect(topologyOf(inventoryOf(entries), readingsOf(entries)).edges).toEqual([
      { from: 'M1', to: 'ports', kind: 'depends-on' },
      { from: 'M1', to: 'text', kind: 'provides' },
      { from: 'M1', to: 'tour', kind: 'runs-on' },
    ]);
  });

  test('the finding of a single point names what is lost', () => {
    const finding = findingOf(assessed(world(m1())), 'ARCH-001:cluster:tour');
    expect(finding.message).toEqual({ id: 'single-point', values: { component: 'tour', loses: ['embedding', 'orchestration', 'web'] } });
  });
});
