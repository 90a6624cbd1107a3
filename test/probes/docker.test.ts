import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { containerOf } from '../../skill/probes/docker/container.ts';
import { forwardingOf, readFirewall, ufwOf } from '../../skill/probes/docker/firewall.ts';
import { traefikOf } from '../../skill/probes/docker/labels.ts';
import { takenPortOf } from '../../skill/probes/docker/published.ts';
import { Inspected, Listed } from '../../skill/probes/docker/wire.ts';
import { docker } from '../../skill/probes/docker.ts';
import { type EngineOptions, startEngine } from '../support/docker-engine.ts';
import { withPrograms, writeProgram } from '../support/fake-program.ts';
import { codeOf, figure, gatherAll, outcomeOf, realHost, timed } from '../support/gathering.ts';
import { RECORDED } from '../support/recorded.ts';

async function read(options: EngineOptions = {}, ms = 5_000) {
  const engine = await startEngine(options);
  onTestFinished(() => engine[Symbol.asyncDispose]());
  const target = docker.target.parse({ id: 'docker', kind: 'docker', socket: engine.socket, timeoutMs: ms });
  return { engine, facts: docker.facts.parse(await docker.read(target, realHost(), 'full', AbortSignal.timeout(ms))) };
}

const one = async (name: string, answer: NonNullable<EngineOptions['containers']>[string]) =>
  (await read({ containers: { [name]: answer } })).facts.containers[0];

const failureOf = async (options: EngineOptions) => codeOf(read(options));

test('an engine is asked by paths without a version, and only to tell', async () => {
  const { engine, facts } = await read({ containers: { web: {} } });
  expect(engine.asked.toSorted()).toEqual([
    'GET /containers/0000000000000000000000000000000000000000000000000000000000000000/json',
    'GET /containers/json?all=1',
    'GET /info',
    'GET /networks',
    'GET /version',
  ]);
  expect(facts).toMatchObject({ product: 'Docker', version: '26.1.5', apiVersion: '1.45', isRootless: false, uninspected: null });
  expect(facts.containers).toMatchObject([{ name: 'web', state: 'running', image: 'local/app:1.2' }]);
});

test('a path of a socket may be written as a URL', async () => {
  await using engine = await startEngine();
  const target = docker.target.parse({ id: 'docker', kind: 'docker', socket: `unix://${engine.socket}` });
  expect((await docker.read(target, realHost(), 'full', AbortSignal.timeout(5_000))).product).toBe('Docker');
});

test('a target needs either a socket or a URL', () => {
  const parse = (fields: object) => docker.target.safeParse({ id: 'docker', kind: 'docker', ...fields }).success;
  expect([parse({}), parse({ socket: '/s', url: 'http://127.0.0.1:2375' }), parse({ url: 'http://127.0.0.1:2375' })]).toEqual([
    false,
    false,
    true,
  ]);
});

describe('a socket that gives no containers', () => {
  const outcome = async (socket: string) => {
    const { readings } = await gatherAll([{ id: 'docker', kind: 'docker', socket, timeoutMs: 400 } as never], [docker]);
    return outcomeOf(readings.get('docker'));
  };
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'jarvis-audit-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return path;
  };

  test('that is missing is not found', async () => expect(await outcome('/nonexistent/docker.sock')).toBe('not-found'));

  test('that is a plain file refuses', async () => {
    const file = join(folder(), 'docker.sock');
    writeFileSync(file, '');
    expect(await outcome(file)).toBe('refused');
  });

  test('that hangs is a timeout', async () => {
    const path = join(folder(), 'docker.sock');
    const server = createServer(() => {}).listen(path);
    onTestFinished(() => void server.close());
    expect(await outcome(path)).toBe('timeout');
  });

  test.skipIf(process.getuid?.() !== 0)('that others may not write to is denied', async () => {
    const at = folder();
    chmodSync(at, 0o755);
    const path = join(at, 'docker.sock');
    const server = createServer(() => {}).listen(path);
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    chmodSync(path, 0o600);
    process.seteuid?.('nobody');
    try {
      expect(await outcome(path)).toBe('denied');
    } finally {
      process.seteuid?.(0);
    }
  });

  test('behind which another product answers is told so', async () => {
    expect(await failureOf({ instead: () => ({ status: 404, body: { message: 'page not found' } }) })).toBe('wrong-product');
    expect(await failureOf({ version: { gitVersion: 'v1.31.0', major: '1' } })).toBe('wrong-product');
    expect(await failureOf({ instead: () => ({ body: '<html>nginx</html>' }) })).toBe('wrong-product');
  });

  test('that forbids the list is denied', async () => {
    expect(await failureOf({ instead: (path) => (path.startsWith('/containers') ? { status: 403, body: {} } : undefined) })).toBe('denied');
  });

  test('whose list makes no sense is malformed', async () => {
    expect(await failureOf({ instead: (path) => (path.startsWith('/containers') ? { body: [{}] } : undefined) })).toBe('malformed');
  });
});

test('what only the details tell is missing where they hang, and the rest is told', async () => {
  const { facts } = await read({
    containers: { a: {}, b: {} },
    instead: (path) => (/^\/containers\/0{63}1/.test(path) ? null : undefined),
  });
  expect(facts.uninspected).toEqual({ count: 1, failure: 'timeout' });
  expect(facts.containers.map(({ name, state, details }) => [name, state, details !== null])).toEqual([
    ['a', 'running', true],
    ['b', 'running', false],
  ]);
});

test('a container that goes away between list and details is not there', async () => {
  const { facts } = await read({
    containers: { a: {} },
    instead: (path) => (/^\/containers\/0/.test(path) ? { status: 404, body: {} } : undefined),
  });
  expect([facts.containers, facts.uninspected]).toEqual([[], null]);
});

test('an engine that tells neither of itself nor of networks is read all the same', async () => {
  const { facts } = await read({
    containers: { a: {} },
    instead: (path) => (/^\/(?:info|networks)/.test(path) ? { status: 403, body: {} } : undefined),
  });
  expect([facts.isRootless, facts.networks, facts.containers.length]).toEqual([null, null, 1]);
});

test('an engine of old, which says null and tells states in words, is read', async () => {
  const listed = {
    Names: null,
    Ports: null,
    Labels: null,
    State: undefined,
    Status: 'Exited (3) 2 hours ago',
    HostConfig: undefined,
    Mounts: undefined,
  };
  const { facts } = await read({
    version: { Version: '1.10.3', ApiVersion: '1.22', Os: 'linux' },
    containers: { a: { listed } },
    instead: (path) => (/^\/containers\/0/.test(path) ? { status: 500, body: {} } : undefined),
  });
  expect(facts.containers).toMatchObject([{ name: '000000000000', state: 'exited', details: null }]);
});

test('500 containers are read a few at a time, in time', async () => {
  const labels = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`org.example.label-${index}`, 'x'.repeat(100)]));
  const containers = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`c${index}`, { listed: { Labels: labels } }]));
  const { value, ms } = await timed(() => read({ containers }, 20_000));
  expect(value.facts.containers).toHaveLength(500);
  expect(value.facts.uninspected).toBeNull();
  expect(value.engine.most()).toBeLessThanOrEqual(18);
  figure(`500 containers read in ${Math.round(ms)} ms`);
});

describe('one container', () => {
  test('in a restart loop runs and restarts at once', async () => {
    const State = { Running: true, Restarting: true, ExitCode: 3, OOMKilled: true };
    expect(await one('crash', { inspected: { State, RestartCount: 14 } })).toMatchObject({
      state: 'restarting',
      details: { restartCount: 14, exitCode: 3, isOutOfMemory: true },
    });
  });

  test('that was never started has no start', async () => {
    const State = { Status: 'created', Running: false, StartedAt: '0001-01-01T00:00:00Z' };
    expect(await one('new', { inspected: { State } })).toMatchObject({ state: 'created', details: { startedAgoSeconds: null } });
  });

  test('without a healthcheck has no health, in either engine’s words', async () => {
    expect((await one('a', { inspected: { State: { Health: { Status: '', FailingStreak: 0, Log: null } } } }))?.details).toMatchObject({
      health: null,
      hasHealthcheck: false,
    });
    expect((await one('b', { inspected: { Config: { Healthcheck: { Test: ['NONE'] } } } }))?.details?.hasHealthcheck).toBe(false);
    const Health = {
      Status: 'unhealthy',
      FailingStreak: 4,
      Log: [
        { ExitCode: 0, Output: 'x' },
        { ExitCode: 7, Output: 'a secret' },
      ],
    };
    const sick = await one('c', { inspected: { State: { Health }, Config: { Healthcheck: { Test: ['CMD', 'x'] } } } });
    expect(sick?.details?.health).toEqual({ status: 'unhealthy', failingStreak: 4, exitCode: 7 });
  });

  test('publishes one port on both families, and wishes for it while stopped', async () => {
    const Ports = [
      { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8002, Type: 'tcp' },
      { IP: '::', PrivatePort: 80, PublicPort: 8002, Type: 'tcp' },
      { PrivatePort: 9000, Type: 'tcp' },
    ];
    const PortBindings = {
      '80/tcp': [{ HostIp: '', HostPort: '8002' }],
      '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }],
      '99/tcp': null,
    };
    const found = await one('web', { listed: { Ports }, inspected: { HostConfig: { PortBindings } } });
    expect(found?.published.map(({ address, port }) => `${address} ${port}`)).toEqual(['0.0.0.0 8002', ':: 8002']);
    expect(found?.details?.wanted).toEqual([{ address: '0.0.0.0', port: 8002, protocol: 'tcp', privatePort: 80 }]);
  });

  test('keeps of its environment, command and labels nothing that may be a secret', async () => {
    const secret = 'hunter2-correct-horse';
    const { facts } = await read({
      containers: {
        web: {
          listed: { Command: secret, Labels: { 'com.example.key': secret } },
          inspected: {
            Args: ['--token', secret],
            State: { Error: `exec ${secret}: not found`, Health: { Status: 'unhealthy', Log: [{ ExitCode: 1, Output: secret }] } },
            Config: {
              Env: [`PASSWORD=${secret}`],
              Labels: {
                'com.example.key': secret,
                'traefik.http.middlewares.auth.basicauth.users': `admin:${secret}`,
                'traefik.http.routers.web.rule': 'Host(`a.lan`)',
              },
            },
          },
        },
      },
    });
    expect(JSON.stringify(facts)).not.toContain('hunter2');
    expect(facts.containers[0]?.traefik).toMatchObject({
      middlewares: [{ name: 'auth', type: 'basicauth' }],
      routers: [{ rule: 'Host(`a.lan`)' }],
    });
  });

  test('of Compose tells its project, service and files', async () => {
    const Labels = {
      'com.docker.compose.project': 'stack',
      'com.docker.compose.service': 'web',
      'com.docker.compose.project.config_files': '/srv/a.yml,/srv/b.yml',
    };
    expect((await one('stack-web-1', { inspected: { Config: { Labels } } }))?.compose).toEqual({
      project: 'stack',
      service: 'web',
      files: ['/srv/a.yml', '/srv/b.yml'],
    });
  });

  test('that is a Traefik tells on which network it looks', async () => {
    const proxy = async (Image: string, Args: readonly string[], Env: readonly string[] = []) =>
      (await one('proxy', { inspected: { Args, Config: { Image, Env } } }))?.proxyNetwork;
    expect(await proxy('traefik:3.6', ['--providers.docker.network=unified-net'])).toBe('unified-net');
    expect(await proxy('reg.lan:5000/traefik@sha256:aa', [], ['TRAEFIK_PROVIDERS_DOCKER_NETWORK=web'])).toBe('web');
    expect(await proxy('traefik', [])).toBe('');
    expect(await proxy('my/traefik-forward-auth:2', [])).toBeNull();
  });
});

test.each([
  ['driver failed programming external connectivity on endpoint web (ab12): Bind for 0.0.0.0:8002 failed: port is already allocated', 8002],
  ['failed to bind host port for 0.0.0.0:8002:172.18.0.2:80/tcp: address already in use', 8002],
  ['rootlessport listen tcp 0.0.0.0:8090: bind: address already in use', 8090],
  ['listen tcp4 [::]:443: bind: address already in use', 443],
  ['Bind for 0.0.0.0:99999 failed: port is already allocated', null],
  ['exec: "8002:80": executable file not found', null],
  ['', null],
])('« %s » tells of port %s', (error, port) => {
  expect(takenPortOf(error)).toBe(port);
});

test('labels tell Traefik of routers, whatever the case of their properties', () => {
  const labels = traefikOf({
    'traefik.enable': 'True',
    'traefik.docker.network': 'unified-net',
    'traefik.http.routers.Web.Rule': 'Host(`a.lan`)',
    'traefik.http.routers.Web.entryPoints': 'web, websecure',
    'traefik.http.routers.Web.tls.certresolver': 'letsencrypt',
    'traefik.http.services.web.loadBalancer.server.port': '8080',
    'traefik.tcp.routers.db.rule': 'HostSNI(`*`)',
    'org.example': 'x',
  });
  expect(labels).toMatchObject({
    isEnabled: true,
    network: 'unified-net',
    routers: [
      { name: 'Web', protocol: 'http', rule: 'Host(`a.lan`)', entryPoints: ['web', 'websecure'], hasTls: true },
      { name: 'db', protocol: 'tcp', hasTls: false },
    ],
    services: [{ name: 'web', protocol: 'http', port: 8080 }],
  });
  expect(traefikOf({ 'org.example': 'x' })).toBeNull();
});

describe('the packet filter', () => {
  const OPEN = '-P FORWARD DROP\n-N DOCKER\n-N DOCKER-USER\n-A FORWARD -j DOCKER-USER\n-A DOCKER-USER -j RETURN\n';

  test.each([
    ['no rule of one’s own', OPEN, 'open'],
    ['a rule that drops', `${OPEN}-A DOCKER-USER -i eth0 -p tcp -m tcp --dport 80 -j DROP\n`, 'filtered'],
    [
      'a chain that rejects',
      `${OPEN}-N mine\n-A DOCKER-USER -j mine\n-A mine -s 10.0.0.0/8 -j REJECT --reject-with icmp-port-unreachable\n`,
      'filtered',
    ],
    ['chains that lead to each other', `${OPEN}-A DOCKER-USER -j a\n-A a -j b\n-A b -j a\n`, 'open'],
    ['a drop elsewhere', `${OPEN}-A INPUT -j DROP\n`, 'open'],
    ['no Docker', '-P INPUT ACCEPT\n', 'none'],
  ])('%s', (_, rules, said) => {
    expect(forwardingOf(rules)).toBe(said);
  });

  test('UFW is what its configuration says', () => {
    expect([ufwOf('# x\nENABLED=yes\nLOGLEVEL=low\n'), ufwOf('ENABLED=no\n'), ufwOf('#ENABLED=yes\n')]).toEqual([
      'active',
      'inactive',
      'inactive',
    ]);
  });

  test('is unknown without the right to read it, and not asked where UFW is off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jarvis-audit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const iptables = writeProgram(folder, 'iptables', 'echo "Fatal: can\'t open lock file: Permission denied" >&2; exit 4');
    const host = (text: string | null) => {
      const real = withPrograms(realHost(), { iptables });
      return {
        ...real,
        read: (path: string, signal: AbortSignal) =>
          text === null ? real.read('/nonexistent', signal) : path.includes('ufw') ? Promise.resolve(text) : real.read(path, signal),
      };
    };
    const signal = AbortSignal.timeout(5_000);
    expect(await readFirewall(host('ENABLED=yes'), signal)).toEqual({ ufw: 'active', forwarding: 'unknown', failure: 'denied' });
    expect(await readFirewall(host('ENABLED=no'), signal)).toEqual({ ufw: 'inactive', forwarding: null, failure: null });
    expect(await readFirewall(host(null), signal)).toEqual({ ufw: 'absent', forwarding: null, failure: null });
    const none = withPrograms({ ...realHost(), read: async () => 'ENABLED=yes' }, {});
    expect(await readFirewall(none, signal)).toEqual({ ufw: 'active', forwarding: 'unknown', failure: 'missing-tool' });
  });
});

const recorded = (() => {
  try {
    return readdirSync(join(RECORDED, 'live')).filter((name) => /^(?:docker|podman)-/.test(name));
  } catch {
    return [];
  }
})();

test.skipIf(recorded.length === 0)('what real engines said is understood', () => {
  const seen = recorded.flatMap((folder) => {
    const json = (name: string): unknown => JSON.parse(readFileSync(join(RECORDED, 'live', folder, name), 'utf8'));
    const listed = (json('containers_json_all_1.json') as unknown[]).map((entry) => Listed.parse(entry));
    return listed.map((entry) => {
      const name = entry.Names?.[0]?.slice(1) ?? '';
      const file = `containers_${name}_json.json`;
      const inspected = readdirSync(join(RECORDED, 'live', folder)).includes(file) ? Inspected.parse(json(file)) : null;
      const container = containerOf(entry, inspected, Date.parse('2026-11-20T08:40:00Z'));
      return `${folder} ${container.name} ${container.state} ${container.networks.map((network) => network.name).join('+')} ${container.published.map(({ port }) => port).join('+')} ${container.details?.health?.status ?? '-'}`;
    });
  });
  expect(seen).toEqual(
    expect.arrayContaining([
      'docker-20.10 crash restarting bridge  -',
      'docker-20.10 jsr-dev running traefik-net  -',
      'docker-20.10 ai-orchestrator-frontend running unified-net 8002 healthy',
      'docker-26.1 oomed exited none  -',
      'docker-26.1 nonet running none  unhealthy',
      'podman-4.3 web running audit-net 8090 -',
    ]),
  );
});
