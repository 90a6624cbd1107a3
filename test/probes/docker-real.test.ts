import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { docker } from '../../skill/probes/docker.ts';
import { realHost } from '../support/gathering.ts';
import { type Entry, judged, ok, target } from '../support/judged.ts';
import { noDocker, noPodman, type RealEngine, startDocker, startPodman } from '../support/real-docker.ts';

async function entryOf(engine: RealEngine): Promise<Entry> {
  const declared = target.docker('docker', { socket: engine.socket, expect: { containers: ['front', 'gone'] } });
  const facts = await docker.read(declared, realHost(), 'full', AbortSignal.timeout(10_000));
  return { target: declared, reading: ok(docker.facts.parse(facts)) };
}

const openOf = (code: Parameters<typeof judged>[0], entry: Entry) =>
  judged(code, [entry]).flatMap(({ key, outcome, severity }) => (outcome === 'fail' || outcome === 'warn' ? [`${key} ${severity}`] : []));

describe('a real Docker engine', () => {
  test.skipIf(noDocker !== null)(
    'with one container off its network, one in a restart loop and one that holds the socket',
    async () => {
      await using engine = await startDocker();
      const { run, socket } = engine;
      const always = ['run', '-d', '--restart', 'always', '--user', '1000', '--log-opt', 'max-size=1m'];
      const image = 'local/app:1.0';
      run('network', 'create', '--subnet', '10.213.7.0/24', 'unified-net');
      run('network', 'create', '--subnet', '10.213.8.0/24', 'traefik-net');
      run('tag', image, 'traefik:3.6');
      run(
        ...always,
        '--name',
        'proxy',
        '--network',
        'unified-net',
        'traefik:3.6',
        '/bin/sh',
        '-c',
        'sleep 1000',
        '--providers.docker.network=unified-net',
      );
      run(
        ...always,
        '--name',
        'front',
        '--network',
        'unified-net',
        '-p',
        '127.0.0.1:8002:80',
        '--label',
        'traefik.enable=true',
        '--health-cmd',
        'true',
        '--health-interval',
        '1s',
        image,
        '/bin/sleep',
        '1000',
      );
      run(
        ...always,
        '--name',
        'jsr-dev',
        '--network',
        'traefik-net',
        '-p',
        '8003:80',
        '--label',
        'traefik.enable=true',
        '--health-cmd',
        'false',
        '--health-interval',
        '1s',
        '--health-retries',
        '1',
        image,
        '/bin/sleep',
        '1000',
      );
      run(
        'run',
        '-d',
        '--name',
        'crash',
        '--restart',
        'always',
        '--network',
        'host',
        '-v',
        `${socket}:/var/run/docker.sock`,
        image,
        '/bin/sh',
        '-c',
        'sleep 0.1; exit 3',
      );
      await expect
        .poll(() => run('inspect', '-f', '{{.RestartCount}}', 'crash'), { timeout: 20_000, interval: 200 })
        .toMatch(/^(?:[3-9]|\d\d)/);
      await expect
        .poll(() => run('inspect', '-f', '{{.State.Health.Status}}', 'front', 'jsr-dev'), { timeout: 20_000, interval: 200 })
        .toBe('healthy\nunhealthy\n');
      const entry = await entryOf(engine);
      expect(entry.reading).toMatchObject({ ok: true, facts: { product: 'Docker', uninspected: null } });
      expect(openOf('DOCKER-002', entry)).toEqual(['docker:gone high']);
      expect(openOf('DOCKER-003', entry)).toEqual(['docker:crash high']);
      expect(openOf('DOCKER-004', entry)).toEqual(['docker:jsr-dev high']);
      expect(openOf('DOCKER-006', entry)).toEqual(['docker:jsr-dev high']);
      expect(openOf('DOCKER-008', entry)).toEqual(['docker:crash critical']);
      expect(openOf('DOCKER-009', entry)).toEqual(['docker:crash high']);
      expect(openOf('DOCKER-010', entry)).toEqual(['docker:crash low']);
      expect(openOf('DOCKER-012', entry)).toEqual(['docker:crash low']);
      expect(openOf('DOCKER-013', entry)).toEqual([]);
      expect(openOf('NET-006', entry)).toEqual(['docker:8003 high']);
    },
    120_000,
  );

  test.skipIf(noDocker !== null)(
    'tells which port a container could not have',
    async () => {
      await using engine = await startDocker();
      const { run } = engine;
      run('network', 'create', '--subnet', '10.213.9.0/24', 'web');
      run('run', '-d', '--name', 'first', '--network', 'web', '-p', '8002:80', 'local/app:1.0', '/bin/sleep', '1000');
      expect(() =>
        run('run', '-d', '--name', 'second', '--network', 'web', '-p', '8002:80', 'local/app:1.0', '/bin/sleep', '1000'),
      ).toThrow();
      expect(openOf('NET-004', await entryOf(engine))).toEqual(['docker:8002 high']);
    },
    120_000,
  );
});

describe('a real Podman', () => {
  test.skipIf(noPodman !== null)(
    'is read by the same interface',
    async () => {
      await using engine = await startPodman();
      const { run } = engine;
      const limits = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'];
      const image = run('images', '-q').trim().split('\n')[0] ?? '';
      run('run', '-d', ...limits, '--name', 'front', '--network', 'none', '--user', '1000', image, '/bin/sleep', '1000');
      run('create', '--name', 'later', '--network', 'none', '--cap-add', 'SYS_ADMIN', image, '/bin/sleep', '1000');
      await sleep(200);
      const entry = await entryOf(engine);
      expect(entry.reading).toMatchObject({
        facts: {
          product: 'Podman',
          uninspected: null,
          containers: [
            { name: 'front', state: 'running', details: { user: '1000' } },
            { name: 'later', state: 'created', details: { capabilities: ['SYS_ADMIN'] } },
          ],
        },
      });
      expect(openOf('DOCKER-002', entry)).toEqual(['docker:gone high']);
    },
    120_000,
  );
});
