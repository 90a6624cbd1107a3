import fc from 'fast-check';
import type { FailureCode, Mode, Reading } from '../../skill/audit/define.ts';
import type { BackupSet, BackupsFacts } from '../../skill/probes/backups.ts';
import type { Mount } from '../../skill/probes/host.ts';
import type { LogPath, LogsFacts } from '../../skill/probes/logs.ts';
import type { Inference, NodeFacts } from '../../skill/probes/node-facts.ts';
import {
  access,
  agedFile,
  backupSet,
  card,
  type Entry,
  facts,
  failed,
  listener,
  logPath,
  model,
  mount,
  notAsked,
  ok,
  target,
} from './judged.ts';

/** A cluster whose hardware stays and whose state changes: one reading for each of its three audits. */
export interface Cluster {
  readonly mode: Mode;
  readonly members: readonly Member[];
}

interface Member {
  readonly target: Entry['target'];
  readonly readings: readonly [Reading, Reading, Reading];
  /** A reading that has nothing wrong in it. */
  readonly well: Reading;
}

/** The cluster as one of its audits saw it. */
export function seen({ members }: Cluster, audit: 0 | 1 | 2): readonly Entry[] {
  return members.map((member) => ({ target: member.target, reading: member.readings[audit] }));
}

const MACHINES = ['alpha', 'bravo', 'charlie', 'delta'] as const;
const CAPABILITIES = ['text', 'embedding', 'vision', 'audio', 'web', 'code', 'orchestration'] as const;
const MODELS = ['small', 'large', 'nomic', 'eyes', 'odd', 'even'] as const;
const FAILURES: readonly FailureCode[] = [
  'timeout',
  'timeout',
  'refused',
  'reset',
  'unreachable',
  'dns',
  'denied',
  'rate-limited',
  'malformed',
  'wrong-product',
  'missing-tool',
  'bug',
];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const unread = fc.constantFrom(...FAILURES).map((code) => failed(code));
/** Mostly read, so that scores are mostly numbers. */
const reading = <F>(read: fc.Arbitrary<F>) => fc.oneof({ weight: 4, arbitrary: read.map(ok) }, { weight: 1, arbitrary: unread });
const three = (one: fc.Arbitrary<Reading>) => fc.tuple(one, one, one);

const models = fc
  .array(
    fc.record({
      id: fc.constantFrom(...MODELS),
      type: fc.constantFrom('llm' as const, 'embedding' as const, null),
      loaded: fc.constantFrom(true, true, false, null),
      vision: fc.constantFrom(true, false, null),
      audio: fc.constantFrom(true, null, null),
      vramShare: fc.constantFrom(1, 0.5, null),
      cloud: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map(({ id, ...fields }) => model(id, fields)));

const prompted: fc.Arbitrary<Inference | null> = fc.constantFrom(null, true, false).map((answered) =>
  answered === null
    ? null
    : {
        model: 'small',
        ok: answered,
        totalMs: answered ? 90 : null,
        firstTokenMs: null,
        tokensPerSecond: null,
        failure: answered ? null : 'timeout',
      },
);

const nodeFacts: fc.Arbitrary<Partial<NodeFacts>> = fc.record({
  version: fc.constantFrom('1.0', '1.1', null),
  latencyMs: fc.constantFrom(5, 500, 501, 3_000),
  models,
  access: fc.constantFrom(
    access(),
    access({ anonymous: true, status: 200 }),
    access({ scope: 'wan', anonymous: true }),
    access({ scope: 'loopback' }),
    access({ anonymous: null }),
  ),
  allowedOrigin: fc.constantFrom('', '*', null),
  inference: prompted,
  clockSkewMs: fc.constantFrom(0, 3_000, 90_000, null),
});

const common = fc
  .record(
    {
      machine: fc.constantFrom(...MACHINES),
      provides: fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { minLength: 1, maxLength: 3 }),
      planned: fc.constantFrom('down' as const),
    },
    { requiredKeys: [] },
  )
  .map(({ planned, ...fields }) => fields as { machine?: string; provides?: string[]; planned?: 'down' });

/** One in eight is known to be off. */
const planned = fc.integer({ min: 0, max: 7 }).map((die) => (die === 0 ? { planned: 'down' as const } : {}));

const expected = fc.record({ models: fc.uniqueArray(fc.constantFrom(...MODELS), { maxLength: 2 }) }, { requiredKeys: [] });

const server = (kind: 'lmstudio' | 'ollama' | 'openai'): fc.Arbitrary<(id: string) => Member> =>
  fc
    .tuple(
      common,
      planned,
      maybe(expected),
      fc.constantFrom('full' as const, 'never' as const),
      three(reading(nodeFacts.map((fields) => (kind === 'lmstudio' ? facts.lmstudio(fields) : facts.node(fields))))),
    )
    .map(([fields, off, expect, prompt, readings]) => (id) => ({
      target: target[kind](id, { ...fields, ...off, ...(expect ? { expect } : {}), prompt } as never),
      readings,
      well: ok(wellNode(kind, fields.provides ?? [], expect?.models ?? [])),
    }));

/** Proves all that it promises, with the models that it should have. */
function wellNode(kind: string, provides: readonly string[], names: readonly string[]) {
  const able = {
    type: provides.includes('embedding') ? ('embedding' as const) : ('llm' as const),
    vision: provides.includes('vision') || null,
    audio: provides.includes('audio') || null,
  };
  const fields = {
    latencyMs: 9,
    models: [model(names[0] ?? 'small', able), ...names.slice(1).map((name) => model(name))],
    access: access(),
    allowedOrigin: '',
    inference: null,
    clockSkewMs: 0,
    version: '1.0',
  };
  return kind === 'lmstudio' ? facts.lmstudio(fields) : facts.node(fields);
}

const command = fc
  .tuple(
    common,
    planned,
    three(
      reading(
        fc
          .constantFrom('ok' as const, 'ok' as const, 'degraded' as const, 'failed' as const)
          .map((state) => facts.command({ state, exitCode: state === 'failed' ? 1 : 0 })),
      ),
    ),
  )
  .map(
    ([fields, off, readings]) =>
      (id: string): Member => ({ target: target.command(id, { ...fields, ...off }), readings, well: ok(facts.command()) }),
  );

const oneCard = fc.record({
  temperatureC: fc.constantFrom(50, 84, 85, 91, 92, null),
  memoryFreeMiB: fc.constantFrom(9_000, 2_500, 1_000, 999, 0, null),
  memoryTotalMiB: fc.constantFrom(10_000, 10_000, 10_000, null),
});

const gpus = fc.integer({ min: 0, max: 5 }).chain((count) => {
  const cards = fc
    .array(oneCard, { minLength: count, maxLength: count })
    .map((all) => facts.gpu(all.map((fields, index) => card(index, fields))));
  return fc.tuple(common, planned, fc.constantFrom(undefined, count, count + 1), three(reading(cards))).map(
    ([{ machine }, off, expectedCount, readings]) =>
      (id: string): Member => ({
        target: target.gpu(id, {
          ...(machine ? { machine } : {}),
          ...off,
          ...(expectedCount === undefined ? {} : { expect: { count: expectedCount } }),
        }),
        readings,
        well: ok(facts.gpu(Array.from({ length: expectedCount || count || 1 }, (_, index) => card(index)))),
      }),
  );
});

const listeners = fc.uniqueArray(
  fc.tuple(fc.constantFrom(22, 1234, 5432, 6379, 11434), fc.constantFrom('127.0.0.1', '0.0.0.0', '192.168.1.20')),
  { maxLength: 5, selector: ([port]) => port },
);

const ports = fc
  .tuple(
    planned,
    three(
      reading(
        fc.oneof(
          {
            weight: 3,
            arbitrary: listeners.map((list) => facts.ports({ listeners: list.map(([port, address]) => listener(port, address)) })),
          },
          {
            weight: 1,
            arbitrary: fc
              .constantFrom('denied' as const, 'not-local' as const)
              .map((code) => facts.ports({ listeners: null, listenersMissing: { code, detail: '' } })),
          },
        ),
      ),
    ),
  )
  .map(
    ([off, readings]) =>
      (id: string): Member => ({ target: target.ports(id, off), readings, well: ok(facts.ports({ listeners: [listener(22)] })) }),
  );

const saves = fc
  .tuple(
    planned,
    fc
      .constantFrom(1, 2, 3)
      .chain((count) =>
        three(
          reading(
            fc
              .array(
                fc.constantFrom<Partial<BackupSet>>(
                  {},
                  {},
                  { newest: agedFile('a', 30) },
                  { newest: agedFile('a', 200) },
                  { newest: null, count: 0 },
                  { failure: { code: 'not-found', detail: '' }, newest: null },
                  { failure: { code: 'denied', detail: '' }, newest: null },
                  { newest: agedFile('a', 30), lack: { path: 'b', code: 'denied' } },
                  { comparison: { path: 'a', sizeBytes: 1, medianBytes: 9 } },
                  { restoreTest: null },
                ),
                { minLength: count, maxLength: count },
              )
              .map((sets) => facts.backups(sets.map((fields, index) => backupSet(`set${index}`, fields)))),
          ),
        ),
      ),
  )
  .map(([off, readings]) => (id: string): Member => {
    const sets = namesIn(readings, (read) => (read as BackupsFacts).sets.map(({ name }) => name));
    return {
      target: target.backups(id, { ...off, sets: sets.map((name) => ({ name, path: name })) }),
      readings,
      well: ok(facts.backups(sets.map((name) => backupSet(name)))),
    };
  });

const journals = fc
  .tuple(
    planned,
    fc
      .constantFrom(1, 2, 3)
      .chain((count) =>
        three(
          reading(
            fc
              .array(
                fc.constantFrom<Partial<LogPath>>(
                  {},
                  {},
                  { newest: agedFile('a', 30) },
                  { newest: null },
                  { failure: { code: 'timeout', detail: '' }, newest: null },
                  { growing: [{ path: 'a', sizeBytes: 2 ** 30, rotation: 'none' }] },
                  { growing: [{ path: 'a', sizeBytes: 2 ** 30, rotation: 'unknown' }] },
                ),
                { minLength: count, maxLength: count },
              )
              .map((paths) => facts.logs(paths.map((fields, index) => logPath(`log${index}`, fields)))),
          ),
        ),
      ),
  )
  .map(([off, readings]) => (id: string): Member => {
    const paths = namesIn(readings, (read) => (read as LogsFacts).paths.map(({ path }) => path));
    return { target: target.logs(id, { ...off, paths: [...paths] }), readings, well: ok(facts.logs(paths.map((path) => logPath(path)))) };
  });

/** What the inventory must have declared for these readings; at least one. */
function namesIn(readings: readonly Reading[], names: (facts: unknown) => readonly string[]): readonly string[] {
  const read = readings.find(({ ok: isRead }) => isRead);
  return read?.ok ? names(read.facts) : ['only'];
}

const machine = fc.tuple(
  fc.constantFrom(...MACHINES),
  maybe(fc.constant('orchestration')),
  three(
    reading(
      fc
        .record({
          mounts: fc.constantFrom<Mount[]>(
            [],
            [mount('/')],
            [mount('/', { usedPercent: 86 })],
            [mount('/', { usedPercent: 96 }), mount('/home')],
            [mount('/', { usedPercent: null, inodesUsedPercent: null })],
          ),
          memory: fc.constantFrom(
            { totalBytes: 100, availableBytes: 50 },
            { totalBytes: 100, availableBytes: 5 },
            { totalBytes: 100, availableBytes: 3 },
          ),
          gateways: fc.constantFrom<string[]>(['10.0.0.1 dev eth0'], ['10.0.0.1 dev eth0', '10.1.0.1 dev wwan0']),
        })
        .map(facts.host),
    ),
  ),
);

/** One to four machines, up to five nodes, GPUs, ports: with all that can be wrong with them. */
export const clusters: fc.Arbitrary<Cluster> = fc
  .record({
    mode: fc.constantFrom('full' as const, 'full' as const, 'full' as const, 'quick' as const),
    nodes: fc.array(fc.oneof(server('lmstudio'), server('ollama'), server('openai'), command), { maxLength: 5 }),
    machines: fc.uniqueArray(machine, { maxLength: 3, selector: ([name]) => name }),
    others: fc.array(fc.oneof(gpus, gpus, ports, saves, journals), { maxLength: 4 }),
    links: fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 3 }),
  })
  .map(({ mode, nodes, machines, others, links }) => {
    const members: Member[] = [
      ...nodes.map((make, index) => make(`N${index}`)),
      ...machines.map(([id, provides, readings]) => ({
        target: target.host(id, provides ? { provides: [provides] } : {}),
        readings,
        well: ok(facts.host()),
      })),
      ...others.map((make, index) => make(`O${index}`)),
    ];
    const linked = members.map((member, index) => {
      const dependsOn = links.filter(([from]) => from === index).flatMap(([, to]) => members[to]?.target.id ?? []);
      return dependsOn.length > 0 ? { ...member, target: { ...member.target, dependsOn } } : member;
    });
    return { mode, members: mode === 'quick' ? linked.map(inQuickMode) : linked };
  });

const NEVER_QUICK: ReadonlySet<string> = new Set(['command', 'backups', 'logs']);

/** Runs no command, asks no stranger, looks at no listener. */
function inQuickMode(member: Member): Member {
  const quick = (one: Reading): Reading => {
    if (NEVER_QUICK.has(member.target.kind)) return notAsked;
    if (!one.ok || member.target.kind === 'host' || member.target.kind === 'gpu') return one;
    if (member.target.kind === 'ports') return ok(facts.ports({ listeners: null, listenersMissing: { code: 'not-asked', detail: '' } }));
    return ok({ ...(one.facts as NodeFacts), access: null, allowedOrigin: null, inference: null });
  };
  const [first, second, third] = member.readings;
  return { ...member, readings: [quick(first), quick(second), quick(third)], well: quick(member.well) };
}

/** The same cluster where these members (by their number, as often as there are members) give no answer in time. */
export function silenced(entries: readonly Entry[], which: readonly boolean[]): readonly Entry[] {
  return entries.map((entry, index) => (which[index] && isTurnable(entry) ? { ...entry, reading: failed('timeout') } : entry));
}

/** What is known to be off is no news when it falls silent; what nobody asked cannot. */
function isTurnable({ target: { planned: off }, reading: read }: Entry): boolean {
  return off !== 'down' && read.ok;
}
