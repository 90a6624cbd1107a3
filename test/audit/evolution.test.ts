import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../skill/audit/assessment.ts';
import { rules } from '../../skill/rules/all.ts';
import {
  asPrevious,
  assessed,
  backupSet,
  card,
  type Entry,
  failed,
  findingOf,
  listener,
  logPath,
  lostCard,
  on,
  openKeys,
  type SceneOptions,
} from '../support/judged.ts';

const DAYS = [
  '2026-02-20T08:00:00.000+01:00',
  '2026-02-21T08:00:00.000+01:00',
  '2026-02-22T08:00:00.000+01:00',
  '2026-02-23T08:00:00.000+01:00',
  '2026-02-24T08:00:00.000+01:00',
];

/** One audit a day, each knowing the one before; the last one's report. */
function history(...days: readonly (readonly Entry[])[]): Assessment {
  // two more nodes, so that the loss of one is nobody's single point
  const peers = [on.lmstudio('P1', {}, { provides: ['text'] }), on.lmstudio('P2', {}, { provides: ['text'] })];
  return plain(...days.map((entries) => [...entries, ...peers]));
}

/** The same, of these targets alone. */
function plain(...days: readonly (readonly Entry[])[]): Assessment {
  return [...days.entries()].reduce<Assessment | null>(
    (before, [day, entries]) => audit(entries, before, { at: DAYS[day] ?? '' }),
    null,
  ) as Assessment;
}

function audit(entries: readonly Entry[], before: Assessment | null, options: SceneOptions = {}): Assessment {
  return assessed(entries, { ...options, previous: before && asPrevious(before) });
}

const provides = ['text'];
const up = on.lmstudio('M2', {}, { provides });
const down = on.lmstudio('M2', failed('refused'), { provides });
const silent = on.lmstudio('M2', failed('timeout'), { provides });
const DOWN = 'NODE-001:M2:M2';

describe('what changed since the last audit', () => {
  test('without one there is nothing to compare with', () => {
    expect(history([up]).evolution).toBeNull();
  });

  test('what failed and is well now is fixed', () => {
    expect(history([down], [up]).evolution).toMatchObject({
      since: DAYS[0],
      fixed: [DOWN],
      new: [],
      persisting: [],
      unverified: [],
      flapping: [],
      scopeChanges: [],
    });
  });

  test('what was well and fails now is new', () => {
    expect(history([up], [down]).evolution).toMatchObject({ fixed: [], new: [DOWN], persisting: [] });
  });

  test('a node that asks for no token any more is fixed', () => {
    const { evolution } = history([on.lmstudio('M2', failed('denied'), { provides })], [up]);
    expect(evolution?.fixed).toContain('NODE-003:M2:M2');
    expect(evolution?.scopeChanges).not.toContain('NODE-003:M2:M2');
  });

  test('what fails again persists, and remembers since when', () => {
    const third = history([down], [down], [down]);
    expect(third.evolution).toMatchObject({ new: [], persisting: [DOWN], unverified: [] });
    expect(findingOf(third, DOWN).since).toBe(DAYS[0]);
  });

  test('what comes back after a repair starts anew', () => {
    expect(findingOf(history([down], [up], [down]), DOWN).since).toBe(DAYS[2]);
  });

  test('old and new scores stand side by side', () => {
    expect(history([down], [up]).evolution?.scores['stability']).toEqual({ before: 69, now: 100 });
  });

  test('what fails and was not looked at before is a change of scope, not news', () => {
    expect(history([silent], [down]).evolution).toMatchObject({ new: [], scopeChanges: [DOWN] });
    expect(history([up], [up, on.lmstudio('M3', failed('refused'), { provides })]).evolution).toMatchObject({
      new: [],
      scopeChanges: ['NODE-001:M3:M3'],
    });
  });

  test('what left the inventory is a change of scope, not a repair', () => {
    expect(history([up, on.lmstudio('M3', failed('refused'), { provides })], [up]).evolution).toMatchObject({
      fixed: [],
      scopeChanges: ['NODE-001:M3:M3'],
    });
  });

  test('what a rule that is gone said is a change of scope', () => {
    const before = audit([down], null);
    const after = audit([down], before, { rules: rules.filter(({ code }) => code !== 'NODE-001') });
    expect(after.evolution).toMatchObject({ fixed: [], scopeChanges: [DOWN] });
    expect(openKeys(after)).not.toContain(DOWN);
  });
});

describe('what failed and cannot be read now', () => {
  test('stays open, stale, since its first day', () => {
    const after = history([down], [down], [silent]);
    expect(findingOf(after, DOWN)).toMatchObject({ outcome: 'fail', stale: true, since: DAYS[0], severity: 'high', horizon: 'week-1' });
    expect(after.evolution).toMatchObject({ unverified: [DOWN], persisting: [], fixed: [] });
    expect(after.risks).toContain(DOWN);
  });

  test('stays stale for as long as it is silent', () => {
    expect(findingOf(history([down], [silent], [silent], [silent]), DOWN)).toMatchObject({ stale: true, since: DAYS[0] });
  });

  test('is cleared when it is read again and well', () => {
    const after = history([down], [silent], [up]);
    expect(findingOf(after, DOWN)).toMatchObject({ outcome: 'pass', stale: false, since: null });
    expect(after.evolution).toMatchObject({ fixed: [DOWN], unverified: [] });
  });

  test('is no longer stale when it is read again and still fails', () => {
    const after = history([down], [silent], [down]);
    expect(findingOf(after, DOWN)).toMatchObject({ outcome: 'fail', stale: false, since: DAYS[0] });
    expect(after.evolution).toMatchObject({ persisting: [DOWN], unverified: [] });
  });

  test('still counts 0 and stays in the cap', () => {
    const after = plain([down, on.lmstudio('M3')], [silent, on.lmstudio('M3')]);
    expect(after.scoreDetails.stability.cap).toEqual({ value: 69, reason: 'high', count: 1 });
    expect(after.scoreDetails.stability.components.find(({ id }) => id === 'nodes-up')).toMatchObject({ value: 0.5, coverage: 1 });
  });

  test('hot GPUs stay hot', () => {
    const hot = [card(0, { temperatureC: 93 }), card(1)];
    const after = history([on.gpu('gpus', hot)], [on.gpu('gpus', failed('timeout'))]);
    expect(openKeys(after)).toEqual(['GPU-002:gpus:0']);
    expect(after.scoreDetails.stability.components.find(({ id }) => id === 'gpu-temperature')).toMatchObject({
      value: 0,
      potential: 0.5,
      coverage: 0.5,
      items: 2,
    });
  });

  test('a GPU that fell off the bus is not repaired by that', () => {
    const bad = { temperatureC: 93, memoryFreeMiB: 1 };
    const before = on.gpu('gpus', [card(0), card(1, bad)]);
    const lost = on.gpu('gpus', [card(0), lostCard('0000:01:00.0')]);
    const keys = ['GPU-002:gpus:1', 'GPU-003:gpus:1'];
    const after = history([before], [lost]);
    expect(after.evolution).toMatchObject({ fixed: [], unverified: keys, new: ['GPU-001:gpus:gpus'] });
    expect(after.cluster.gpus).toBe(1);
    for (const [dimension, id] of [
      ['stability', 'gpu-temperature'],
      ['scalability', 'gpu-headroom'],
    ] as const)
      expect(after.scoreDetails[dimension].components.find((component) => component.id === id)).toMatchObject({
        value: 0.5,
        potential: 0.5,
        coverage: 1,
      });
    expect(history([before], [lost], [lost]).evolution).toMatchObject({ fixed: [], unverified: keys });
    expect(history([before], [lost], [on.gpu('gpus', [card(0), card(1)])]).evolution?.fixed).toEqual(['GPU-001:gpus:gpus', ...keys]);
  });

  test('a single point stays one while the cluster is not all read', () => {
    const alone = [on.lmstudio('M2', {}, { provides: ['text'] }), on.lmstudio('M3', failed('refused'), { provides: ['text'] })];
    const blind = [on.lmstudio('M2', {}, { provides: ['text'] }), on.lmstudio('M3', failed('timeout'), { provides: ['text'] })];
    expect(findingOf(plain(alone, blind), 'ARCH-001:cluster:M2')).toMatchObject({ outcome: 'fail', stale: true });
  });

  test('a capability without fallback stays without one', () => {
    const pair = (reading: Parameters<typeof on.lmstudio>[1]) => [
      on.lmstudio('M2', {}, { provides }),
      on.lmstudio('M3', reading, { provides }),
    ];
    const failover = plain(pair(failed('refused')), pair(failed('timeout'))).scoreDetails.resilience.components.find(
      ({ id }) => id === 'failover',
    );
    expect(failover).toMatchObject({ value: 0, potential: 0, coverage: 1 });
  });

  test('a component that left the inventory does not haunt a cluster of which a node is silent', () => {
    const before = [on.lmstudio('M2', {}, { provides: ['text'] }), on.lmstudio('OLD', {}, { provides: ['vision'] })];
    const after = plain(before, [on.lmstudio('M2', failed('timeout'), { provides: ['text'] })]);
    expect(openKeys(after)).not.toContain('ARCH-001:cluster:OLD');
  });

  test('versions that differed are not the same because one of them is silent', () => {
    const three = (last: Parameters<typeof on.ollama>[1]) => [
      on.ollama('A', { version: '1' }),
      on.ollama('B', { version: '1' }),
      on.ollama('C', last),
    ];
    expect(openKeys(history(three({ version: '2' }), three(failed('timeout'))))).toContain('NODE-011:cluster:ollama');
    expect(openKeys(history(three({ version: '2' }), three({ version: '1' })))).not.toContain('NODE-011:cluster:ollama');
  });
});

describe('a node that promises nothing', () => {
  test('takes its capabilities with it when it falls: nothing of that is a repair', () => {
    const { evolution } = plain([on.lmstudio('M2')], [on.lmstudio('M2', failed('refused'))]);
    expect(evolution).toMatchObject({ fixed: [], new: [DOWN], unverified: ['ARCH-001:cluster:M2', 'ARCH-002:cluster:text'] });
  });

  test('brings them back when it returns: nothing of that is news', () => {
    const { evolution } = plain([on.lmstudio('M2', failed('refused'))], [on.lmstudio('M2')]);
    expect(evolution).toMatchObject({ fixed: [DOWN], new: [], scopeChanges: ['ARCH-001:cluster:M2', 'ARCH-002:cluster:text'] });
  });
});

describe('a subject of a list', () => {
  const ports = (...open: readonly number[]) => on.ports('ports', { listeners: open.map((port) => listener(port, '0.0.0.0')) });

  test('that is gone from a list that was read is fixed', () => {
    expect(history([ports(6379, 22)], [ports(22)]).evolution?.fixed).toContain('NET-003:ports:6379');
    expect(history([ports(6379)], [ports()]).evolution?.fixed).toContain('NET-003:ports:6379');
  });

  test('that is gone because the list could not be read is unverified', () => {
    const noRight = on.ports('ports', { listeners: null, listenersMissing: { code: 'denied', detail: '/proc/net/tcp' } });
    expect(history([ports(6379)], [noRight]).evolution).toMatchObject({
      fixed: [],
      unverified: expect.arrayContaining(['NET-003:ports:6379']),
    });
    expect(history([ports(6379)], [on.ports('ports', failed('timeout'))]).evolution?.unverified).toContain('NET-003:ports:6379');
  });

  test('that appears in a list that was read before is new', () => {
    expect(history([ports(22)], [ports(22, 6379)]).evolution?.new).toContain('NET-003:ports:6379');
  });
});

describe('a subject that the inventory itself names', () => {
  const saves = (names: readonly string[], lost: readonly string[] = []) =>
    on.backups(
      'saves',
      names.map((name) => backupSet(name, lost.includes(name) ? { newest: null, count: 0 } : {})),
      { sets: names.map((name) => ({ name, path: name })) },
    );
  const journals = (...paths: readonly string[]) =>
    on.logs(
      'journals',
      paths.map((path) => logPath(path, path === 'lost' ? { newest: null } : {})),
      { paths: [...paths] },
    );
  const expecting = (...closed: readonly number[]) =>
    on.ports(
      'ports',
      { expected: closed.map((port) => ({ port, service: 'n8n', state: 'refused', failure: 'refused', durationMs: 1 })) },
      { expect: closed.map((port) => ({ port, service: 'n8n' })) },
    );

  test.each<[string, Entry, Entry, string]>([
    ['a set of backups', saves(['a', 'b'], ['b']), saves(['a']), 'DATA-008:saves:b'],
    ['a path of logs', journals('a', 'lost'), journals('a'), 'OBS-007:journals:lost'],
    ['an expected port', expecting(1, 2), expecting(1), 'NET-001:ports:2'],
  ])('that left it is a change of scope, and so is one that has come: %s', (_, both, one, key) => {
    expect(history([both], [one]).evolution).toMatchObject({ fixed: expect.not.arrayContaining([key]), scopeChanges: [key] });
    expect(history([one], [both]).evolution).toMatchObject({ new: expect.not.arrayContaining([key]), scopeChanges: [key] });
    expect(history([both], [one], [both]).evolution).toMatchObject({ flapping: [], scopeChanges: [key] });
  });

  test('that left it does not haunt a target that cannot be read', () => {
    const unread = on.backups('saves', failed('timeout'), { sets: [{ name: 'a', path: 'a' }] });
    const after = history([saves(['a', 'b'], ['a', 'b'])], [unread]);
    expect(after.evolution).toMatchObject({ unverified: ['DATA-008:saves:a'], scopeChanges: ['DATA-008:saves:b'] });
  });
});

describe('a target that comes and goes', () => {
  test('is unstable, not one regression after another', () => {
    expect(history([down], [up], [down]).evolution).toMatchObject({ flapping: [DOWN], new: [], persisting: [] });
    expect(history([down], [up], [down], [up], [down]).evolution).toMatchObject({ flapping: [DOWN], new: [] });
  });

  test('that stays down after that persists', () => {
    expect(history([down], [up], [down], [down]).evolution).toMatchObject({ flapping: [], persisting: [DOWN] });
  });
});

describe('a target that becomes planned down', () => {
  const off = on.lmstudio('M2', failed('refused'), { planned: 'down', provides });

  test('leaves the scope: it is neither fixed nor stale', () => {
    const after = history([down], [off]);
    expect(after.evolution).toMatchObject({ fixed: [], unverified: [], persisting: [], scopeChanges: [DOWN] });
    expect(openKeys(after)).toEqual([]);
  });

  test('leaves it with all that was listed under it', () => {
    const lacking = on.lmstudio('M2', { models: [] }, { expect: { models: ['gemma'] } });
    const stopped = on.lmstudio('M2', failed('refused'), { planned: 'down', expect: { models: ['gemma'] } });
    const { evolution } = history([lacking], [stopped]);
    expect(evolution?.fixed).toEqual([]);
    expect(evolution?.scopeChanges).toContain('NODE-006:M2:gemma');
  });
});

test('a fingerprint is of rule, target and subject, the same from one audit to the next', () => {
  const [first, second] = [history([down]), history([up], [down])];
  expect(findingOf(first, DOWN).fingerprint).toBe(findingOf(second, DOWN).fingerprint);
  expect(new Set(first.findings.map(({ fingerprint }) => fingerprint)).size).toBe(first.findings.length);
});
