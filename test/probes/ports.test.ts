import { createSocket } from 'node:dgram';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { type Mode, ProbeError } from '../../skill/audit/define.ts';
import type { Host } from '../../skill/host/host.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { ipv4Of, ipv6Of, ipv6OfWords, scopeOf, shortIpv6 } from '../../skill/probes/addresses.ts';
import { distinct } from '../../skill/probes/listeners/listener.ts';
import { parseLsof } from '../../skill/probes/listeners/macos.ts';
import { ownersOf } from '../../skill/probes/listeners/owners.ts';
import { parseProcNet } from '../../skill/probes/listeners/proc-net.ts';
import { parseSs } from '../../skill/probes/listeners/ss.ts';
import { parseWindows } from '../../skill/probes/listeners/windows.ts';
import { type Listener, ports } from '../../skill/probes/ports.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../support/fake-program.ts';
import { mutations } from '../support/mutations.ts';
import { RECORDED } from '../support/recorded.ts';

const soon = (ms = 5_000) => AbortSignal.timeout(ms);

function closing() {
  const real = createNodeHost();
  return { real, [Symbol.asyncDispose]: () => real.close() };
}

async function listening(address: string, onConnection: (socket: import('node:net').Socket) => void = () => {}) {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return { server, port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: () => closed(server) };
}
const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

async function closedPort() {
  await using gone = await listening('127.0.0.1');
  return gone.port;
}

const read = (fields: Partial<Parameters<typeof ports.read>[0]>, host: Host, mode: Mode = 'quick') =>
  ports.read({ id: 'ports', kind: 'ports', host: '127.0.0.1', ...fields }, host, mode, soon());

describe('expected ports', () => {
  test('a port that stays open is open, a closed one refused, one that hangs up at once closed at once', async () => {
    await using outside = closing();
    await using open = await listening('127.0.0.1');
    await using rude = await listening('127.0.0.1', (socket) => socket.destroy());
    const expect_ = [
      { port: open.port, service: 'open' },
      { port: await closedPort(), service: 'refused' },
      { port: rude.port, service: 'rude' },
    ];
    const facts = await read({ expect: expect_ }, outside.real);
    expect(ports.facts.parse(facts).expected.map(({ service, state, failure }) => [service, state, failure])).toEqual([
      ['open', 'open', null],
      ['refused', 'refused', 'refused'],
      ['rude', 'closed-at-once', null],
    ]);
  });

  test('a port that never answers is filtered after a second', async () => {
    await using outside = closing();
    const deaf: Host = {
      ...outside.real,
      connect: (_host, _port, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new ProbeError('timeout', 'late')))),
    };
    const facts = await read(
      {
        expect: [
          { port: 1, service: 'a' },
          { port: 2, service: 'b' },
        ],
      },
      deaf,
    );
    expect(facts.expected).toMatchObject([
      { state: 'filtered', failure: 'timeout' },
      { state: 'filtered', failure: 'timeout' },
    ]);
    for (const { durationMs } of facts.expected) expect(durationMs).toBeGreaterThan(900);
    for (const { durationMs } of facts.expected) expect(durationMs).toBeLessThan(1_400);
  });

  test('another failure keeps its code', async () => {
    await using outside = closing();
    const lost: Host = { ...outside.real, connect: async () => Promise.reject(new ProbeError('unreachable', 'no route')) };
    expect((await read({ expect: [{ port: 80, service: 'web' }] }, lost)).expected).toMatchObject([
      { state: 'failed', failure: 'unreachable' },
    ]);
  });

  test('an audit that ends while it knocks says timeout, not filtered', async () => {
    await using outside = closing();
    const deaf: Host = {
      ...outside.real,
      connect: (_host, _port, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new ProbeError('timeout', 'late')))),
    };
    const reading = ports.read(
      { id: 'p', kind: 'ports', host: '127.0.0.1', expect: [{ port: 1, service: 'a' }] },
      deaf,
      'quick',
      soon(100),
    );
    await expect(reading).rejects.toMatchObject({ name: 'ProbeError', code: 'timeout' });
  });
});

describe('the scan', () => {
  test('open ports that nobody expected are found, in full mode only', async () => {
    await using outside = closing();
    await using expected = await listening('127.0.0.1');
    await using surprise = await listening('127.0.0.1');
    const expect_ = [{ port: expected.port, service: 'known' }];
    expect((await read({ scan: [surprise.port, surprise.port], expect: expect_ }, outside.real, 'full')).scanned).toEqual([surprise.port]);
    expect((await read({ scan: [expected.port, expected.port], expect: expect_ }, outside.real, 'full')).scanned).toEqual([]);
    expect((await read({ scan: [surprise.port, surprise.port] }, outside.real)).scanned).toBeNull();
  });

  test('at most 2000 ports are tried, 256 at once', async () => {
    await using outside = closing();
    const seen = { now: 0, most: 0, all: 0 };
    const counting: Host = {
      ...outside.real,
      async connect() {
        seen.all += 1;
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        seen.now -= 1;
        throw new ProbeError('refused', 'closed');
      },
    };
    expect((await read({ scan: [65_000, 1] }, counting, 'full')).scanned).toEqual([]);
    expect(seen).toEqual({ now: 0, most: 256, all: 2_000 });
  });
});

describe.runIf(process.platform === 'linux')('what listens here', () => {
  test('real sockets are found with address, scope and owner, each once', async () => {
    await using outside = closing();
    await using loopback = await listening('127.0.0.1');
    await using everywhere = await listening('0.0.0.0');
    await using six = await listening('::1');
    const udp = createSocket('udp4');
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const facts = await read({}, outside.real, 'full');
    const udpPort = udp.address().port;
    udp.close();
    const own = { process: 'node', pid: process.pid };
    expect(ports.facts.parse(facts).listenersMissing).toBeNull();
    const found = (port: number) => facts.listeners?.filter((listener) => listener.port === port);
    expect(found(loopback.port)).toEqual([{ port: loopback.port, protocol: 'tcp', address: '127.0.0.1', scope: 'loopback', ...own }]);
    expect(found(everywhere.port)).toEqual([{ port: everywhere.port, protocol: 'tcp', address: '0.0.0.0', scope: 'all', ...own }]);
    expect(found(six.port)).toEqual([{ port: six.port, protocol: 'tcp', address: '::1', scope: 'loopback', ...own }]);
    expect(found(udpPort)).toEqual([{ port: udpPort, protocol: 'udp', address: '127.0.0.1', scope: 'loopback', ...own }]);
  });

  test('quick mode did not ask, and says so', async () => {
    await using outside = closing();
    expect(await read({}, outside.real)).toMatchObject({ listeners: null, listenersMissing: { code: 'not-asked' } });
  });

  test('another machine cannot be looked into', async () => {
    await using outside = closing();
    const remote: Host = { ...outside.real, addresses: () => ['192.168.1.10'] };
    expect(await read({ host: '192.168.1.11' }, remote, 'full')).toMatchObject({
      listeners: null,
      listenersMissing: { code: 'not-local' },
    });
    expect((await read({ host: '192.168.1.10' }, remote, 'full')).listeners).not.toBeNull();
    expect((await read({ host: hostname() }, remote, 'full')).listeners).not.toBeNull();
  });

  const unreadable = (real: Host, code: 'denied' | 'too-large'): Host => ({
    ...withPrograms(real, {}),
    read: async (path) => Promise.reject(new ProbeError(code, path)),
  });

  test('where /proc/net cannot be read, ss is asked', async () => {
    using folder = temporaryFolder();
    await using outside = closing();
    const ss = writeProgram(folder.path, 'ss', `echo 'tcp LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=999999999,fd=5))'`);
    const facts = await read({}, { ...unreadable(outside.real, 'too-large'), run: withPrograms(outside.real, { ss }).run }, 'full');
    expect(facts.listeners).toEqual([{ port: 80, protocol: 'tcp', address: '0.0.0.0', scope: 'all', process: 'nginx', pid: 999_999_999 }]);
  });

  test('a Node program that ss calls « MainThread » gets its name', async () => {
    using folder = temporaryFolder();
    await using outside = closing();
    const ss = writeProgram(
      folder.path,
      'ss',
      `echo 'tcp LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("MainThread",pid=${process.pid},fd=5))'`,
    );
    const facts = await read({}, { ...unreadable(outside.real, 'denied'), run: withPrograms(outside.real, { ss }).run }, 'full');
    expect(facts.listeners).toMatchObject([{ process: 'node', pid: process.pid }]);
  });

  test('without either, the tool is what is missing', async () => {
    await using outside = closing();
    expect(await read({}, unreadable(outside.real, 'denied'), 'full')).toMatchObject({
      listeners: null,
      listenersMissing: { code: 'missing-tool', detail: expect.stringContaining('ss') },
    });
  });

  test('a kernel without IPv6 is read all the same, and sockets of others have no owner', async () => {
    await using outside = closing();
    const files: Record<string, string> = { '/proc/net/tcp': TCP.replaceAll('25241', '999999999'), '/proc/net/udp': UDP };
    const old: Host = {
      ...withPrograms(outside.real, {}),
      read: async (path) => files[path] ?? Promise.reject(new ProbeError('not-found', path)),
    };
    const facts = await read({}, old, 'full');
    expect(facts.ownersPartial).toBe(true);
    expect(facts.listeners?.map(({ port, process }) => [port, process])).toEqual([
      [53, null],
      [6379, null],
    ]);
  });
});

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:18EB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 25241 1 000000009dd2f7f0 100 0 0 10 0
   1: 0100007F:18EB 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 25242 1 000000009dd2f7f0 100 0 0 10 0
`;
const UDP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  100: 0100007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000   101        0 18812 2 0000000000000000 0
`;
const TCP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31 1 0000000000000000 100 0 0 10 0
   1: 00000000000000000000000001000000:18EB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 32 1 0000000000000000 100 0 0 10 0
   2: 0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 33 1 0000000000000000 100 0 0 10 0
   3: 000080FE00000000FF5600021234FEFF:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 34 1 0000000000000000 100 0 0 10 0
`;

describe('the sockets of /proc/net', () => {
  test('only listening TCP sockets count, not connections', () => {
    expect(parseProcNet(TCP, 'tcp')).toEqual([{ port: 6379, protocol: 'tcp', address: '127.0.0.1', scope: 'loopback', inode: '25241' }]);
  });
  test('a UDP socket that is not connected listens', () => {
    expect(parseProcNet(UDP, 'udp')).toMatchObject([{ port: 53, protocol: 'udp' }]);
  });
  test('IPv6 is read word by word, and an IPv4-mapped address is an IPv4 one', () => {
    expect(parseProcNet(TCP6, 'tcp')?.map(({ address, port, scope }) => [address, port, scope])).toEqual([
      ['::', 80, 'all'],
      ['::1', 6379, 'loopback'],
      ['127.0.0.1', 8080, 'loopback'],
      ['fe80::200:56ff:fffe:3412', 443, 'lan'],
    ]);
  });
  test('another text is no empty list', () => {
    expect(parseProcNet('', 'tcp')).toBeNull();
  });
  test('addresses of both orders', () => {
    expect(ipv4Of('0101A8C0')).toBe('192.168.1.1');
    expect(ipv4Of('0101A8')).toBeNull();
    expect(ipv6Of('fe800000000000000000000000000001')).toBe('fe80::1');
    expect(ipv6OfWords('B80D0120000000000000000001000000')).toBe('2001:db8::1');
    expect(shortIpv6('0:0:0:0:0:0:0:1')).toBe('::1');
    expect([scopeOf('127.0.0.53'), scopeOf('::'), scopeOf('192.168.1.2'), scopeOf('1.127.0.1')]).toEqual(['loopback', 'all', 'lan', 'lan']);
  });
});

describe('owners', () => {
  test('of several processes on one socket the oldest is named, without arguments', async () => {
    using folder = temporaryFolder();
    for (const [pid, name] of [
      [100, 'nginx-worker'],
      [43, 'nginx'],
    ] as const) {
      mkdirSync(`${folder.path}/${pid}/fd`, { recursive: true });
      writeFileSync(`${folder.path}/${pid}/comm`, `${name}\n`);
      symlinkSync('socket:[777]', `${folder.path}/${pid}/fd/5`);
      symlinkSync('/dev/null', `${folder.path}/${pid}/fd/0`);
    }
    expect([...(await ownersOf(new Set(['777']), soon(), folder.path))]).toEqual([['777', { process: 'nginx', pid: 43 }]]);
  });
});

describe('ss', () => {
  const SS = `tcp LISTEN 0      511      0.0.0.0:80   0.0.0.0:* users:(("nginx",pid=43,fd=5),("nginx",pid=42,fd=5))
tcp LISTEN 0      511        [::1]:6379    [::]:* users:(("redis-server",pid=36,fd=7))
tcp LISTEN 0      4096           *:13001      *:*
udp UNCONN 0      0   127.0.0.53%lo:53  0.0.0.0:* users:(("systemd-resolve",pid=1117,fd=12))
tcp ESTAB  0      0      127.0.0.1:80 127.0.0.1:9
`;
  test('every form of address is understood', () => {
    expect(parseSs(SS)).toEqual([
      { port: 80, protocol: 'tcp', address: '0.0.0.0', scope: 'all', process: 'nginx', pid: 42 },
      { port: 6379, protocol: 'tcp', address: '::1', scope: 'loopback', process: 'redis-server', pid: 36 },
      { port: 13_001, protocol: 'tcp', address: '::', scope: 'all', process: null, pid: null },
      { port: 53, protocol: 'udp', address: '127.0.0.53', scope: 'loopback', process: 'systemd-resolve', pid: 1117 },
    ]);
  });
  test('a process column on a line of its own belongs to the line above', () => {
    expect(parseSs('tcp LISTEN 0 5 [fe80::1]%eth0:546 [::]:*\n      users:(("dhclient",pid=9,fd=1))\n')).toMatchObject([
      { address: 'fe80::1', scope: 'lan', process: 'dhclient' },
    ]);
  });
  const live = `${RECORDED}/live`;
  test.skipIf(!existsSync(live))('every line of the recorded answers is understood', () => {
    for (const name of readdirSync(live).filter((file) => file.startsWith('ss-tulpn'))) {
      const text = readFileSync(`${live}/${name}`, 'utf8');
      const listeners = parseSs(text);
      expect(listeners, name).toHaveLength(text.trimEnd().split('\n').length);
      expect(
        listeners.some(({ process }) => process !== null),
        name,
      ).toBe(!name.includes('unprivileged'));
    }
    const wide = readFileSync(`${RECORDED}/ss-netstat/ubuntu-18.04__ss-sudo-tulpen.out`, 'utf8');
    expect(parseSs(wide)).toHaveLength(wide.match(/ (?:LISTEN|UNCONN) /g)?.length ?? 0);
  });
});

describe('Windows', () => {
  const row = { Protocol: 'tcp', LocalAddress: '0.0.0.0', LocalPort: 1234, OwningProcess: 4242, State: 2, Process: 'LM Studio' };
  const expected: Listener = { port: 1234, protocol: 'tcp', address: '0.0.0.0', scope: 'all', process: 'LM Studio', pid: 4242 };
  test('an array, one object or nothing: PowerShell says the same in three ways', () => {
    expect(parseWindows(JSON.stringify([row, { ...row, LocalAddress: '::', Protocol: 'udp', State: null }]))).toEqual([
      expected,
      { ...expected, address: '::', protocol: 'udp' },
    ]);
    expect(parseWindows(`\uFEFF${JSON.stringify(row)}\r\n`)).toEqual([expected]);
    expect(parseWindows('\r\n')).toEqual([]);
  });
  test('a state is a number or a name, and only listening counts', () => {
    expect(
      parseWindows(
        JSON.stringify([
          { ...row, State: 5 },
          { ...row, State: 'Listen' },
          { LocalAddress: 'fe80::1%12', LocalPort: 1, OwningProcess: 4 },
        ]),
      ),
    ).toMatchObject([{ port: 1234 }, { address: 'fe80::1', scope: 'lan', process: null }]);
  });
  test('words instead of JSON are malformed', () => {
    expect(() => parseWindows('Get-NetTCPConnection : Accès refusé')).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
  test('the whole path works through a program in the place of PowerShell', async () => {
    using folder = temporaryFolder();
    await using outside = closing();
    const powershell = writeProgram(folder.path, 'powershell', `cat <<'END'\n${JSON.stringify([row])}\nEND`);
    const windows: Host = { ...withPrograms(outside.real, { 'powershell.exe': powershell }), platform: 'win32' };
    expect(await read({}, windows, 'full')).toMatchObject({ listeners: [expected], ownersPartial: false });
  });
});

describe('macOS', () => {
  const LSOF = 'p501\ncrapportd\nf8\nn*:49152\np700\ncredis-server\nf6\nn127.0.0.1:6379\nf7\nn[::1]:6379\n';
  test('a name without a port is no listener, whatever figures it holds', () => {
    expect(parseLsof('p1\ncx\nf1\nn127.5\nn127.0.0.1:1e3\nn127.0.0.1:80.0\nn127.0.0.1: 80\n')).toEqual([]);
  });
  test('the process stands before its sockets', () => {
    expect(parseLsof(LSOF)).toEqual([
      { port: 49_152, protocol: 'tcp', address: '::', scope: 'all', process: 'rapportd', pid: 501 },
      { port: 6379, protocol: 'tcp', address: '127.0.0.1', scope: 'loopback', process: 'redis-server', pid: 700 },
      { port: 6379, protocol: 'tcp', address: '::1', scope: 'loopback', process: 'redis-server', pid: 700 },
    ]);
  });
  test('nothing to show is exit 1 without a word; a complaint is a failure', async () => {
    using folder = temporaryFolder();
    await using outside = closing();
    const by = (script: string): Host => ({
      ...withPrograms(outside.real, { lsof: writeProgram(folder.path, 'lsof', script) }),
      platform: 'darwin',
    });
    expect((await read({}, by('exit 1'), 'full')).listeners).toEqual([]);
    expect(await read({}, by('echo "lsof: illegal option" >&2; exit 1'), 'full')).toMatchObject({
      listeners: null,
      listenersMissing: { code: 'malformed' },
    });
  });
});

describe('one list of listeners', () => {
  const nginx: Listener = { port: 80, protocol: 'tcp', address: '0.0.0.0', scope: 'all', process: 'nginx', pid: 1 };
  test('twins of one program count once; another owner of the same port stays', () => {
    expect(distinct([nginx, { ...nginx, pid: 2 }, { ...nginx, process: 'caddy', pid: 3 }])).toEqual([
      nginx,
      { ...nginx, process: 'caddy', pid: 3 },
    ]);
  });
  test('an unnamed twin says nothing new; alone it stays', () => {
    const unnamed = { ...nginx, process: null, pid: null };
    expect(distinct([unnamed, nginx])).toEqual([nginx]);
    expect(distinct([unnamed, unnamed])).toEqual([unnamed]);
  });
  test('more than 5000 are cut', () => {
    expect(distinct(Array.from({ length: 6_000 }, (_, i) => ({ ...nginx, port: i + 1 })))).toHaveLength(5_000);
  });
});

test('2000 damaged answers of every source give valid listeners or a ProbeError', () => {
  const Listeners = ports.facts;
  const sources: readonly (readonly [string, (text: string) => readonly object[]])[] = [
    [
      TCP + TCP6,
      (text) => (parseProcNet(text, 'tcp') ?? []).map(({ inode: _inode, ...socket }) => ({ ...socket, process: null, pid: null })),
    ],
    [
      'udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* users:(("systemd-resolve",pid=1117,fd=12))\ntcp LISTEN 0 5 [::]:80 [::]:* users:(("a",pid=1,fd=1))\n',
      parseSs,
    ],
    [JSON.stringify([{ Protocol: 'tcp', LocalAddress: '::', LocalPort: 80, OwningProcess: 4, State: 2, Process: 'System' }]), parseWindows],
    ['p501\ncrapportd\nf8\nn*:49152\np700\ncredis\nn[::1]:6379\n', parseLsof],
  ];
  let read_ = 0;
  for (const [seed, [text, parse]] of sources.entries())
    for (const damaged of mutations(text, 2_000, seed)) {
      try {
        const listeners = parse(damaged);
        read_ += listeners.length;
        Listeners.parse({ expected: [], scanned: null, listeners, listenersMissing: null, ownersPartial: false });
      } catch (error) {
        if (!(error instanceof ProbeError)) throw error;
      }
    }
  expect(read_).toBeGreaterThan(2_000);
});
