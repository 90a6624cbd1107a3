import { expect, test } from 'vitest';
import { fr } from '../../locales/fr/locale.ts';
import { worded } from '../../reporters/words.ts';
import type { Access } from '../../skill/probes/node-facts.ts';
import { access, assessed, auditor, type Entry, failed, listener, notAsked, ok, on, type SceneOptions } from '../support/judged.ts';

const trustOf = (entries: readonly Entry[], options: SceneOptions = {}) => assessed(entries, options).sections.security.trust;
const servicesOf = (entries: readonly Entry[], options: SceneOptions = {}) =>
  trustOf(entries, options).flatMap(({ zone, services }) => services.map((service) => ({ zone, ...service })));
const serviceOf = (entries: readonly Entry[], name: string, options: SceneOptions = {}) =>
  servicesOf(entries, options).find((service) => service.name === name);
const linesOf = (entries: readonly Entry[], options: SceneOptions = {}) =>
  worded(assessed(entries, options), fr).report_sections.find(({ id }) => id === 'security')?.lines ?? [];

const LAN = 'http://192.168.1.26:1234';
const atLan = (fields: Partial<Access> = {}) => access({ address: '192.168.1.26:1234', ...fields });
const LOOPBACK = access({ address: '127.0.0.1:1234', scope: 'loopback', anonymous: null, status: null });
/** Out of hostile hands: any facts that carry the same shape. */
const strange = (facts: object, fields: object = {}): Entry => ({ target: { id: 'mcp', kind: 'host', ...fields }, reading: ok(facts) });

test.each([
  ['refuses strangers', { anonymous: false, status: 401 }, 'required', 401],
  ['lets everybody in', { anonymous: true, status: 200 }, 'none', 200],
  ['says neither yes nor no', { anonymous: null, status: 500 }, 'unknown', 500],
  ['is silent to strangers', { anonymous: null, status: null }, 'unknown', null],
] as const)('a node on the network that %s', (_, fields, authentication, status) => {
  expect(serviceOf([on.lmstudio('M2', { access: atLan(fields) }, { url: LAN })], 'M2')).toMatchObject({
    zone: 'lan',
    address: '192.168.1.26:1234',
    authentication,
    status,
    seen: 'lan',
    seenBy: 'answer',
    declared: null,
    contradicts: false,
  });
});

test('a node that only its machine reaches is asked for nothing by strangers', () => {
  expect(serviceOf([on.lmstudio('M1', { access: LOOPBACK })], 'M1')).toMatchObject({
    zone: 'loopback',
    seen: 'loopback',
    authentication: 'not-asked',
  });
});

test('a node behind loopback that a neighbour reached by another address stands on the network', () => {
  const found = access({ address: '192.168.1.10:1234', anonymous: true, status: 200 });
  expect(serviceOf([on.lmstudio('M1', { access: found })], 'M1')).toMatchObject({ zone: 'lan', authentication: 'none' });
});

test('a public address is the world', () => {
  const found = access({ address: 'llm.example.org', scope: 'wan', anonymous: true, status: 200 });
  expect(serviceOf([on.lmstudio('M2', { access: found }, { url: 'https://llm.example.org' })], 'M2')).toMatchObject({
    zone: 'wan',
    seen: 'wan',
  });
});

test('what is declared open to the world is counted there, though only the network saw it', () => {
  const found = atLan({ scope: 'wan', anonymous: true, status: 200 });
  expect(serviceOf([on.lmstudio('M2', { access: found }, { url: LAN, exposure: 'wan' })], 'M2')).toMatchObject({
    zone: 'wan',
    seen: 'lan',
    declared: 'wan',
    contradicts: false,
  });
});

test('declared on loopback and reached over the network is a contradiction, in one line', () => {
  const untold = atLan({ scope: 'loopback', anonymous: null, status: null });
  const entries = [on.lmstudio('M2', { access: untold }, { url: LAN, exposure: 'loopback' })];
  expect(serviceOf(entries, 'M2')).toMatchObject({
    zone: 'lan',
    declared: 'loopback',
    seen: 'lan',
    contradicts: true,
    authentication: 'not-asked',
  });
  expect(linesOf(entries)).toContain('! M2 : déclaré sur la machine elle-même, vu sur le réseau local.');
});

test('declared on loopback and bound to every address is a contradiction, which the listener shows', () => {
  const entries = [
    on.lmstudio('M1', { access: { ...LOOPBACK } }, { exposure: 'loopback' }),
    on.ports('ports', { listeners: [listener(1234, '0.0.0.0')] }),
  ];
  expect(servicesOf(entries)).toMatchObject([{ name: 'M1', zone: 'lan', seen: 'lan', seenBy: 'listener', contradicts: true }]);
});

test('declared on loopback and seen by nobody is only declared', () => {
  const entries = [on.lmstudio('M1', { access: { ...LOOPBACK } }, { exposure: 'loopback' })];
  expect(serviceOf(entries, 'M1')).toMatchObject({ zone: 'loopback', seen: null, seenBy: null, contradicts: false });
  expect(linesOf(entries).find((line) => line.startsWith('machine'))).toMatch(/inventaire$/);
});

test('who could not be read is where its listener is, and its lock is unknown', () => {
  const silent = on.lmstudio('M1', failed('timeout'));
  expect(serviceOf([silent], 'M1')).toMatchObject({ zone: 'unknown', authentication: 'unknown', seen: null });
  expect(serviceOf([silent, on.ports('ports', { listeners: [listener(1234)] })], 'M1')).toMatchObject({
    zone: 'loopback',
    authentication: 'unknown',
    seenBy: 'listener',
  });
});

test('a listener that no target claims is a service by itself, once a port, by its widest address', () => {
  const listeners = [
    listener(22, '::'),
    listener(22, '0.0.0.0'),
    listener(6379, '127.0.0.1'),
    listener(5353, '0.0.0.0', { protocol: 'udp' }),
  ];
  const found = servicesOf([on.ports('ports', { listeners }, { expect: [{ port: 6379, service: 'Redis' }] })]);
  expect(found).toMatchObject([
    { zone: 'lan', target: 'ports', name: 'service-22', address: '0.0.0.0:22', authentication: 'not-asked', seenBy: 'listener' },
    { zone: 'loopback', target: 'ports', name: 'Redis', address: '127.0.0.1:6379' },
  ]);
  expect(found).toHaveLength(2);
});

test('a listener of this machine is not that of another machine with the same port', () => {
  const entries = [on.lmstudio('M2', { access: atLan() }, { url: LAN }), on.ports('ports', { listeners: [listener(1234, '0.0.0.0')] })];
  expect(servicesOf(entries).map(({ name }) => name)).toEqual(['service-1234', 'M2']);
  const here = { auditor: auditor({ addresses: ['192.168.1.26'] }) };
  expect(servicesOf(entries, here).map(({ name }) => name)).toEqual(['M2']);
});

test('any kind whose facts tell how strangers are answered takes part', () => {
  expect(serviceOf([strange({ access: { scope: 'lan', anonymous: true } })], 'mcp')).toMatchObject({ zone: 'lan', authentication: 'none' });
  const url = { url: 'http://192.168.1.30:9100/metrics' };
  expect(serviceOf([strange({}, url)], 'mcp')).toMatchObject({ zone: 'lan', address: '192.168.1.30:9100', authentication: 'not-asked' });
  expect(serviceOf([strange({}, { host: 'fd00::1', port: 443 })], 'mcp')).toMatchObject({ zone: 'lan', address: '[fd00::1]:443' });
  expect(servicesOf([strange({})])).toEqual([]);
});

test('quick mode asks no stranger, and says so', () => {
  const entries = [on.lmstudio('M1', { access: null }), on.lmstudio('M2', { access: null }, { url: LAN }), on.openai('V1', notAsked)];
  expect(servicesOf(entries, { mode: 'quick' })).toMatchObject([
    { name: 'M2', zone: 'lan', authentication: 'not-asked', seenBy: 'answer' },
    { name: 'M1', zone: 'unknown', authentication: 'not-asked', seenBy: null },
    { name: 'V1', zone: 'unknown', authentication: 'not-asked', seenBy: null },
  ]);
  const lines = linesOf(entries, { mode: 'quick' });
  expect(lines.filter((line) => line.includes('non examinée'))).toHaveLength(3);
  expect(lines.filter((line) => line.startsWith('✓'))).toEqual([]);
});

test('what is off on purpose has no door', () => {
  expect(servicesOf([on.lmstudio('M9', failed('refused'), { planned: 'down' })])).toEqual([]);
  expect(serviceOf([on.lmstudio('M9', { access: atLan() }, { planned: 'down', url: LAN })], 'M9')).toMatchObject({ zone: 'lan' });
});

test('zones stand from outside inwards, and a cluster without services has no boundary to show', () => {
  expect(trustOf([on.host('tour')]).map(({ zone }) => zone)).toEqual(['wan', 'lan', 'loopback']);
  expect(linesOf([on.host('tour')]).join('\n')).not.toContain('Frontières');
});

test('programs of one name are one name with their number, and one without a name is its port', () => {
  const listeners = [8_001, 8_002, 8_003].map((port) => listener(port, '0.0.0.0', { process: 'node' }));
  const text = linesOf([on.ports('ports', { listeners: [...listeners, listener(2_024, '0.0.0.0', { process: null })] })]).join(' ');
  expect(text).toContain('4 services (node ×3 et port 2024)');
});

test('each zone counts its services and names those without a lock', () => {
  const open = Array.from({ length: 8 }, (_, index) =>
    on.lmstudio(`N${index}`, { access: atLan({ anonymous: true, status: 200 }) }, { url: `http://192.168.1.${index + 30}:1234` }),
  );
  const text = linesOf(open).join(' ').replace(/ {2,}/g, ' ');
  expect(text).toContain(
    '✗ Réseau local : 8 services (N0, N1, N2, N3, N4, N5 et 2 autres). Sans authentification : N0, N1, N2, N3, N4, N5 et 2 autres.',
  );
  expect(linesOf(open.slice(0, 2)).join(' ')).toContain('2 services (N0 et N1). Sans authentification : N0 et N1.');
  expect(Math.max(...linesOf(open).map(({ length }) => length))).toBeLessThanOrEqual(78);
});
