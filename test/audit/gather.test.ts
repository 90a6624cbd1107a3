import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineProbe, type FailureCode, type Mode, ProbeError, type Target } from '../../skill/audit/define.ts';
import { gatherAll, LATE_MS, outcomeOf, timed } from '../support/gathering.ts';

const FOR_EVER = new Promise<never>(() => {});

/** A probe that reads like this. */
function probeThat(
  read: (target: Target, signal: AbortSignal, mode: Mode) => Promise<unknown>,
  kind = 'tiny',
  facts: z.ZodType = z.unknown(),
) {
  return defineProbe({
    kind,
    target: z.looseObject({ id: z.string(), kind: z.string() }),
    facts,
    quick: true,
    read: (target, _host, mode, signal) => read(target, signal, mode),
  });
}

const target = (id: string, more: Partial<Target> = {}): Target => ({ id, kind: 'tiny', ...more });
const throwing = (thrown: unknown) =>
  probeThat(async () => {
    throw thrown;
  });

test('facts arrive as they are, with a local time and a duration', async () => {
  const { readings, takenAt, mode } = await gatherAll(
    [target('A')],
    [probeThat(async () => ({ figure: 1.5, list: [null, true], text: 'é\n\t' }))],
  );
  expect(readings.get('A')).toEqual({
    ok: true,
    facts: { figure: 1.5, list: [null, true], text: 'é\n\t' },
    startedAt: expect.any(String),
    durationMs: expect.any(Number),
  });
  expect([takenAt, mode]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/), 'full']);
});

test('a probe deaf to its signal is a timeout, and the others are read', async () => {
  const probes = [probeThat(() => FOR_EVER, 'deaf'), probeThat(async () => 1)];
  const { value, ms } = await timed(() => gatherAll([target('DEAF', { kind: 'deaf', timeoutMs: 300 }), target('A')], probes));
  expect([...value.readings].map(([id, reading]) => [id, outcomeOf(reading)])).toEqual([
    ['DEAF', 'timeout'],
    ['A', 'ok'],
  ]);
  expect(ms).toBeGreaterThan(290);
  expect(ms).toBeLessThan(300 + LATE_MS);
});

test('a probe that fails after its deadline troubles nobody', async () => {
  const late = probeThat(async () => {
    await sleep(150);
    throw new Error('too late');
  });
  const { readings } = await gatherAll([target('A', { timeoutMs: 50 })], [late]);
  expect(outcomeOf(readings.get('A'))).toBe('timeout');
  await sleep(150);
});

describe('whatever a probe throws, gather does not', () => {
  const cyclic = Object.assign(new Error('round'), { cause: null as unknown });
  cyclic.cause = cyclic;

  const THROWN: readonly (readonly [what: string, thrown: unknown, code: FailureCode, detail: string | RegExp])[] = [
    ['a foreseen failure', new ProbeError('denied', 'HTTP 401'), 'denied', 'HTTP 401'],
    ['an error', new Error('oops'), 'bug', 'oops'],
    ['an error without a word', new RangeError(), 'bug', 'RangeError'],
    ['a string', 'oops', 'bug', 'oops'],
    ['a number', 42, 'bug', '42'],
    ['nothing', undefined, 'bug', 'undefined'],
    ['null', null, 'bug', 'null'],
    ['a symbol', Symbol('s'), 'bug', /Symbol\(s\)/],
    ['an object', { code: 'ECONNREFUSED' }, 'bug', /ECONNREFUSED/],
    ['an object without a prototype', Object.create(null), 'bug', /prototype/],
    ['an object that cannot be told', { toString: () => { throw new Error('no'); } }, 'bug', /./], // biome-ignore format: one row
    ['an error whose message is no string', Object.assign(new Error(), { message: { a: 1 } }), 'bug', /./],
    ['an error that is its own cause', cyclic, 'bug', 'round'],
    [
      'a failure deep in the causes',
      new Error('a', { cause: new Error('b', { cause: Object.assign(new Error('c'), { code: 'ECONNREFUSED' }) }) }),
      'refused',
      'c',
    ],
    ['a message that could steer a terminal', new ProbeError('reset', '\u001b[31mred\u202e'), 'reset', '[31mred'],
    ['a message of 10,000 characters', new ProbeError('reset', 'x'.repeat(10_000)), 'reset', 'x'.repeat(300)],
  ];

  test.each(THROWN)('%s has its code', async (_, thrown, code, detail) => {
    const { readings } = await gatherAll([target('A')], [throwing(thrown)]);
    const matching = typeof detail === 'string' ? detail : expect.stringMatching(detail);
    expect(readings.get('A')).toMatchObject({ ok: false, failure: { code, detail: matching } });
  });

  test('an exception before the first promise has its code', async () => {
    const sudden = probeThat(() => {
      throw new ProbeError('tls', 'sudden');
    });
    expect((await gatherAll([target('A')], [sudden])).readings.get('A')).toMatchObject({ failure: { code: 'tls' } });
  });
});

test('facts against their schema are malformed, and the failure says where', async () => {
  const probe = probeThat(
    async () => ({ list: [{ size: -1 }] }),
    'tiny',
    z.strictObject({ list: z.array(z.strictObject({ size: z.number().nonnegative() })) }),
  );
  const { readings } = await gatherAll([target('A')], [probe]);
  expect(readings.get('A')).toMatchObject({ ok: false, failure: { code: 'malformed', detail: expect.stringContaining('list.0.size') } });
});

test('facts that are nested too deep or in a circle are a bug of the probe alone', async () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  let deep: unknown = 'bottom';
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const facts: Readonly<Record<string, unknown>> = { CIRCLE: circle, DEEP: deep, A: 1 };
  const { readings } = await gatherAll(
    Object.keys(facts).map((id) => target(id)),
    [probeThat(async ({ id }) => facts[id])],
  );
  expect([...readings].map(([id, reading]) => [id, outcomeOf(reading)])).toEqual([
    ['CIRCLE', 'bug'],
    ['DEEP', 'bug'],
    ['A', 'ok'],
  ]);
});

test('a kind without a probe is a bug of that target alone', async () => {
  const { readings } = await gatherAll([target('A', { kind: 'unheard-of' }), target('B')], [probeThat(async () => 1)]);
  expect([outcomeOf(readings.get('A')), outcomeOf(readings.get('B'))]).toEqual(['bug', 'ok']);
});

test('when the deadline of the whole passes, the unread are timeouts and the read stay', async () => {
  const probe = probeThat(({ id }) => (id.startsWith('SLOW') ? FOR_EVER : Promise.resolve(1)));
  const targets = [...Array.from({ length: 400 }, (_, index) => target(`SLOW${index}`, { timeoutMs: 30_000 }))].toSpliced(
    10,
    0,
    target('A'),
    target('B'),
  );
  const { value, ms } = await timed(() => gatherAll(targets, [probe], { deadlineMs: 400 }));
  const outcomes = [...value.readings.values()].map(outcomeOf);
  expect(value.readings.size).toBe(402);
  expect([outcomeOf(value.readings.get('A')), outcomeOf(value.readings.get('B'))]).toEqual(['ok', 'ok']);
  expect(outcomes.filter((outcome) => outcome === 'timeout')).toHaveLength(400);
  expect(value.readings.get('SLOW0')).toMatchObject({ failure: { detail: 'the deadline of the whole audit has passed' } });
  expect(ms).toBeLessThan(400 + LATE_MS);
});

test('each target has its own deadline, the kind’s where it says none', async () => {
  const deaf = { ...probeThat(() => FOR_EVER), budgetMs: () => 200 };
  const targets = [target('OWN', { timeoutMs: 100 }), target('KIND')];
  const { readings } = await gatherAll(targets, [deaf]);
  expect(readings.get('OWN')?.durationMs).toBeGreaterThanOrEqual(98);
  expect(readings.get('OWN')?.durationMs).toBeLessThan(190);
  expect(readings.get('KIND')?.durationMs).toBeGreaterThanOrEqual(198);
  expect(readings.get('KIND')?.durationMs).toBeLessThan(200 + LATE_MS);
});

test('a deadline starts with its own read, not with the queue', async () => {
  const probe = probeThat(() => sleep(200));
  const targets = Array.from({ length: 700 }, (_, index) => target(`A${index}`, { timeoutMs: 450 }));
  const { readings } = await gatherAll(targets, [probe]);
  expect(new Set([...readings.values()].map(outcomeOf))).toEqual(new Set(['ok']));
});

test('quick mode skips what has no part in it, unless the inventory wants it', async () => {
  const slow = { ...probeThat(async (_target, _signal, mode) => mode, 'slow'), quick: false };
  const targets = [target('A', { kind: 'slow' }), target('B', { kind: 'slow', quick: true }), target('C')];
  const progress: unknown[] = [];
  const options = { mode: 'quick', onProgress: (done: number, total: number, { id }: Target) => progress.push([done, total, id]) } as const;
  const { readings } = await gatherAll(targets, [slow, probeThat(async () => 1)], options);
  expect(readings.get('A')).toEqual({ ok: false, failure: null, startedAt: null, durationMs: 0 });
  expect(readings.get('B')).toMatchObject({ ok: true, facts: 'quick' });
  expect(progress).toHaveLength(2);
  expect(progress.at(-1)).toEqual([2, 2, expect.any(String)]);
});

test('readings come in the order of the inventory whatever the order of the answers, and say the same', async () => {
  const probe = probeThat(async ({ id }) => {
    await sleep((Number(id.slice(1)) * 7) % 13);
    return { id };
  });
  const targets = Array.from({ length: 30 }, (_, index) => target(`A${index}`));
  const shuffled = targets.toSorted((a, b) => ((Number(a.id.slice(1)) * 17) % 30) - ((Number(b.id.slice(1)) * 17) % 30));
  const factsOf = async (some: readonly Target[]) =>
    [...(await gatherAll(some, [probe])).readings].map(([id, reading]) => [id, reading.ok && reading.facts] as const);
  const inOrder = await factsOf(targets);
  const others = await factsOf(shuffled);
  expect(inOrder.map(([id]) => id)).toEqual(targets.map(({ id }) => id));
  expect(others.map(([id]) => id)).toEqual(shuffled.map(({ id }) => id));
  expect(new Map(others)).toEqual(new Map(inOrder));
});

test('an empty inventory is read at once', async () => {
  const { readings, auditor } = await gatherAll([], []);
  expect([readings.size, auditor.names]).toEqual([0, {}]);
});

test('hostile words in facts are made harmless before anybody sees them', async () => {
  const hostile = { '\u001b[2Jkey': '\u001b[31mred\u0007', bidi: 'a\u202eb', long: 'x'.repeat(10_000), deep: [{ nul: 'a\0b' }] };
  const { readings } = await gatherAll([target('A')], [probeThat(async () => hostile)]);
  expect(readings.get('A')).toMatchObject({ facts: { '[2Jkey': '[31mred', bidi: 'ab', long: 'x'.repeat(2_000), deep: [{ nul: 'ab' }] } });
});

test('a listener of progress that throws is a bug of ours, and is told', async () => {
  const onProgress = () => {
    throw new Error('ours');
  };
  await expect(gatherAll([target('A')], [probeThat(async () => 1)], { onProgress })).rejects.toThrow('ours');
});
