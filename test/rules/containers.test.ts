import { describe, expect, test } from 'vitest';
import type { DockerFacts } from '../../skill/probes/docker.ts';
import {
  asPrevious,
  assessed,
  container,
  type Entry,
  failed,
  findingOf,
  judged,
  notAsked,
  on,
  published,
  routed,
  verdict,
} from '../support/judged.ts';

type Containers = DockerFacts['containers'];
const engine = (...containers: Containers): Entry => on.docker('docker', { containers });
const one = (code: Parameters<typeof verdict>[0], fields: Parameters<typeof container>[1]) =>
  verdict(code, [engine(container('web', fields))]);

describe('DOCKER-001: the engine can be read', () => {
  test('passes with its version, and names the right that is missing', () => {
    expect(judged('DOCKER-001', [engine()])).toMatchObject([{ key: 'docker:docker', outcome: 'pass', message: 'engine-readable' }]);
    expect(judged('DOCKER-001', [on.docker('docker', failed('denied'))])).toMatchObject([
      { outcome: 'unknown', message: 'engine-unreadable' },
    ]);
    expect(verdict('DOCKER-001', [on.docker('docker', notAsked)])).toBe('skipped');
    expect(verdict('DOCKER-001', [])).toBe('not-applicable');
  });

  test.each(['DOCKER-003', 'DOCKER-008', 'DOCKER-013'] as const)('%s is unknown with it', (code) => {
    expect(verdict(code, [on.docker('docker', failed('denied'))])).toBe('unknown');
  });
});

describe('DOCKER-002: expected containers run', () => {
  const expecting = (...containers: Containers) =>
    verdict('DOCKER-002', [on.docker('docker', { containers }, { expect: { containers: ['web'] } })]);

  test.each([
    ['running', 'pass'],
    ['exited', 'fail high'],
    ['created', 'fail high'],
    ['paused', 'fail high'],
    ['dead', 'fail high'],
    ['unknown', 'unknown'],
    ['restarting', 'not-applicable'],
  ] as const)('%s is %s', (state, said) => {
    expect(expecting(container('web', { state }))).toBe(said);
  });

  test('an absent one is a violation, and without expectations there is nothing to judge', () => {
    expect(expecting()).toBe('fail high');
    expect(verdict('DOCKER-002', [engine(container('web', { state: 'exited' }))])).toBe('not-applicable');
  });
});

describe('DOCKER-003: no restart loop', () => {
  test.each<[string, Parameters<typeof container>[1], string]>([
    ['restarting now', { state: 'restarting' }, 'fail high'],
    ['caught running a moment after its third restart', { details: { restartCount: 3, startedAgoSeconds: 5 } }, 'fail high'],
    ['restarted often, long ago', { details: { restartCount: 30, startedAgoSeconds: 7_200 } }, 'pass'],
    ['restarted once just now', { details: { restartCount: 1, startedAgoSeconds: 5 } }, 'pass'],
    ['given up', { state: 'exited', details: { restartPolicy: 'on-failure', exitCode: 1 } }, 'fail high'],
    ['ended well', { state: 'exited', details: { restartPolicy: 'on-failure', exitCode: 0 } }, 'not-applicable'],
    ['stopped by hand', { state: 'exited', details: { restartPolicy: 'always', exitCode: 137 } }, 'not-applicable'],
  ])('%s', (_, fields, said) => {
    expect(one('DOCKER-003', fields)).toBe(said);
  });

  test('is seen in what it restarted since the last audit', () => {
    const at = (restartCount: number) => [engine(container('web', { details: { restartCount } }))];
    const previous = asPrevious(assessed(at(2)));
    expect(verdict('DOCKER-003', at(4), { previous })).toBe('pass');
    expect(verdict('DOCKER-003', at(5), { previous })).toBe('fail high');
  });
});

describe('DOCKER-004 and 005: healthchecks', () => {
  const health = (status: 'healthy' | 'unhealthy' | 'starting') => ({ status, failingStreak: 1, exitCode: 1 });
  test.each<[string, Parameters<typeof container>[1], string, string]>([
    ['healthy', {}, 'pass', 'pass'],
    ['unhealthy', { details: { health: health('unhealthy') } }, 'fail high', 'pass'],
    ['starting', { details: { health: health('starting') } }, 'unknown', 'pass'],
    ['without any', { details: { health: null, hasHealthcheck: false } }, 'not-applicable', 'warn low'],
    ['unhealthy when it stopped', { state: 'exited', details: { health: health('unhealthy') } }, 'not-applicable', 'not-applicable'],
  ])('%s', (_, fields, four, five) => {
    expect([one('DOCKER-004', fields), one('DOCKER-005', fields)]).toEqual([four, five]);
  });
});

describe('DOCKER-006: routed containers are on Traefik’s network', () => {
  const proxy = (network: string, networks = ['unified-net']) =>
    container('traefik', { proxyNetwork: network, networks: networks.map((name) => ({ name, address: '', gateway: '' })) });
  const at = (...networks: readonly string[]) => networks.map((name) => ({ name, address: '10.0.0.2', gateway: '10.0.0.1' }));
  const said = (...containers: Containers) => verdict('DOCKER-006', [engine(...containers)]);

  test.each<[string, Containers, string]>([
    ['on it', [container('web', { traefik: routed }), proxy('unified-net')], 'pass'],
    ['off it', [container('web', { traefik: routed, networks: at('traefik-net') }), proxy('unified-net')], 'fail high'],
    [
      'off the one that its label names',
      [container('web', { traefik: { ...routed, network: 'other' } }), proxy('unified-net')],
      'fail high',
    ],
    ['sharing one with a Traefik that names none', [container('web', { traefik: routed }), proxy('', ['a', 'unified-net'])], 'pass'],
    ['sharing none with it', [container('web', { traefik: routed, networks: at('b') }), proxy('', ['a'])], 'fail high'],
    [
      'on the network of the machine',
      [container('web', { traefik: routed, networkMode: 'host', networks: at('host') }), proxy('unified-net')],
      'pass',
    ],
    [
      'on the network of another',
      [container('web', { traefik: routed, networkMode: 'container:vpn', networks: [] }), container('vpn'), proxy('unified-net')],
      'pass',
    ],
    [
      'on the network of one that is gone',
      [container('web', { traefik: routed, networkMode: 'container:vpn', networks: [] }), proxy('unified-net')],
      'unknown',
    ],
    ['stopped', [container('web', { traefik: routed, state: 'exited', networks: at('b') }), proxy('unified-net')], 'not-applicable'],
    [
      'switched off',
      [container('web', { traefik: { ...routed, isEnabled: false }, networks: at('b') }), proxy('unified-net')],
      'not-applicable',
    ],
    ['without a Traefik', [container('web', { traefik: routed, networks: at('b') })], 'not-applicable'],
  ])('%s', (_, containers, expected) => {
    expect(said(...containers)).toBe(expected);
  });

  test('the inventory may name the network', () => {
    const traefik = { target: { id: 'traefik', kind: 'traefik', url: 'http://127.0.0.1:8080', network: 'unified-net' }, reading: notAsked };
    const web = (network: string) => container('web', { traefik: routed, networks: at(network) });
    expect(verdict('DOCKER-006', [engine(web('traefik-net')), traefik])).toBe('fail high');
    expect(verdict('DOCKER-006', [engine(web('unified-net')), traefik])).toBe('pass');
  });
});

describe('DOCKER-008 to 013: how containers are set up', () => {
  const socket = (isWritable: boolean, source = '/var/run/docker.sock') => ({
    mounts: [{ type: 'bind', source, destination: '/x', isWritable }],
  });

  test.each<[Parameters<typeof verdict>[0], string, Parameters<typeof container>[1], string]>([
    ['DOCKER-008', 'nothing mounted', {}, 'pass'],
    ['DOCKER-008', 'the socket to write', socket(true), 'fail critical'],
    ['DOCKER-008', 'the socket to read, which is no less', socket(false), 'warn medium'],
    ['DOCKER-008', 'Podman’s socket', socket(true, '/run/user/1000/podman/podman.sock'), 'fail critical'],
    ['DOCKER-008', 'another socket', socket(true, '/run/my-docker.sock.d'), 'pass'],
    ['DOCKER-008', 'the socket, in a stopped one', { ...socket(true), state: 'exited' }, 'not-applicable'],
    ['DOCKER-009', 'none', {}, 'pass'],
    ['DOCKER-009', 'privileged', { details: { isPrivileged: true } }, 'fail high'],
    ['DOCKER-009', 'the machine’s network', { networkMode: 'host' }, 'fail high'],
    ['DOCKER-009', 'a dangerous capability', { details: { capabilities: ['SYS_ADMIN'] } }, 'fail high'],
    ['DOCKER-009', 'a harmless one', { details: { capabilities: ['NET_BIND_SERVICE'] } }, 'pass'],
    ['DOCKER-010', 'a user', {}, 'pass'],
    ['DOCKER-010', 'the image’s own', { details: { user: '' } }, 'warn low'],
    ['DOCKER-010', 'root by number and group', { details: { user: '0:0' } }, 'warn low'],
    ['DOCKER-010', 'root by name', { details: { user: 'root' } }, 'warn low'],
    ['DOCKER-010', 'rooted, who is somebody else', { details: { user: 'rooted' } }, 'pass'],
    ['DOCKER-011', 'a tag', { image: 'grafana/grafana:11.2' }, 'pass'],
    ['DOCKER-011', 'latest', { image: 'grafana/grafana:latest' }, 'warn low'],
    ['DOCKER-011', 'a registry’s port is no tag', { image: 'registry.lan:5000/app' }, 'warn low'],
    ['DOCKER-011', 'a digest', { image: `app:latest@sha256:${'a'.repeat(64)}` }, 'pass'],
    ['DOCKER-012', 'a limit', {}, 'pass'],
    ['DOCKER-012', 'none', { details: { logMaxSize: null } }, 'warn low'],
    ['DOCKER-012', 'a journal that has its own', { details: { logDriver: 'journald', logMaxSize: null } }, 'pass'],
    ['DOCKER-013', 'a policy', {}, 'pass'],
    ['DOCKER-013', 'none', { details: { restartPolicy: 'no' } }, 'warn low'],
    ['DOCKER-013', 'systemd’s', { details: { restartPolicy: '' }, managedBy: 'systemd' }, 'pass'],
    ['DOCKER-013', 'gone with its end', { details: { restartPolicy: '', isRemovedAfterwards: true } }, 'not-applicable'],
  ])('%s: %s', (code, _, fields, said) => {
    expect(one(code, fields)).toBe(said);
  });

  test('root in a rootless engine is nobody', () => {
    const containers = [container('web', { details: { user: '' } })];
    expect(verdict('DOCKER-010', [on.docker('docker', { containers, isRootless: true })])).toBe('pass');
  });

  test('those without details are one unknown of the engine', () => {
    const entry = on.docker('docker', {
      containers: [container('a'), container('b', { details: null }), container('c', { details: null })],
      uninspected: { count: 2, failure: 'timeout' },
    });
    expect(judged('DOCKER-010', [entry]).map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      'docker:a pass',
      'docker:docker unknown',
    ]);
  });
});

test('a finding is verified by the engine’s own program, told which engine', () => {
  const verify = (fields: Parameters<typeof on.docker>[2], product: 'Docker' | 'Podman' = 'Docker') =>
    findingOf(assessed([on.docker('docker', { product, containers: [container('-web')] }, fields)]), 'DOCKER-010:docker:-web').verify;
  expect(verify({})).toBe("docker inspect -f '{{json .Config.User}}' -- '-web'");
  expect(verify({ socket: '~/docker.sock' })).toContain('docker -H unix://"$HOME"/docker.sock inspect');
  expect(verify({ socket: 'unix:///run/podman/podman.sock' }, 'Podman')).toContain('podman --url unix:///run/podman/podman.sock inspect');
});

test('500 containers are judged in at most 300 ms', () => {
  const containers = Array.from({ length: 500 }, (_, index) =>
    container(`c${index}`, { published: [published(10_000 + index)], traefik: routed, details: { user: '', logMaxSize: null } }),
  );
  const entries = [engine(...containers, container('traefik', { proxyNetwork: 'unified-net' }))];
  assessed(entries);
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    assessed(entries);
    return performance.now() - startedAt;
  });
  // a busy machine may be late, not each time
  expect(Math.min(...times)).toBeLessThan(300);
});
