import { describe, expect, test } from 'vitest';
import type { PortsFacts } from '../../skill/probes/ports.ts';
import { assessed, auditor, type Entry, failed, judged, listener, notAsked, on, verdict } from '../support/judged.ts';

const expected = (fields: Partial<PortsFacts['expected'][number]>) => [
  on.ports('ports', { expected: [{ port: 5678, service: 'n8n', state: 'open', failure: null, durationMs: 1, ...fields }] }),
];
const listening = (...listeners: PortsFacts['listeners'] & object) => [on.ports('ports', { listeners })];

describe('NET-001: expected ports are open', () => {
  test.each([
    ['open', null, 'pass'],
    ['refused', 'refused', 'fail high'],
    ['failed', 'unreachable', 'fail high'],
    ['filtered', 'timeout', 'unknown'],
    ['closed-at-once', null, 'unknown'],
    ['failed', 'dns', 'unknown'],
    ['failed', 'reset', 'unknown'],
  ] as const)('%s (%s) is %s', (state, failure, said) => {
    expect(verdict('NET-001', expected({ state, failure }))).toBe(said);
  });

  test('the subject is the port', () => {
    expect(judged('NET-001', expected({}))[0]?.key).toBe('ports:5678');
  });

  test.each(['127.0.0.1', '::1', 'n8n.lan'])('is verified at %s without a tool that may be missing', (host) => {
    const port = { port: 5678, service: 'n8n', state: 'refused', failure: 'refused', durationMs: 1 } as const;
    const [found] = assessed([on.ports('ports', { expected: [port] }, { host })]).findings.filter(({ code }) => code === 'NET-001');
    expect(found?.verify).toBe(`timeout 2 bash -c '</dev/tcp/${host}/5678' && echo open`);
  });

  test('nothing expected is not applicable, silence is unknown, not asked is skipped', () => {
    expect(verdict('NET-001', [on.ports('ports')])).toBe('not-applicable');
    expect(verdict('NET-001', [on.ports('ports', failed('timeout'))])).toBe('unknown');
    expect(verdict('NET-001', [on.ports('ports', notAsked)])).toBe('skipped');
  });
});

describe('NET-002: nobody listens whom the inventory does not know', () => {
  const with3306 = { listeners: [listener(3306)] };

  test.each<[string, readonly Entry[], string]>([
    ['unknown', [on.ports('ports', with3306)], 'warn medium'],
    ['known', [on.ports('ports', with3306, { known: [3306] })], 'pass'],
    ['expected', [on.ports('ports', with3306, { expect: [{ port: 3306, service: 'MySQL' }] })], 'pass'],
    ['the port of a local URL', [on.ports('ports', { listeners: [listener(1234)] }), on.lmstudio('M1')], 'pass'],
    ['the port of a URL of another machine', [on.ports('ports', { listeners: [listener(1234)] }), on.lmstudio('M2')], 'warn medium'],
    [
      'of UDP, which may be a client',
      [on.ports('ports', { listeners: [listener(5353, '0.0.0.0', { protocol: 'udp' })] })],
      'not-applicable',
    ],
  ])('%s', (_, entries, said) => {
    expect(verdict('NET-002', entries)).toBe(said);
  });

  test('without a written inventory there is nothing to compare with', () => {
    expect(verdict('NET-002', [on.ports('ports', with3306)], { source: 'discovery' })).toBe('not-applicable');
  });
});

describe('NET-003: sensitive services stay on loopback', () => {
  test.each([
    [5432, '0.0.0.0', 'fail high'],
    [6379, '::', 'fail high'],
    [11434, '127.0.0.1', 'pass'],
    [1234, '192.168.1.20', 'pass'],
    [8080, '0.0.0.0', 'pass'],
    [22, '::', 'pass'],
  ])('port %i on %s is %s', (port, address, said) => {
    expect(verdict('NET-003', listening(listener(port, address)))).toBe(said);
  });

  test('the widest address of a port counts', () => {
    expect(verdict('NET-003', listening(listener(6379), listener(6379, '0.0.0.0')))).toBe('fail high');
  });

  test('no listener is not applicable', () => {
    expect(verdict('NET-003', listening())).toBe('not-applicable');
  });
});

describe('NET-004: one owner for each port', () => {
  const owned = (address: string, process: string | null, pid: number | null = 1) => listener(8002, address, { process, pid });

  test.each<[string, PortsFacts['listeners'] & object, string]>([
    ['two owners of one address', [owned('0.0.0.0', 'nginx'), owned('0.0.0.0', 'node')], 'fail high'],
    ['two owners, one of them on all addresses', [owned('0.0.0.0', 'nginx'), owned('127.0.0.1', 'node')], 'fail high'],
    ['two owners on :: and 127.0.0.1', [owned('::', 'nginx'), owned('127.0.0.1', 'node')], 'fail high'],
    ['two owners of distinct addresses', [owned('127.0.0.1', 'nginx'), owned('192.168.1.20', 'node')], 'pass'],
    ['one owner of both families', [owned('0.0.0.0', 'nginx'), owned('::', 'nginx')], 'pass'],
    ['nameless ones of one family', [owned('0.0.0.0', null, null), owned('127.0.0.1', null, null)], 'unknown'],
    ['nameless ones of two families', [owned('0.0.0.0', null, null), owned('::', null, null)], 'pass'],
    ['a single one', [owned('0.0.0.0', 'nginx')], 'pass'],
  ])('%s', (_, listeners, said) => {
    expect(verdict('NET-004', listening(...listeners))).toBe(said);
  });
});

describe.each(['NET-002', 'NET-003', 'NET-004'] as const)('%s: listeners that could not be read', (code) => {
  test.each([
    ['denied', 'unknown'],
    ['missing-tool', 'unknown'],
    ['malformed', 'unknown'],
    ['timeout', 'unknown'],
    ['not-local', 'not-applicable'],
    ['not-asked', 'skipped'],
  ] as const)('because %s are %s', (reason, said) => {
    expect(verdict(code, [on.ports('ports', { listeners: null, listenersMissing: { code: reason, detail: '' } })])).toBe(said);
  });
});

describe('NET-008: the auditor resolves names', () => {
  const names = (...outcomes: readonly ('resolved' | 'failed')[]) =>
    verdict('NET-008', [], {
      auditor: auditor({ names: Object.fromEntries(outcomes.map((outcome, index) => [`n${index}.lan`, outcome])) }),
    });

  test('none to resolve is not applicable', () => {
    expect(names()).toBe('not-applicable');
  });

  test('all that fail are the resolver, one of them is its own trouble', () => {
    expect(names('failed', 'failed')).toBe('fail high');
    expect(names('failed')).toBe('fail high');
    expect(names('failed', 'resolved')).toBe('pass');
    expect(names('resolved')).toBe('pass');
  });
});
