import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SECTION_IDS } from '../../skill/audit/report.ts';
import { asPrevious, assessed, card, type Entry, failed, findingOf, listener, mount, notAsked, on } from '../support/judged.ts';

const provides = ['text'];
const healthy = (id: string, fields: object = {}) => on.lmstudio(id, {}, { provides, ...fields });
const disk = (usedPercent: number) => on.host('tour', { mounts: [mount('/', { usedPercent })] });

describe('the status', () => {
  test.each<[string, readonly Entry[], string]>([
    ['all is well', [healthy('M2'), healthy('M3')], 'ok'],
    ['a medium finding', [healthy('M2'), healthy('M3'), disk(86)], 'warning'],
    ['a high one', [healthy('M2'), healthy('M3'), on.gpu('gpus', [card(0, { temperatureC: 95 })])], 'warning'],
    ['a critical one', [healthy('M2'), healthy('M3'), disk(96)], 'critical'],
    ['an expected node that was not read', [healthy('M2'), healthy('M3'), on.lmstudio('M4', failed('timeout'), { provides })], 'warning'],
    ['one that is planned down', [healthy('M2'), healthy('M3'), on.lmstudio('M4', failed('timeout'), { provides, planned: 'down' })], 'ok'],
    ['one that nobody asked', [healthy('M2'), healthy('M3'), on.command('GEMINI', notAsked)], 'ok'],
    ['no expected node up', [on.lmstudio('M2', failed('timeout'), { provides })], 'critical'],
    ['nothing read, no node', [on.host('tour', failed('timeout'))], 'unknown'],
    ['an empty inventory', [], 'unknown'],
    ['a low finding', [healthy('M2'), healthy('M3'), on.host('tour', { rebootRequired: true })], 'ok'],
  ])('%s', (_, entries, status) => {
    expect(assessed(entries).status).toBe(status);
  });
});

describe('the verdict', () => {
  const measured = [healthy('M2'), healthy('M3'), on.ports('ports', { listeners: [listener(22)] })];

  test.each<[string, readonly Entry[], string]>([
    ['ready', measured, 'ready'],
    ['not ready with an open critical', [...measured, disk(96)], 'not-ready'],
    ['ready with a high', [...measured, on.gpu('gpus', [card(0, { temperatureC: 95 })])], 'ready'],
    ['unknown without an overall score', [on.host('tour')], 'unknown'],
  ])('%s', (_, entries, verdict) => {
    expect(assessed(entries).overall.verdict).toBe(verdict);
  });
});

describe('a finding', () => {
  test('keeps its evidence, a fingerprint of its key and when it began', () => {
    const finding = findingOf(assessed([disk(96)]), 'SYS-001:tour:/');
    expect(finding).toMatchObject({
      dimension: 'stability',
      severity: 'critical',
      outcome: 'fail',
      horizon: '48h',
      since: '2026-02-23T14:30:00.000+01:00',
      stale: false,
      cause: null,
      verify: 'df -h /',
    });
    expect(finding.evidence).toEqual([{ value: '96.0 % used', at: '2026-02-23T14:30:00.000+01:00' }]);
    expect(finding.fingerprint).toBe(createHash('sha256').update('SYS-001:tour:/').digest('hex'));
  });

  test('that is not open has neither horizon nor beginning', () => {
    expect(findingOf(assessed([disk(10)]), 'SYS-001:tour:/')).toMatchObject({ outcome: 'pass', horizon: null, since: null });
  });

  test('is there once for each rule, target and subject', () => {
    const { findings } = assessed([disk(96), healthy('M2'), on.ports('ports', { listeners: [listener(6379, '0.0.0.0'), listener(6379)] })]);
    const keys = findings.map(({ code, target, subject }) => `${code}:${target}:${subject}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('risks are what is open from medium up and every single point, worst first', () => {
  const { risks } = assessed([
    healthy('M2'),
    disk(96),
    on.gpu('gpus', [card(0, { temperatureC: 86 })]),
    on.host('box', { rebootRequired: true }),
  ]);
  expect(risks).toEqual(['SYS-001:tour:/', 'ARCH-001:cluster:M2', 'ARCH-002:cluster:text', 'GPU-002:gpus:0']);
});

test('the order of targets in the report is by kind, then as one counts', () => {
  const entries = [on.ports('ports'), on.lmstudio('M10'), on.command('GEMINI'), on.ollama('OL1'), on.lmstudio('M2'), on.gpu('gpus', [])];
  const { nodes, readings } = assessed(entries);
  expect(Object.keys(nodes)).toEqual(['M2', 'M10', 'OL1', 'GEMINI']);
  expect(Object.keys(readings)).toEqual(['M2', 'M10', 'OL1', 'GEMINI', 'gpus', 'ports']);
});

describe('the report', () => {
  const entries = [
    healthy('M2', { machine: 'tour' }),
    on.lmstudio('M3', failed('denied', '401')),
    disk(96),
    on.gpu('gpus', [card(0), card(1, { temperatureC: null })], { machine: 'tour' }),
    on.command('GEMINI', notAsked),
  ];

  test('says of each reading whether it succeeded and why not', () => {
    const { readings, nodes, cluster } = assessed(entries, { mode: 'quick' });
    expect(readings['M3']).toMatchObject({ ok: false, failure: { code: 'denied', detail: '401' } });
    expect(readings['GEMINI']).toEqual({ ok: false, failure: null, startedAt: null, durationMs: 0 });
    expect(nodes['M2']).toMatchObject({ status: 'up', machine: 'tour', gpuTemperatures: [60, null] });
    expect(nodes['M3']).toMatchObject({ status: 'degraded', machine: null, gpuTemperatures: [] });
    expect(cluster).toMatchObject({ nodesUp: 1, nodesTotal: 3, gpus: 2, vramTotalMiB: 20_000 });
  });

  test('is what a later audit can read back', () => {
    expect(() => asPrevious(assessed(entries))).not.toThrow();
  });

  test('has the tables of the ten sections', () => {
    expect(Object.keys(assessed(entries).sections)).toEqual([...SECTION_IDS]);
  });
});
