import { describe, expect, test } from 'vitest';
import type { DockerFacts } from '../../skill/probes/docker.ts';
import { assessed, container, failed, findingOf, judged, listener, on, published, routed, verdict } from '../support/judged.ts';

const proxy = container('traefik', { proxyNetwork: 'unified-net', published: [published(443)] });
const front = (fields: Parameters<typeof container>[1]) => container('front', { traefik: routed, ...fields });

describe('NET-006: nothing is reached beside the proxy', () => {
  const said = (...containers: DockerFacts['containers']) => verdict('NET-006', [on.docker('docker', { containers })]);

  test.each<[string, Parameters<typeof container>[1], string]>([
    ['published to everybody', { published: [published(8002, '0.0.0.0', 80)] }, 'fail high'],
    ['published on an address of the network', { published: [published(8002, '192.168.1.10', 80)] }, 'fail high'],
    ['on loopback', { published: [published(8002, '127.0.0.1', 80)] }, 'pass'],
    ['on the gateway of its network, which only containers reach', { published: [published(8002, '192.168.200.1', 80)] }, 'pass'],
    ['not published', {}, 'not-applicable'],
    [
      'another port than the routed one',
      { published: [published(9100)], traefik: { ...routed, services: [{ name: 'a', protocol: 'http', port: 80 }] } },
      'not-applicable',
    ],
    ['stopped', { state: 'exited', published: [published(8002)] }, 'not-applicable'],
  ])('%s', (_, fields, expected) => {
    expect(said(front(fields), proxy)).toBe(expected);
  });

  test('without Traefik there is nothing to go around', () => {
    expect(said(front({ published: [published(8002)] }))).toBe('not-applicable');
  });

  test('the subject is the port', () => {
    const entry = on.docker('docker', { containers: [front({ published: [published(8002), published(8002, '::')] }), proxy] });
    expect(judged('NET-006', [entry]).map(({ key }) => key)).toEqual(['docker:8002']);
  });
});

describe('NET-007: nothing goes around the firewall', () => {
  const said = (firewall: DockerFacts['firewall'], fields: Partial<DockerFacts> = {}) =>
    verdict('NET-007', [
      on.docker('docker', {
        containers: [container('web', { published: [published(8000), published(9000, '127.0.0.1')] })],
        firewall,
        ...fields,
      }),
    ]);

  test.each<[string, DockerFacts['firewall'], string]>([
    ['UFW with nothing before Docker’s rules', { ufw: 'active', forwarding: 'open', failure: null }, 'fail high'],
    ['UFW with a rule that drops', { ufw: 'active', forwarding: 'filtered', failure: null }, 'pass'],
    ['UFW where Docker writes no rules', { ufw: 'active', forwarding: 'none', failure: null }, 'not-applicable'],
    ['no UFW', { ufw: 'absent', forwarding: null, failure: null }, 'not-applicable'],
    ['UFW that is off', { ufw: 'inactive', forwarding: null, failure: null }, 'not-applicable'],
    ['rules that nobody may read', { ufw: 'active', forwarding: 'unknown', failure: 'denied' }, 'unknown'],
    ['UFW that cannot be read', { ufw: 'unknown', forwarding: null, failure: 'denied' }, 'unknown'],
    ['another machine', null, 'unknown'],
  ])('%s', (_, firewall, expected) => {
    expect(said(firewall)).toBe(expected);
  });

  test('a rootless engine’s ports are filtered as any', () => {
    expect(said({ ufw: 'active', forwarding: 'open', failure: null }, { isRootless: true })).toBe('not-applicable');
  });

  test('nothing published to everybody is nothing to judge', () => {
    expect(
      said(
        { ufw: 'active', forwarding: 'open', failure: null },
        { containers: [container('web', { published: [published(9000, '127.0.0.1')] })] },
      ),
    ).toBe('not-applicable');
  });
});

describe('a port is its container’s, not that of what stands in for it', () => {
  const proxied = (port: number, address = '0.0.0.0') => listener(port, address, { process: 'docker-proxy', pid: port });
  const docker = on.docker('docker', {
    containers: [container('postgres', { published: [published(5432)] }), container('web', { published: [published(8002)] })],
  });

  test('where it is open to the network', () => {
    const { findings, sections } = assessed([on.ports('ports', { listeners: [proxied(5432)] }), docker]);
    const found = findings.find(({ code, subject }) => code === 'NET-003' && subject === '5432');
    expect(found?.message.values).toMatchObject({ process: 'postgres' });
    expect(sections.security.ports).toMatchObject([{ port: 5432, owner: 'postgres' }]);
  });

  test('even for a user who may not see the processes of others', () => {
    const nameless = listener(8002, '0.0.0.0', { process: null, pid: null });
    expect(assessed([on.ports('ports', { listeners: [nameless] }), docker]).sections.security.ports).toMatchObject([{ owner: 'web' }]);
  });

  test('unless a program of its own name listens there', () => {
    const entries = [on.ports('ports', { listeners: [listener(8002, '0.0.0.0', { process: 'nginx' })] }), docker];
    expect(assessed(entries).sections.security.ports).toMatchObject([{ owner: 'nginx' }]);
  });

  test('where two share one', () => {
    const entries = [on.ports('ports', { listeners: [proxied(8002), listener(8002, '127.0.0.1', { process: 'node' })] }), docker];
    expect(findingOf(assessed(entries), 'NET-004:ports:8002').message).toMatchObject({ values: { owners: ['node', 'web'] } });
  });

  test('and is declared with its engine, unless that expects others', () => {
    const entries = (expect?: readonly string[]) => [
      on.ports('ports', { listeners: [proxied(8002)] }),
      { ...docker, target: { ...docker.target, ...(expect && { expect: { containers: expect } }) } },
    ];
    expect(verdict('NET-002', entries())).toBe('pass');
    expect(verdict('NET-002', entries(['web']))).toBe('pass');
    expect(verdict('NET-002', entries(['postgres']))).toBe('warn medium');
  });

  test('is asked of the engine of the same machine', () => {
    const there = on.docker('there', { containers: [container('web', { published: [published(8002)] })] }, { machine: 'b' });
    const here = on.ports('ports', { listeners: [proxied(8002)] }, { machine: 'a' });
    expect(assessed([here, there]).sections.security.ports).toMatchObject([{ owner: 'docker-proxy' }]);
  });

  test('a container that could not have its port is a collision', () => {
    const entry = on.docker('docker', {
      containers: [
        container('late', { state: 'created', details: { takenPort: 8002 } }),
        container('web', { published: [published(8002)] }),
      ],
    });
    expect(findingOf(assessed([entry]), 'NET-004:docker:8002')).toMatchObject({
      outcome: 'fail',
      message: { id: 'port-shared', values: { owners: ['late', 'web'] } },
    });
    const alone = on.docker('docker', { containers: [container('late', { state: 'created', details: { takenPort: 8002 } })] });
    expect(findingOf(assessed([alone]), 'NET-004:docker:8002').message.id).toBe('port-taken');
  });

  test('an engine that cannot be read changes no name', () => {
    const entries = [on.ports('ports', { listeners: [proxied(8002)] }), on.docker('docker', failed('denied'))];
    expect(assessed(entries).sections.security.ports).toMatchObject([{ owner: 'docker-proxy' }]);
  });
});
