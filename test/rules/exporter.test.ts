import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../skill/probes/host.ts';
import { nodeMetrics, nvidiaGpuMetrics } from '../support/exporters.ts';
import { assessed, card, type Entry, failed, findingOf, mount, on, verdict } from '../support/judged.ts';

const gpuUrl = { url: 'http://me:pw@192.168.1.26:9835/' };
const hostUrl = { url: 'http://192.168.1.26:9100/metrics', token: 's3cret' };
const m2 = (fields: Partial<HostFacts> = {}) => on.host('m2', fields, hostUrl);

describe('GPU-001 through an exporter', () => {
  test.each<[string, Entry, string]>([
    ['cards', on.gpu('gpus', [card(0)], gpuUrl), 'pass'],
    ['no card', on.gpu('gpus', [], gpuUrl), 'fail high'],
    ['one that says that the driver fails', on.gpu('gpus', failed('bad-status', 'nvidia-smi exit 9'), gpuUrl), 'fail high'],
    ['one that is stopped', on.gpu('gpus', failed('refused'), gpuUrl), 'fail high'],
    ['one that is late', on.gpu('gpus', failed('timeout'), gpuUrl), 'unknown'],
    ['a machine that is gone', on.gpu('gpus', failed('unreachable'), gpuUrl), 'unknown'],
    ['a door', on.gpu('gpus', failed('denied'), gpuUrl), 'unknown'],
    ['another product', on.gpu('gpus', failed('wrong-product'), gpuUrl), 'unknown'],
    ['stopped, of a tool', on.gpu('gpus', failed('refused')), 'unknown'],
  ])('%s', (_, entry, said) => {
    expect(verdict('GPU-001', [entry])).toBe(said);
  });
});

test('a card is the expected one whichever way its UUID is written', () => {
  const uuid = '8f6d2a1c-0b3e-4c57-9a10-000000000001';
  const expecting = (...uuids: readonly string[]) => [
    on.gpu('gpus', [card(0, { uuid: `GPU-${uuid}` })], { ...gpuUrl, expect: { uuids: [...uuids] } }),
  ];
  expect(verdict('GPU-004', expecting(uuid))).toBe('pass');
  expect(verdict('GPU-004', expecting(`GPU-${uuid}`))).toBe('pass');
  expect(verdict('GPU-004', expecting(uuid.replace('8f6d', '8f6e')))).toBe('fail high');
});

describe('another clock', () => {
  test.each<[Partial<HostFacts>, string]>([
    [{ clockSkewMs: 2_000 }, 'pass'],
    [{ clockSkewMs: -2_001 }, 'warn medium'],
    [{ clockSkewMs: 60_000 }, 'warn medium'],
    [{ clockSkewMs: 60_001 }, 'fail high'],
    [{ clockSkewMs: 90_000, clock: { synchronized: false, source: 'node_timex_sync_status' } }, 'fail high'],
    [{ clockSkewMs: 0, clock: { synchronized: false, source: 'node_timex_sync_status' } }, 'warn medium'],
    [{ clockSkewMs: null }, 'pass'],
    [{ clockSkewMs: 10, clock: null, missing: [{ what: 'clock', code: 'not-exported', detail: 'why' }] }, 'unknown'],
    [{ clockSkewMs: 90_000, clock: null, missing: [{ what: 'clock', code: 'not-exported', detail: 'why' }] }, 'fail high'],
  ])('%j is %s', (fields, said) => {
    expect(verdict('SYS-008', [m2(fields)])).toBe(said);
  });
});

describe('what an exporter does not tell', () => {
  test.each(['SYS-006', 'SYS-007', 'SYS-009'] as const)('%s is unknown, not beside the point', (code) => {
    const what = { 'SYS-006': 'updates', 'SYS-007': 'reboot', 'SYS-009': 'smart' } as const;
    const fields = {
      updates: null,
      rebootRequired: null,
      disks: null,
      missing: [{ what: what[code], code: 'not-exported' as const, detail: 'why' }],
    };
    expect(verdict(code, [m2(fields)])).toBe('unknown');
  });

  test('a load without a number of cores is unknown', () => {
    expect(verdict('SYS-005', [m2({ load: [99, 99, 99], cpu: { model: null, cores: null } })])).toBe('unknown');
  });
});

describe('evidence and verification of what an exporter told', () => {
  const open = [
    on.gpu('gpus', [card(0, { temperatureC: 95, memoryFreeMiB: 1 })], { ...gpuUrl, expect: { count: 2 } }),
    m2({
      mounts: [mount('/', { usedPercent: 99, inodesUsedPercent: 99 })],
      memory: { totalBytes: 100, availableBytes: 1 },
      load: [99, 99, 99],
      updates: { security: 3, total: 3, listsAgeDays: 1 },
      rebootRequired: true,
      clockSkewMs: 90_000,
      disks: [{ device: '/dev/sda', healthy: false, detail: 'smartmon_device_smart_healthy 0' }],
    }),
  ];
  const keys = [
    'GPU-002:gpus:0',
    'GPU-003:gpus:0',
    'GPU-004:gpus:gpus',
    'SYS-001:m2:/',
    'SYS-002:m2:/',
    'SYS-004:m2:m2',
    'SYS-005:m2:m2',
    'SYS-006:m2:m2',
    'SYS-007:m2:m2',
    'SYS-008:m2:m2',
    'SYS-009:m2:/dev/sda',
  ];
  const assessment = assessed(open);
  const metrics =
    nvidiaGpuMetrics([{ name: 'RTX', totalMiB: 8_192, usedMiB: 8_000, temperature: 95, uuidEnd: '0000000000a0' }]) +
    nodeMetrics({
      hostname: 'm2',
      cores: 2,
      totalKiB: 1_000,
      availableKiB: 10,
      load: [9, 9, 9],
      disks: [{ device: '/dev/sda1', mount: '/', sizeGiB: 10, usedPercent: 99 }],
      gateway: '192.168.1.1',
    });

  test.each(keys)('%s asks the exporter again, without a secret, and its pattern finds the figure', (key) => {
    const { evidence, verify } = findingOf(assessment, key);
    expect(evidence[0]?.request).toMatch(/^http:\/\/192\.168\.1\.26:(?:9835|9100)\/metrics$/);
    const [ask = '', show = ''] = verify?.split(' | ') ?? [];
    expect(ask).toMatch(/^curl -sS -m 5 .*http:\/\/192\.168\.1\.26:\d+\/metrics$/);
    expect(verify).not.toMatch(/s3cret|me:pw|nvidia-smi /);
    const found = execFileSync('sh', ['-c', show], { input: metrics, encoding: 'utf8' });
    expect(found).not.toContain('#');
    expect(found).toMatch(/\d/);
  });

  test('a token is named, never written', () => {
    expect(findingOf(assessment, 'SYS-001:m2:/').verify).toContain('"Authorization: Bearer $TOKEN"');
  });
});
