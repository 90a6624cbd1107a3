import { describe, expect, test } from 'vitest';
import { causesOf } from '../../skill/audit/causes.ts';
import { assessed, auditor, type Entry, failed, findingOf, inventoryOf, on, openKeys, readingsOf } from '../support/judged.ts';

const causes = (entries: readonly Entry[], own = auditor()) => causesOf(inventoryOf(entries), readingsOf(entries), own);

describe('what is down is said once', () => {
  const children = Array.from({ length: 30 }, (_, index) => on.lmstudio(`N${index}`, failed('refused'), { dependsOn: ['gateway'] }));
  const entries = [on.openai('gateway', failed('refused')), ...children];

  test('thirty children of a parent that is down are unknown, with their cause, and one finding is open', () => {
    const assessment = assessed(entries);
    expect(openKeys(assessment)).toEqual(['NODE-001:gateway:gateway']);
    const masked = assessment.findings.filter(({ code, cause }) => code === 'NODE-001' && cause === 'gateway');
    expect(masked).toHaveLength(30);
    expect(new Set(masked.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
  });

  test('only the parent is a risk and a step of the plan', () => {
    const { risks, plan } = assessed(entries);
    expect(risks).toEqual(['NODE-001:gateway:gateway']);
    expect(plan.flatMap(({ steps }) => steps.map(({ findings }) => findings))).toEqual([['NODE-001:gateway:gateway']]);
  });

  test('a chain leads to its first link', () => {
    const cause = causes([
      on.openai('A', failed('refused')),
      on.openai('B', failed('refused'), { dependsOn: ['A'] }),
      on.openai('C', failed('reset'), { dependsOn: ['B'] }),
    ]);
    expect([cause('A'), cause('B'), cause('C')]).toEqual([null, 'A', 'A']);
  });

  test('of two that depend on each other, one stands for both', () => {
    const assessment = assessed([
      on.openai('A', failed('refused'), { dependsOn: ['B'] }),
      on.openai('B', failed('refused'), { dependsOn: ['A'] }),
    ]);
    expect(openKeys(assessment)).toEqual(['NODE-001:A:A']);
    expect(findingOf(assessment, 'NODE-001:B:B').cause).toBe('A');
  });
});

describe('what explains nothing', () => {
  test('a refusal is evidence, so that a parent that is merely silent does not hide it', () => {
    expect(causes([on.openai('A', failed('timeout')), on.openai('B', failed('refused'), { dependsOn: ['A'] })])('B')).toBeNull();
  });

  test('a parent that is silent explains a child that is silent', () => {
    expect(causes([on.openai('A', failed('timeout')), on.openai('B', failed('timeout'), { dependsOn: ['A'] })])('B')).toBe('A');
  });

  test.each(['missing-tool', 'denied', 'malformed', 'bug'] as const)('a parent that could not be read (%s) explains nothing', (code) => {
    expect(causes([on.gpu('A', failed(code)), on.openai('B', failed('timeout'), { dependsOn: ['A'] })])('B')).toBeNull();
  });

  test('a parent that is well explains nothing', () => {
    expect(causes([on.openai('A'), on.openai('B', failed('timeout'), { dependsOn: ['A'] })])('B')).toBeNull();
  });
});

describe('a machine', () => {
  const onMachine = (machine: Parameters<typeof on.host>[1], child: Parameters<typeof on.lmstudio>[1]) =>
    causes([on.host('tour', machine), on.lmstudio('M2', child, { machine: 'tour' })])('M2');

  test.each([
    ['timeout', 'timeout', 'tour'],
    ['unreachable', 'timeout', 'tour'],
    ['timeout', 'unreachable', 'tour'],
    ['timeout', 'refused', null],
    ['timeout', 'denied', null],
    ['refused', 'timeout', null],
    ['missing-tool', 'timeout', null],
  ] as const)('that is %s, of a target that is %s: %s', (machine, child, cause) => {
    expect(onMachine(failed(machine), failed(child))).toBe(cause);
  });

  test('whose exporter is stopped is alive, also for whoever depends on it', () => {
    const child = on.lmstudio('M2', failed('timeout'), { dependsOn: ['box'] });
    const url = 'http://192.168.1.26:9100';
    expect(causes([on.host('box', failed('refused'), { url }), child])('M2')).toBeNull();
    expect(causes([on.host('box', failed('timeout'), { url }), child])('M2')).toBe('box');
  });

  test('that was read explains nothing', () => {
    expect(onMachine({}, failed('timeout'))).toBeNull();
  });
});

describe('the auditor itself', () => {
  const named = [on.lmstudio('M2', failed('dns')), on.lmstudio('M3', failed('timeout'), { url: 'http://192.168.1.26:1234' })];
  const broken = auditor({ names: { 'm2.lan': 'failed', 'other.lan': 'failed' } });

  test('a broken resolver is the cause of what could not be found by name, and the one finding', () => {
    const assessment = assessed(named, { auditor: broken });
    expect(findingOf(assessment, 'NODE-001:M2:M2')).toMatchObject({ outcome: 'unknown', cause: 'resolver' });
    expect(findingOf(assessment, 'NODE-001:M3:M3')).toMatchObject({ outcome: 'unknown', cause: null });
    expect(openKeys(assessment)).toContain('NET-008:cluster:cluster');
  });

  test('one name among others that does not resolve is its own trouble', () => {
    expect(causes(named, auditor({ names: { 'm2.lan': 'failed', 'other.lan': 'resolved' } }))('M2')).toBeNull();
  });

  test('without a network, what is remote is not judged and what is here is', () => {
    const entries = [on.lmstudio('M2', failed('unreachable')), on.lmstudio('M1', failed('unreachable'))];
    const assessment = assessed(entries, { auditor: auditor({ hasNetwork: false }) });
    expect(findingOf(assessment, 'NODE-001:M2:M2')).toMatchObject({ outcome: 'unknown', cause: 'network' });
    expect(findingOf(assessment, 'NODE-001:M1:M1')).toMatchObject({ outcome: 'fail', cause: null });
  });

  test('without a network, a remote refusal still counts: somebody answered', () => {
    expect(causes([on.lmstudio('M2', failed('refused'))], auditor({ hasNetwork: false }))('M2')).toBeNull();
  });
});
