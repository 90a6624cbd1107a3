import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProbeError } from '../../skill/audit/define.ts';
import type { FileSystemStats, Host } from '../../skill/host/host.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { parseClock } from '../../skill/probes/host/clock.ts';
import { parseIpv6Routes, parseRoutes } from '../../skill/probes/host/gateways.ts';
import { readLargestProcess } from '../../skill/probes/host/largest-process.ts';
import { parseMounts, parseStat, toMount, writableByFstab } from '../../skill/probes/host/mounts.ts';
import { toFacts } from '../../skill/probes/host/portable.ts';
import { parseCpu, parseLoad, parseMemory, parseOsRelease, parseUptimeSeconds } from '../../skill/probes/host/proc-files.ts';
import { parseHealth, parseScan, readSmart } from '../../skill/probes/host/smart.ts';
import { parseUpgrade, readUpdates } from '../../skill/probes/host/updates.ts';
import { type HostFacts, host } from '../../skill/probes/host.ts';
import { temporaryFolder, withPrograms, writeProgram } from '../support/fake-program.ts';
import { mutations } from '../support/mutations.ts';

const TARGET = { id: 'machine', kind: 'host' } as const;
const soon = (ms = 5_000) => AbortSignal.timeout(ms);

function closing() {
  const real = createNodeHost();
  return { real, [Symbol.asyncDispose]: () => real.close() };
}

/** A Linux whose files are these and no others. */
function withFiles(real: Host, files: Readonly<Record<string, string | ProbeError>>, statfs: Host['statfs'] = async () => STATS): Host {
  return {
    ...withPrograms(real, {}),
    platform: 'linux',
    statfs,
    async read(path) {
      const found = files[path];
      if (found instanceof ProbeError) throw found;
      if (found === undefined) throw new ProbeError('not-found', path);
      return found;
    },
  };
}

const STATS: FileSystemStats = { totalBytes: 1_000, freeBytes: 400, availableBytes: 200, inodes: 100, freeInodes: 75 };

const MEMINFO =
  'MemTotal:       16000000 kB\nMemFree:         1000000 kB\nMemAvailable:    8000000 kB\nBuffers:          200000 kB\nCached:          3000000 kB\n';
const MOUNTS = `/dev/nvme0n1p2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /run tmpfs rw 0 0
/dev/sdb1 /media/Mes\\040disques ext4 ro,relatime 0 0
`;
const ROUTE = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
`;
const FILES = {
  '/proc/sys/kernel/hostname': 'jarvis\n',
  '/proc/sys/kernel/osrelease': '6.8.0-45-generic\n',
  '/proc/cpuinfo': 'processor\t: 0\nmodel name\t: AMD Ryzen 9 5900X\n\nprocessor\t: 1\nmodel name\t: AMD Ryzen 9 5900X\n',
  '/proc/meminfo': MEMINFO,
  '/proc/loadavg': '0.50 1.25 2.00 3/450 12345\n',
  '/proc/uptime': '86400.25 100000.00\n',
  '/proc/self/mounts': MOUNTS,
  '/proc/net/route': ROUTE,
  '/etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n',
};

describe('the files of /proc', () => {
  test('memory is what is available, not what is free', () => {
    expect(parseMemory(MEMINFO)).toEqual({ totalBytes: 16_384_000_000, availableBytes: 8_192_000_000 });
  });
  test('an old kernel without MemAvailable is computed', () => {
    expect(parseMemory(MEMINFO.replace(/MemAvailable.*\n/, ''))?.availableBytes).toBe(4_200_000 * 1024);
  });
  test('the load is three averages', () => {
    expect(parseLoad('0.50 1.25 12.00 3/450 12345\n')).toEqual([0.5, 1.25, 12]);
  });
  test('a processor has a model and cores; an ARM one has cores only', () => {
    expect(parseCpu(FILES['/proc/cpuinfo'])).toEqual({ model: 'AMD Ryzen 9 5900X', cores: 2 });
    expect(parseCpu('processor\t: 0\nBogoMIPS\t: 108.00\nCPU implementer\t: 0x41\n\nprocessor\t: 1\n')).toEqual({ model: null, cores: 2 });
  });
  test('Ubuntu, and what takes after it, is Debian-like; Fedora is not', () => {
    expect(parseOsRelease('NAME="Linux Mint"\nVERSION_ID="21"\nID=linuxmint\nID_LIKE="ubuntu debian"')).toEqual({
      name: 'Linux Mint 21',
      isDebianLike: true,
    });
    expect(parseOsRelease("PRETTY_NAME='Fedora Linux 44'\nID=fedora")).toEqual({ name: 'Fedora Linux 44', isDebianLike: false });
  });
});

describe('mounts', () => {
  test('escaped names are unescaped and pseudo file systems left out', () => {
    expect(parseMounts(MOUNTS)).toEqual([
      { device: '/dev/nvme0n1p2', mount: '/', type: 'ext4', readOnly: false, expectedWritable: false },
      { device: '/dev/sdb1', mount: '/media/Mes disques', type: 'ext4', readOnly: true, expectedWritable: false },
    ]);
  });
  test('a device mounted many times counts once, by its shortest mount', () => {
    const text = '/dev/sda1 /var/lib/kubelet/pods/x/volume ext4 rw 0 0\n/dev/sda1 /data ext4 rw 0 0\n/dev/sda1 /data/bind ext4 ro 0 0\n';
    expect(parseMounts(text).map(({ mount }) => mount)).toEqual(['/data']);
  });
  test('two file systems without a device of their own stay two', () => {
    expect(parseMounts('s3fs /mnt/a fuse.s3fs rw 0 0\ns3fs /mnt/b fuse.s3fs rw 0 0\n')).toHaveLength(2);
  });
  test('what is mounted over another hides it', () => {
    expect(parseMounts('systemd-1 /mnt/nas autofs rw 0 0\nnas:/volume /mnt/nas nfs4 rw 0 0\n')).toMatchObject([
      { mount: '/mnt/nas', type: 'nfs4' },
    ]);
  });
  test('a container shows neither its layers nor the files bound into it', () => {
    const text = `overlay / overlay rw 0 0\n/dev/sda1 /etc/hosts ext4 rw 0 0\n/dev/sdc1 /etc/resolv.conf ext4 rw 0 0\n/dev/loop1 /snap/core squashfs ro 0 0
cgroup2 /sys/fs/cgroup cgroup2 ro 0 0\n/dev/sr0 /media/cd iso9660 ro 0 0\n/dev/sdb /run/media/x ext4 rw 0 0\n/dev/sda1 /runtime ext4 rw 0 0\n`;
    expect(parseMounts(text).map(({ mount }) => mount)).toEqual(['/runtime']);
  });
  test('no more than 200 are kept', () => {
    expect(parseMounts(Array.from({ length: 900 }, (_, i) => `/dev/d${i} /m${i} ext4 rw 0 0`).join('\n'))).toHaveLength(200);
  });
  test('fullness is counted as df does: the blocks kept for root are neither used nor available', () => {
    // df says 75 % here: 600 used of the 800 that users could have
    expect(toMount({ device: '/dev/a', mount: '/', type: 'ext4', readOnly: false, expectedWritable: false }, STATS)).toMatchObject({
      usedPercent: 75,
      inodesUsedPercent: 25,
      availableBytes: 200,
    });
  });
  test('fstab without ro, and « remount read-only on errors », say that a mount ought to be writable', () => {
    const fstab =
      '# /dev/x /commented ext4 defaults 0 0\n/dev/a / ext4 defaults,errors=remount-ro 0 1\n/dev/b /media/Mes\\040disques ext4 ro,noatime 0 0\nnas:/v /mnt/nas nfs4 rw 0 0\n';
    expect([...writableByFstab(fstab)]).toEqual(['/', '/mnt/nas']);
    expect(parseMounts('/dev/a / ext4 ro,errors=remount-ro 0 0\n/dev/b /b ext4 ro 0 0\n')).toMatchObject([
      { expectedWritable: true },
      { expectedWritable: false },
    ]);
  });
  test('btrfs has no number of inodes', () => {
    expect(
      toMount(
        { device: '/dev/a', mount: '/', type: 'btrfs', readOnly: false, expectedWritable: false },
        { ...STATS, inodes: 0, freeInodes: 0 },
      ).inodesUsedPercent,
    ).toBeNull();
  });
  test('the answer of stat is read, and nothing else is', () => {
    expect(parseStat('4096 100 40 20 1000 900\n')).toEqual({
      totalBytes: 409_600,
      freeBytes: 163_840,
      availableBytes: 81_920,
      inodes: 1000,
      freeInodes: 900,
    });
    expect(parseStat('stat: cannot read file system information')).toBeNull();
  });
  test('the figures of this machine are those of df', async () => {
    await using outside = closing();
    const { mounts } = await host.read(TARGET, outside.real, 'quick', soon());
    for (const { mount, usedPercent } of mounts ?? []) {
      const { stdout } = await outside.real.run(['df', '--output=pcent', mount], {}, soon());
      expect(Math.ceil(usedPercent ?? -1), mount).toBe(Number(/(\d+)%/.exec(stdout)?.[1]));
    }
  });
});

describe('gateways', () => {
  test('default routes are found with their interface', () => {
    expect(parseRoutes(ROUTE)).toEqual(['192.168.1.1 eth0']);
  });
  test('a mobile link without a gateway address is a way out too; a rejecting route is not', () => {
    expect(parseRoutes(ROUTE.replace('0101A8C0\t0003', '00000000\t0001').replace('eth0', 'wwan0'))).toEqual(['0.0.0.0 wwan0']);
    expect(parseRoutes(ROUTE.replace('\t0003', '\t0203'))).toEqual([]);
  });
  test('not being allowed to look at one family is not a machine without it', async () => {
    await using outside = closing();
    const facts = await host.read(
      TARGET,
      withFiles(outside.real, { ...FILES, '/proc/net/ipv6_route': new ProbeError('denied', 'no') }),
      'quick',
      soon(),
    );
    expect(facts.gateways).toBeNull();
    expect(facts.missing).toMatchObject([{ what: 'gateways', code: 'denied' }]);
  });
  test('IPv6 default routes are read in network order, the unreachable one of lo left out', () => {
    const zeros = '0'.repeat(32);
    const text = `${zeros} 00 ${zeros} 00 fe80000000000000021132fffe123456 00000400 00000002 00000000 00000003     eth0
${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo\n`;
    expect(parseIpv6Routes(text)).toEqual(['fe80::211:32ff:fe12:3456 eth0']);
  });
});

describe('updates', () => {
  const UPGRADE = `106 upgraded, 0 newly installed
Inst base-files [12.4+deb12u11] (12.4+deb12u15 Debian:12.15/oldstable [amd64])
Conf base-files (12.4+deb12u15 Debian-Security:12/stable-security [amd64])
Inst openssl [3.0.16] (3.0.17 Debian-Security:12/oldstable-security [amd64])
Inst security-tools [1] (2 Debian:12.15/oldstable [amd64])
Inst libssl3 (3.0.17 Ubuntu:22.04/jammy-updates, Ubuntu:22.04/jammy-security [amd64])
`;
  test('security is told by the archive, not by a name that says it', () => {
    expect(parseUpgrade(UPGRADE)).toEqual({ security: 2, total: 4 });
  });

  async function updatesWith(days: number | null, apt: string) {
    using folder = temporaryFolder();
    await using outside = closing();
    mkdirSync(`${folder.path}/lists`);
    if (days !== null) {
      writeFileSync(`${folder.path}/lists/deb_InRelease`, '');
      const at = Date.now() / 1000 - days * 86_400;
      utimesSync(`${folder.path}/lists/deb_InRelease`, at, at);
    }
    const program = writeProgram(folder.path, 'apt-get', apt);
    return await readUpdates(withPrograms(outside.real, { 'apt-get': program }), soon(), `${folder.path}/lists`);
  }

  test('fresh lists give a count', async () => {
    const { value } = await updatesWith(2, `test "$LC_ALL" = C || exit 3\ncat <<'END'\n${UPGRADE}END`);
    expect(value).toMatchObject({ security: 2, total: 4 });
    expect(value?.listsAgeDays).toBeCloseTo(2, 2);
  });
  test('lists of a week ago prove nothing', async () => {
    expect(await updatesWith(8, 'exit 0')).toMatchObject({ value: null, missing: { what: 'updates', code: 'stale' } });
  });
  test('no lists at all prove nothing', async () => {
    expect(await updatesWith(null, 'exit 0')).toMatchObject({ value: null, missing: { code: 'stale' } });
  });
  test('an apt that fails is not an apt without updates', async () => {
    expect(await updatesWith(1, 'echo "E: dpkg was interrupted" >&2; exit 100')).toMatchObject({
      value: null,
      missing: { code: 'malformed', detail: 'apt-get exit 100: E: dpkg was interrupted' },
    });
  });
});

describe('the clock', () => {
  test('both answers in any order', () => {
    expect(parseClock('NTP=yes\nNTPSynchronized=no\n')).toEqual({ synchronized: false, source: 'timedatectl NTP=yes' });
    expect(parseClock('NTPSynchronized=yes\n')).toEqual({ synchronized: true, source: 'timedatectl' });
    expect(parseClock('')).toBeNull();
  });

  test.each([
    ['without systemd', "echo 'System has not been booted with systemd as init system (PID 1).' >&2; exit 1", 'missing-tool'],
    ['without D-Bus', "echo 'Failed to connect to bus: No such file or directory' >&2; exit 1", 'missing-tool'],
    ['that says nothing', 'exit 0', 'malformed'],
    ['that hangs', 'sleep 20', 'timeout'],
  ])('a timedatectl %s leaves the clock unknown, not unsynchronized', async (_what, script, code) => {
    using folder = temporaryFolder();
    await using outside = closing();
    const timedatectl = writeProgram(folder.path, 'timedatectl', script);
    const facts = await host.read(
      TARGET,
      { ...withFiles(outside.real, FILES), run: withPrograms(outside.real, { timedatectl }).run },
      'full',
      soon(),
    );
    expect(facts.clock).toBeNull();
    expect(facts.missing).toContainEqual(expect.objectContaining({ what: 'clock', code }));
  });
});

describe('the health of disks', () => {
  const SCAN = JSON.stringify({ devices: [{ name: '/dev/sda', type: 'sat' }, { name: '/dev/nvme0', type: 'nvme' }, { name: '-x; rm' }] });

  test('a scan names devices and nothing that could be an option', () => {
    expect(parseScan(SCAN)).toEqual(['/dev/sda', '/dev/nvme0']);
    expect(parseScan('smartctl: command garbled')).toBeNull();
  });
  test('without a verdict a disk is neither healthy nor ill', () => {
    expect(parseHealth('{"smart_status":{"passed":false}}')).toEqual({ healthy: false, detail: 'failed' });
    expect(parseHealth('{"smart_status":{"passed":true}}')).toEqual({ healthy: true, detail: 'passed' });
    expect(parseHealth('{"smartctl":{"messages":[{"string":"Unknown USB bridge"}]}}')).toEqual({
      healthy: null,
      detail: 'Unknown USB bridge',
    });
    expect(parseHealth('')).toMatchObject({ healthy: null });
  });

  async function smartBy(health: string) {
    using folder = temporaryFolder();
    await using outside = closing();
    const smartctl = writeProgram(folder.path, 'smartctl', `case "$1" in --scan) echo '${SCAN}';; *) ${health};; esac`);
    return await readSmart(withPrograms(outside.real, { smartctl }), soon());
  }
  test('each disk speaks for itself', async () => {
    const { value } = await smartBy(
      `case "$3" in /dev/sda) echo '{"smart_status":{"passed":false}}'; exit 8;; *) echo '{"smart_status":{"passed":true}}';; esac`,
    );
    expect(value).toEqual([
      { device: '/dev/sda', healthy: false, detail: 'failed' },
      { device: '/dev/nvme0', healthy: true, detail: 'passed' },
    ]);
  });
  test('without the right to ask, the right is what is missing', async () => {
    expect(
      await smartBy(`echo '{"smartctl":{"messages":[{"string":"Smartctl open device: /dev/sda failed: Permission denied"}]}}'; exit 2`),
    ).toMatchObject({
      value: null,
      missing: { what: 'smart', code: 'denied' },
    });
  });
});

describe('the largest process', () => {
  test('it is named without its arguments, and measured in bytes', async () => {
    using folder = temporaryFolder();
    for (const [pid, name, pages, kibibytes] of [
      [10, 'small', 100, 400],
      [20, 'llama-server', 90_000, 360_000],
      [30, 'gone', 0, 0],
    ] as const) {
      mkdirSync(`${folder.path}/${pid}`);
      writeFileSync(`${folder.path}/${pid}/statm`, `999999 ${pages} 1 1 0 1 0`);
      writeFileSync(`${folder.path}/${pid}/comm`, `${name}\n`);
      writeFileSync(`${folder.path}/${pid}/cmdline`, '--api-key=secret');
      writeFileSync(`${folder.path}/${pid}/status`, `Name:\t${name}\nVmRSS:\t  ${kibibytes} kB\n`);
    }
    expect(await readLargestProcess(soon(), folder.path)).toEqual({ name: 'llama-server', bytes: 360_000 * 1024 });
  });
  test('a Node program is called by its file, not « MainThread »', async () => {
    using folder = temporaryFolder();
    mkdirSync(`${folder.path}/7`);
    writeFileSync(`${folder.path}/7/statm`, '9 9 1 1 0 1 0');
    writeFileSync(`${folder.path}/7/comm`, 'MainThread\n');
    writeFileSync(`${folder.path}/7/status`, 'VmRSS:\t  36 kB\n');
    symlinkSync('/usr/bin/node', `${folder.path}/7/exe`);
    expect(await readLargestProcess(soon(), folder.path)).toEqual({ name: 'node', bytes: 36_864 });
  });
  test('a machine that shows no processes has none to name', async () => {
    expect(await readLargestProcess(soon(), '/nonexistent')).toBeNull();
  });
});

describe('this machine', () => {
  test('all of its facts come from its files', async () => {
    await using outside = closing();
    const facts = await host.read(TARGET, withFiles(outside.real, FILES), 'quick', soon());
    expect(host.facts.parse(facts)).toEqual({
      hostname: 'jarvis',
      os: 'Debian GNU/Linux 12 (bookworm)',
      kernel: '6.8.0-45-generic',
      cpu: { model: 'AMD Ryzen 9 5900X', cores: 2 },
      uptimeSeconds: 86_400.25,
      memory: { totalBytes: 16_384_000_000, availableBytes: 8_192_000_000 },
      largestProcess: null,
      load: [0.5, 1.25, 2],
      mounts: [
        {
          mount: '/',
          device: '/dev/nvme0n1p2',
          type: 'ext4',
          readOnly: false,
          expectedWritable: false,
          totalBytes: 1_000,
          availableBytes: 200,
          usedPercent: 75,
          inodesUsedPercent: 25,
        },
        {
          mount: '/media/Mes disques',
          device: '/dev/sdb1',
          type: 'ext4',
          readOnly: true,
          expectedWritable: false,
          totalBytes: 1_000,
          availableBytes: 200,
          usedPercent: 75,
          inodesUsedPercent: 25,
        },
      ],
      updates: null,
      rebootRequired: false,
      clock: null,
      disks: null,
      gateways: ['192.168.1.1 eth0'],
      missing: [],
    } satisfies HostFacts);
  });

  test('quick mode starts no program', async () => {
    await using outside = closing();
    const started: string[] = [];
    const files = { ...FILES, '/proc/self/mounts': `${MOUNTS}nas:/volume /mnt/nas nfs4 rw 0 0\n` };
    const deaf: Host = {
      ...withFiles(outside.real, files),
      run: async ([name = '']) => Promise.reject(new ProbeError('missing-tool', String(started.push(name)))),
    };
    await host.read(TARGET, deaf, 'quick', soon());
    expect(started).toEqual([]);
    await host.read(TARGET, deaf, 'full', soon());
    expect(started).toEqual(expect.arrayContaining(['stat', 'timedatectl', 'smartctl']));
  });

  test('a mount that is slow to answer is null, and the others are not', async () => {
    await using outside = closing();
    const statfs: Host['statfs'] = (path, signal) =>
      path === '/'
        ? Promise.resolve(STATS)
        : new Promise((_, reject) => signal.addEventListener('abort', () => reject(new ProbeError('timeout', path))));
    const startedAt = performance.now();
    const { mounts } = await host.read(TARGET, withFiles(outside.real, FILES, statfs), 'quick', soon());
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect(mounts?.map(({ mount, usedPercent }) => [mount, usedPercent])).toEqual([
      ['/', 75],
      ['/media/Mes disques', null],
    ]);
  });

  test('a dead NFS server is asked by a program that may be abandoned, never by a thread of ours', async () => {
    using folder = temporaryFolder();
    await using outside = closing();
    const stat = writeProgram(folder.path, 'stat', 'case "$4" in /mnt/dead) sleep 20;; *) echo 4096 100 50 50 10 5;; esac');
    const files = { ...FILES, '/proc/self/mounts': 'nas:/a /mnt/dead nfs rw 0 0\n//nas/b /mnt/alive cifs rw 0 0\n' };
    const statfs: Host['statfs'] = async () => Promise.reject(new Error('a thread was asked'));
    const { mounts } = await host.read(
      TARGET,
      { ...withFiles(outside.real, files, statfs), run: withPrograms(outside.real, { stat }).run },
      'full',
      soon(),
    );
    expect(mounts?.map(({ mount, usedPercent }) => [mount, usedPercent])).toEqual([
      ['/mnt/dead', null],
      ['/mnt/alive', 50],
    ]);
  });

  test('a bare machine gives facts and says what it lacks', async () => {
    await using outside = closing();
    const facts = await host.read(TARGET, withFiles(outside.real, {}), 'full', soon());
    expect(host.facts.safeParse(facts).error).toBeUndefined();
    expect(facts).toMatchObject({ memory: null, load: null, mounts: null, rebootRequired: null, gateways: null, clock: null, disks: null });
    expect(facts.missing.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['memory', 'load', 'mounts', 'reboot', 'gateways', 'clock', 'smart']),
    );
    expect(facts.cpu.cores).toBeGreaterThan(0);
  });

  test('a denied file is a missing right, not a missing thing', async () => {
    await using outside = closing();
    const facts = await host.read(
      TARGET,
      withFiles(outside.real, { ...FILES, '/proc/meminfo': new ProbeError('denied', '/proc/meminfo') }),
      'quick',
      soon(),
    );
    expect(facts.memory).toBeNull();
    expect(facts.missing).toEqual([{ what: 'memory', code: 'denied', detail: '/proc/meminfo' }]);
  });

  test('the mark of Debian asks for a reboot; on Fedora its absence says nothing', async () => {
    await using outside = closing();
    const marked = await host.read(TARGET, withFiles(outside.real, { ...FILES, '/run/reboot-required': '' }), 'quick', soon());
    expect(marked.rebootRequired).toBe(true);
    const fedora = await host.read(
      TARGET,
      withFiles(outside.real, { ...FILES, '/etc/os-release': 'PRETTY_NAME=Fedora\nID=fedora' }),
      'quick',
      soon(),
    );
    expect(fedora.rebootRequired).toBeNull();
    expect(fedora.missing).toMatchObject([{ what: 'reboot', code: 'not-applicable' }]);
  });

  test('a machine not read in time is no machine with parts missing', async () => {
    await using outside = closing();
    const statfs: Host['statfs'] = (path, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new ProbeError('timeout', path))));
    const startedAt = performance.now();
    await expect(host.read(TARGET, withFiles(outside.real, FILES, statfs), 'quick', soon(100))).rejects.toMatchObject({
      name: 'ProbeError',
      code: 'timeout',
    });
    expect(performance.now() - startedAt).toBeLessThan(600);
  });

  test.runIf(process.platform === 'linux')('the real one is read whole in both modes', async () => {
    await using outside = closing();
    for (const mode of ['quick', 'full'] as const) {
      const facts = await host.read(TARGET, outside.real, mode, soon());
      expect(host.facts.safeParse(facts).error).toBeUndefined();
      expect(facts.memory?.totalBytes).toBeGreaterThan(facts.memory?.availableBytes ?? Infinity);
      expect(facts.largestProcess === null).toBe(mode === 'quick');
    }
  });

  test('2000 times damaged files give valid facts', async () => {
    await using outside = closing();
    const names = Object.keys(FILES) as (keyof typeof FILES)[];
    const files = {
      ...FILES,
      '/proc/self/mounts': MOUNTS,
      '/proc/net/ipv6_route': `${'0'.repeat(32)} 00 ${'0'.repeat(32)} 00 fe80000000000000021132fffe123456 00000400 00000002 00000000 00000003     eth0\n`,
    };
    const damaged = names.map((name, seed) => [name, [...mutations(files[name], 2_000, seed)]] as const);
    for (let i = 0; i < 2_000; i += 1) {
      const broken = Object.fromEntries(damaged.map(([name, texts]) => [name, texts[i] ?? '']));
      const facts = await host.read(TARGET, withFiles(outside.real, { ...files, ...broken }), 'quick', soon(60_000));
      const { error } = host.facts.safeParse(facts);
      if (error) throw new Error(`${error.message} for ${JSON.stringify(broken)}`);
    }
  }, 60_000);

  test('2000 times damaged answers of programs throw nothing', () => {
    const texts = [
      '4096 100 40 20 1000 900',
      'NTP=yes\nNTPSynchronized=no\n',
      '{"devices":[{"name":"/dev/sda"}]}',
      '{"smart_status":{"passed":true},"smartctl":{"messages":[{"string":"x"}]}}',
      'Inst a [1] (2 Debian-Security:12 [amd64])\n',
    ];
    for (const [seed, text] of texts.entries())
      for (const damaged of mutations(text, 2_000, seed))
        for (const parse of [parseStat, parseClock, parseScan, parseHealth, parseUpgrade, parseUptimeSeconds]) parse(damaged);
  });
});

describe('Windows and macOS, by systeminformation', () => {
  const ANSWERS = {
    os: { distro: 'Microsoft Windows 11 Pro', release: '10.0.26100', kernel: '10.0.26100', hostname: 'BUREAU' },
    memory: { total: 34_359_738_368, available: 10_000_000_000 },
    fileSystems: [
      { fs: 'C:', type: 'NTFS', size: 1_000, used: 900, available: 100, use: 90, mount: 'C:', rw: true },
      { fs: 'D:', type: 'CDFS', size: 0, used: 0, available: 0, mount: 'D:', rw: true },
    ],
    cpu: { manufacturer: 'AMD', brand: 'Ryzen 9 5900X', cores: 24 },
    time: { uptime: 3_600 },
  };
  test('its answers become the same facts', () => {
    expect(host.facts.parse(toFacts(ANSWERS, 'win32'))).toMatchObject({
      hostname: 'BUREAU',
      os: 'Microsoft Windows 11 Pro 10.0.26100',
      cpu: { model: 'AMD Ryzen 9 5900X', cores: 24 },
      memory: { totalBytes: 34_359_738_368, availableBytes: 10_000_000_000 },
      load: null,
      mounts: [{ mount: 'C:', usedPercent: 90, readOnly: false, inodesUsedPercent: null }],
      missing: [
        { what: 'load', code: 'not-applicable' },
        { what: 'reboot', code: 'not-applicable' },
      ],
    });
  });
  test('what it could not say in time is missing', () => {
    const facts = host.facts.parse(toFacts({ os: null, memory: null, fileSystems: null, cpu: null, time: null }, 'darwin'));
    expect(facts).toMatchObject({ memory: null, mounts: null, os: 'darwin' });
    expect(facts.missing.map(({ what }) => what)).toEqual(['memory', 'mounts', 'reboot']);
  });
  test('figures that make no sense are missing ones', () => {
    const facts = toFacts(
      { ...ANSWERS, memory: { total: Number.NaN, available: -1 }, fileSystems: [{ mount: 'E:', size: Number.NaN }], cpu: { cores: 0 } },
      'win32',
    );
    expect(host.facts.parse(facts)).toMatchObject({ memory: null, mounts: [{ mount: 'E:', usedPercent: null, totalBytes: null }] });
  });
  test.runIf(process.platform === 'linux')('the library really answers (here on Linux, in the place of a Mac)', async () => {
    await using outside = closing();
    const facts = await host.read(TARGET, { ...outside.real, platform: 'darwin' }, 'quick', soon());
    expect(host.facts.safeParse(facts).error).toBeUndefined();
    expect(facts.memory?.totalBytes).toBeGreaterThan(0);
    expect(facts.mounts?.length).toBeGreaterThan(0);
  });
});
