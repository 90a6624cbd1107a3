import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../skill/probes/host.ts';
import { assessed, failed, judged, mount, notAsked, on, verdict } from '../support/judged.ts';

const tour = (fields: Partial<HostFacts>) => [on.host('tour', fields)];
const missing = (what: HostFacts['missing'][number]['what'], code: HostFacts['missing'][number]['code']): HostFacts['missing'] => [
  { what, code, detail: 'why' },
];

describe('SYS-001: disk space', () => {
  test.each([
    [84.9, 'pass'],
    [85, 'warn medium'],
    [94.9, 'warn medium'],
    [95, 'fail critical'],
    [100, 'fail critical'],
    [0, 'pass'],
    [null, 'unknown'],
  ])('%s %% is %s', (usedPercent, said) => {
    expect(verdict('SYS-001', tour({ mounts: [mount('/', { usedPercent })] }))).toBe(said);
  });

  test('the inventory may set another limit, and 95 % stays critical', () => {
    const at = (usedPercent: number) =>
      verdict('SYS-001', [on.host('tour', { mounts: [mount('/', { usedPercent })] }, { limits: { diskPercent: 70 } })]);
    expect([at(69.9), at(70), at(95)]).toEqual(['pass', 'warn medium', 'fail critical']);
  });

  test('each mount is a subject of its own, and one that hangs hides no other', () => {
    const mounts = [mount('/'), mount('/nfs', { usedPercent: null, inodesUsedPercent: null }), mount('/data', { usedPercent: 99 })];
    expect(judged('SYS-001', tour({ mounts })).map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'tour:/ pass',
      'tour:/nfs unknown',
      'tour:/data fail',
    ]);
  });
});

describe('SYS-002: inodes', () => {
  test.each([
    [89, 50, 'pass'],
    [89.9, 50, 'pass'],
    [90, 50, 'warn medium'],
    [null, 50, 'not-applicable'],
    [null, null, 'unknown'],
  ])('%s %% of inodes where %s %% of the space is used is %s', (inodesUsedPercent, usedPercent, said) => {
    expect(verdict('SYS-002', tour({ mounts: [mount('/', { inodesUsedPercent, usedPercent })] }))).toBe(said);
  });
});

describe('SYS-003: writable file systems', () => {
  test.each([
    [false, true, 'pass'],
    [true, true, 'fail critical'],
    [true, false, 'not-applicable'],
    [false, false, 'pass'],
  ])('read-only %s, expected writable %s is %s', (readOnly, expectedWritable, said) => {
    expect(verdict('SYS-003', tour({ mounts: [mount('/', { readOnly, expectedWritable })] }))).toBe(said);
  });
});

describe('SYS-004: available memory', () => {
  test.each([
    [101, 'pass'],
    [100, 'pass'],
    [99, 'warn medium'],
    [40, 'warn medium'],
    [39, 'fail high'],
    [0, 'fail high'],
  ])('%i thousandths is %s', (availableBytes, said) => {
    expect(verdict('SYS-004', tour({ memory: { totalBytes: 1_000, availableBytes } }))).toBe(said);
  });

  test('the limit of the inventory is of memory used', () => {
    const at = (availableBytes: number) =>
      verdict('SYS-004', [on.host('tour', { memory: { totalBytes: 1_000, availableBytes } }, { limits: { memoryPercent: 80 } })]);
    expect([at(200), at(199)]).toEqual(['pass', 'warn medium']);
  });
});

describe('SYS-005: load', () => {
  test.each([
    [16, 'pass'],
    [16.1, 'warn medium'],
  ])('%d on eight cores is %s', (load, said) => {
    expect(verdict('SYS-005', tour({ load: [load, 0, 0] }))).toBe(said);
  });

  test('the load of a minute counts, not that of an hour', () => {
    expect(verdict('SYS-005', tour({ load: [1, 99, 99] }))).toBe('pass');
  });

  test('Windows has none', () => {
    expect(verdict('SYS-005', tour({ load: null, missing: missing('load', 'not-applicable') }))).toBe('not-applicable');
  });
});

describe('SYS-006: security updates', () => {
  test.each([
    [0, 'pass'],
    [1, 'warn medium'],
  ])('%i waiting is %s', (security, said) => {
    expect(verdict('SYS-006', tour({ updates: { security, total: 9, listsAgeDays: 1 } }))).toBe(said);
  });

  test('are counted again as they were: what is installed, not what is configured after', () => {
    const [found] = assessed(tour({ updates: { security: 1, total: 9, listsAgeDays: 1 } })).findings.filter(
      ({ code }) => code === 'SYS-006',
    );
    expect(found?.verify).toMatch(/^apt-get -s -o Debug::NoLocking=1 .* upgrade \| grep -c '\^Inst\.\*\[Ss\]ecurity'$/);
  });

  test('lists that are too old tell nothing', () => {
    expect(verdict('SYS-006', tour({ updates: null, missing: missing('updates', 'stale') }))).toBe('unknown');
  });
});

test.each([
  [false, 'pass'],
  [true, 'warn low'],
])('SYS-007: a reboot that is required %s is %s', (rebootRequired, said) => {
  expect(verdict('SYS-007', tour({ rebootRequired }))).toBe(said);
});

describe('SYS-008: the clock', () => {
  test.each([
    [0, 'pass'],
    [2_000, 'pass'],
    [-2_000, 'pass'],
    [2_001, 'warn medium'],
    [-2_001, 'warn medium'],
    [60_000, 'warn medium'],
    [60_001, 'fail high'],
    [-60_001, 'fail high'],
    [null, 'unknown'],
  ])('of a node that is %s ms off is %s', (clockSkewMs, said) => {
    expect(verdict('SYS-008', [on.ollama('OL1', { clockSkewMs })])).toBe(said);
  });

  test.each([
    [true, 'pass'],
    [false, 'warn medium'],
  ])('of a machine whose synchronisation is %s is %s', (synchronized, said) => {
    expect(verdict('SYS-008', tour({ clock: { synchronized, source: 'timedatectl' } }))).toBe(said);
  });
});

describe('SYS-009: SMART', () => {
  test.each([
    [true, 'pass'],
    [false, 'fail high'],
    [null, 'unknown'],
  ])('healthy %s is %s', (healthy, said) => {
    expect(verdict('SYS-009', tour({ disks: [{ device: '/dev/sda', healthy, detail: '' }] }))).toBe(said);
  });

  test('no disk is not applicable', () => {
    expect(verdict('SYS-009', tour({ disks: [] }))).toBe('not-applicable');
  });
});

describe.each([
  ['SYS-001', 'mounts', { mounts: null }],
  ['SYS-002', 'mounts', { mounts: null }],
  ['SYS-003', 'mounts', { mounts: null }],
  ['SYS-004', 'memory', { memory: null }],
  ['SYS-005', 'load', { load: null }],
  ['SYS-006', 'updates', { updates: null }],
  ['SYS-007', 'reboot', { rebootRequired: null }],
  ['SYS-008', 'clock', { clock: null }],
  ['SYS-009', 'smart', { disks: null }],
] as const)('%s: what could not be read', (code, what, absent) => {
  test.each(['timeout', 'denied', 'missing-tool', 'malformed', 'stale'] as const)('is unknown when the reason is %s', (reason) => {
    expect(verdict(code, tour({ ...absent, missing: missing(what, reason) }))).toBe('unknown');
  });

  test('is not applicable where there is no such thing', () => {
    expect(verdict(code, tour({ ...absent, missing: missing(what, 'not-applicable') }))).toBe('not-applicable');
  });

  test('is skipped where nobody asked', () => {
    expect(verdict(code, tour({ ...absent, missing: [] }))).toBe('skipped');
    expect(verdict(code, [on.host('tour', notAsked)])).toBe('skipped');
  });

  test('is unknown when the whole machine was silent', () => {
    expect(verdict(code, [on.host('tour', failed('timeout'))])).toBe('unknown');
  });
});
