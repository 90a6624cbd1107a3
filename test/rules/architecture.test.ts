import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../skill/probes/host.ts';
import { type Entry, failed, judged, notAsked, on, verdict } from '../support/judged.ts';

const text = (id: string, reading: Parameters<typeof on.lmstudio>[1] = {}, fields: Parameters<typeof on.lmstudio>[2] = {}) =>
  on.lmstudio(id, reading, { provides: ['text'], ...fields });

describe('ARCH-001: nothing is irreplaceable (see topology)', () => {
  test.each<[string, readonly Entry[], string]>([
    ['one node', [text('M2')], 'fail high'],
    ['one that orchestrates', [text('M2', {}, { provides: ['orchestration'] })], 'fail critical'],
    ['two nodes', [text('M2'), text('M3')], 'pass, pass'],
    ['one of two not read', [text('M2'), text('M3', failed('timeout'))], 'unknown, pass'],
    ['one of two not asked', [text('M2'), text('M3', notAsked)], 'skipped, pass'],
    ['both down', [text('M2', failed('refused')), text('M3', failed('refused'))], 'not-applicable, not-applicable'],
    ['nobody provides anything', [on.host('tour')], 'not-applicable'],
  ])('%s', (_, entries, said) => {
    expect(verdict('ARCH-001', entries)).toBe(said);
  });
});

describe('ARCH-002: each capability has a fallback', () => {
  test.each<[string, readonly Entry[], string]>([
    ['two up', [text('M2'), text('M3')], 'pass'],
    ['one up', [text('M2')], 'fail high'],
    ['one up, one down', [text('M2'), text('M3', failed('refused'))], 'fail high'],
    ['one up, one not read', [text('M2'), text('M3', failed('timeout'))], 'unknown'],
    ['one up, one not asked', [text('M2'), text('M3', notAsked)], 'skipped'],
    ['one up, one planned down', [text('M2'), text('M3', failed('timeout'), { planned: 'down' })], 'fail high'],
    ['one not read alone', [text('M2', failed('timeout'))], 'fail high'],
    ['none up', [text('M2', failed('refused'))], 'fail high'],
    ['orchestration, which has no routes', [on.host('tour', {}, { provides: ['orchestration'] })], 'not-applicable'],
  ])('%s', (_, entries, said) => {
    expect(verdict('ARCH-002', entries)).toBe(said);
  });

  test('the subject is the capability', () => {
    expect(judged('ARCH-002', [text('M2', {}, { provides: ['text', 'web'] })]).map(({ key }) => key)).toEqual([
      'cluster:text',
      'cluster:web',
    ]);
  });
});

describe('ARCH-003: a second way out', () => {
  const host = (id: string, fields: Partial<HostFacts>) => on.host(id, fields);
  const [home, mobile] = ['192.168.1.1 dev eth0', '10.0.0.1 dev wwan0'];
  const unread: Partial<HostFacts> = { gateways: null, missing: [{ what: 'gateways', code: 'denied', detail: '' }] };

  test.each<[string, readonly Entry[], string]>([
    ['one gateway', [host('tour', { gateways: [home] })], 'warn low'],
    ['two', [host('tour', { gateways: [home, mobile] })], 'pass'],
    ['one seen from two machines', [host('a', { gateways: [home] }), host('b', { gateways: ['192.168.1.1 dev enp3s0'] })], 'warn low'],
    ['one for each of two machines', [host('a', { gateways: [home] }), host('b', { gateways: [mobile] })], 'pass'],
    ['one, and a machine that was not read', [host('a', { gateways: [home] }), on.host('b', failed('timeout'))], 'unknown'],
    ['one, and routes that could not be read', [host('a', { gateways: [home] }), host('b', unread)], 'unknown'],
    [
      'one, and a machine that is planned down',
      [host('a', { gateways: [home] }), on.host('b', failed('timeout'), { planned: 'down' })],
      'warn low',
    ],
    ['two, and a machine that was not read', [host('a', { gateways: [home, mobile] }), on.host('b', failed('timeout'))], 'pass'],
    ['not read', [on.host('a', failed('timeout'))], 'unknown'],
    ['not asked', [on.host('a', notAsked)], 'skipped'],
    ['none', [host('a', { gateways: [] })], 'not-applicable'],
    ['no machine', [], 'not-applicable'],
  ])('%s', (_, entries, said) => {
    expect(verdict('ARCH-003', entries)).toBe(said);
  });
});
