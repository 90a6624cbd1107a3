import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mode } from '../../skill/audit/define.ts';
import { type HostFacts, host } from '../../skill/probes/host.ts';
import { type ExportedMachine, nodeMetrics } from '../support/exporters.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { mutations } from '../support/mutations.ts';
import { NODE_EXPORTER, startNodeExporter } from '../support/node-exporter.ts';
import { startServer } from '../support/node-server.ts';
import { during, failureOf, hostWith, readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const machine = (fields: Partial<ExportedMachine> = {}): ExportedMachine => ({
  hostname: 'm2',
  cores: 16,
  totalKiB: 32_000_000,
  availableKiB: 20_000_000,
  load: [1.5, 1.25, 1],
  disks: [{ device: '/dev/nvme0n1p2', mount: '/', sizeGiB: 468, usedPercent: 61 }],
  gateway: '192.168.200.1',
  ...fields,
});

const GIB = 2 ** 30;

/** What the probe makes of such an answer. */
async function readText(body: string | (() => string), mode: Mode = 'full'): Promise<HostFacts> {
  const { url } = await during(startServer(() => ({ body: typeof body === 'string' ? body : body() })));
  return readNode(host, { url }, { mode });
}

const missingOf = ({ missing }: HostFacts) => Object.fromEntries(missing.map(({ what, code }) => [what, code]));

/** The text without the metrics whose name begins so. */
const without = (text: string, ...names: readonly string[]) =>
  text
    .split('\n')
    .filter((line) => !names.some((name) => line.startsWith(name)))
    .join('\n');

describe('a Linux machine', () => {
  test('is read whole in one exchange', async () => {
    const facts = await readText(() => nodeMetrics(machine()));
    expect(facts).toMatchObject({
      hostname: 'm2',
      os: 'Debian GNU/Linux 12 (bookworm)',
      kernel: '6.1.0-25-amd64',
      cpu: { model: null, cores: 16 },
      memory: { totalBytes: 32_000_000 * 1024, availableBytes: 20_000_000 * 1024 },
      load: [1.5, 1.25, 1],
      mounts: [{ mount: '/', device: '/dev/nvme0n1p2', type: 'ext4', readOnly: false, expectedWritable: false, totalBytes: 468 * GIB }],
      updates: { security: 0, total: 0 },
      rebootRequired: false,
      clock: { synchronized: true, source: 'node_timex_sync_status' },
      disks: [{ device: '/dev/nvme0', healthy: true }],
      gateways: ['192.168.200.1 eth0'],
      missing: [],
    });
    expect(facts.uptimeSeconds).toBeCloseTo(1_209_612, -1);
    expect(facts.mounts?.[0]?.usedPercent).toBeCloseTo(61, 1);
    expect(Math.abs(facts.clockSkewMs ?? Number.NaN)).toBeLessThan(50);
  });

  test('what a bare exporter does not tell is missing, and says so', async () => {
    const bare = without(
      nodeMetrics(machine()),
      'apt_',
      'smartmon_',
      'node_reboot',
      'node_network_route',
      'node_timex',
      'node_time_',
      'node_load',
      'node_cpu',
      'node_memory',
      'node_filesystem',
      'node_uname',
      'node_os',
    );
    const facts = await readText(bare);
    expect(missingOf(facts)).toEqual({
      memory: 'not-exported',
      load: 'not-exported',
      mounts: 'not-exported',
      reboot: 'not-exported',
      gateways: 'not-exported',
      updates: 'not-exported',
      clock: 'not-exported',
      smart: 'not-exported',
    });
    expect(facts).toMatchObject({ hostname: 'N1', os: 'Linux', cpu: { cores: null }, clockSkewMs: null, memory: null, mounts: null });
    expect(missingOf(await readText(bare, 'quick'))).toEqual({ memory: 'not-exported', load: 'not-exported', mounts: 'not-exported' });
  });

  test('memory is computed for a kernel that tells nothing available', async () => {
    const old = without(nodeMetrics(machine()), 'node_memory_MemAvailable');
    const facts = await readText(`${old}node_memory_MemFree_bytes 1e9\nnode_memory_Buffers_bytes 2e9\nnode_memory_Cached_bytes 3e9\n`);
    expect(facts.memory?.availableBytes).toBe(6e9);
  });

  test('only what holds something is a disk, once a device', async () => {
    const place = (device: string, fstype: string, mountpoint: string, bytes = 1_000) =>
      ['size', 'avail']
        .map((name) => `node_filesystem_${name}_bytes{device="${device}",fstype="${fstype}",mountpoint="${mountpoint}"} ${bytes}\n`)
        .join('');
    const facts = await readText(
      [
        place('/dev/sda1', 'ext4', '/srv/bound/deeper'),
        place('/dev/sda1', 'ext4', '/'),
        place('tmpfs', 'tmpfs', '/run'),
        place('overlay', 'overlay', '/var/lib/docker/overlay2/x'),
        place('/dev/loop0', 'squashfs', '/snap/x'),
        place('nas:/share', 'nfs4', '/nas'),
        place('/dev/sdz1', 'ext4', '/empty', 0),
      ].join(''),
    );
    expect(facts.mounts?.map(({ mount }) => mount)).toEqual(['/', '/nas']);
  });

  test('a file system that did not answer its exporter is there without figures', async () => {
    const facts = await readText('node_filesystem_device_error{device="nas:/share",fstype="nfs4",mountpoint="/nas"} 1\nnode_load1 1\n');
    expect(facts.mounts).toMatchObject([{ mount: '/nas', totalBytes: null, usedPercent: null }]);
  });

  test('inodes and read-only mounts are seen', async () => {
    const text = nodeMetrics(machine())
      .replace(/(node_filesystem_readonly\{.*\}) 0/, '$1 1')
      .replace(/(node_filesystem_files_free\{.*\}) .*/, '$1 65536');
    expect((await readText(text)).mounts).toMatchObject([{ readOnly: true, expectedWritable: false, inodesUsedPercent: 99 }]);
  });

  test('a clock that nothing disciplines, and one that runs ahead', async () => {
    const text = () => nodeMetrics(machine(), Date.now() + 90_000).replace('node_timex_sync_status 1', 'node_timex_sync_status 0');
    const facts = await readText(text);
    expect(facts.clock?.synchronized).toBe(false);
    expect(facts.clockSkewMs).toBeGreaterThan(80_000);
    expect(facts.clockSkewMs).toBeLessThan(90_050);
  });

  test('an exporter that takes its time is not a clock that is wrong', async () => {
    const { url } = await during(startServer(() => ({ body: nodeMetrics(machine()) }), { delayMs: 400 }));
    expect(Math.abs((await readNode(host, { url })).clockSkewMs ?? Number.NaN)).toBeLessThan(50);
  });
});

describe('what a text file tells', () => {
  const pending = [
    'apt_upgrades_pending{arch="all",origin="Debian:bookworm-security/stable-security"} 2',
    'apt_upgrades_pending{arch="amd64",origin="Debian:bookworm-security/stable-security,Debian:bookworm/stable"} 3',
    'apt_upgrades_pending{arch="amd64",origin="Debian:bookworm/stable"} 24',
    'node_reboot_required 1',
    '',
  ].join('\n');
  const bare = () => without(nodeMetrics(machine()), 'apt_', 'node_reboot', 'node_textfile');
  const writtenHoursAgo = (hours: number, file = 'apt.prom') =>
    `node_textfile_mtime_seconds{file="/var/lib/node_exporter/${file}"} ${Date.now() / 1000 - hours * 3_600}\n`;

  test('counts updates, those of security apart, and says that a restart waits', async () => {
    const facts = await readText(bare() + pending + writtenHoursAgo(6));
    expect(facts.updates).toMatchObject({ security: 5, total: 29 });
    expect(facts.updates?.listsAgeDays).toBeCloseTo(0.25, 2);
    expect(facts.rebootRequired).toBe(true);
  });

  test.each([
    ['a file of last week', () => writtenHoursAgo(8 * 24), { updates: 'stale', reboot: 'stale' }],
    [
      'lists of last month in a fresh file',
      () => `${writtenHoursAgo(1)}apt_package_cache_timestamp_seconds ${Date.now() / 1000 - 30 * 86_400}\n`,
      { updates: 'stale' },
    ],
    ['a file without age', () => '', { updates: 'stale' }],
    ['an old file about something else', () => writtenHoursAgo(1) + writtenHoursAgo(1_000, 'static.prom'), {}],
  ])('%s', async (_, age, missing) => {
    expect(missingOf(await readText(bare() + pending + age()))).toEqual(missing);
  });
});

test.each([
  ['smartmon.prom', 6, []],
  ['smartmon.prom', 8 * 24, null],
  ['static.prom', 8 * 24, []],
])('health of disks that %s tells, written %s hours ago', async (file, hours, disks) => {
  const healthy = `node_textfile_mtime_seconds{file="/var/lib/node_exporter/${file}"} ${Date.now() / 1000 - hours * 3_600}\n`;
  const facts = await readText(nodeMetrics(machine()) + healthy);
  expect(facts.disks).toEqual(disks && [expect.objectContaining({ device: '/dev/nvme0', healthy: true })]);
  expect(missingOf(facts)).toEqual(disks ? {} : { smart: 'stale' });
});

const WINDOWS = `windows_cpu_logical_processor 12
windows_logical_disk_free_bytes{volume="C:"} 1.5e+11
windows_logical_disk_free_bytes{volume="HarddiskVolume1"} 1e+07
windows_logical_disk_info{disk_id="0",filesystem="NTFS",serial_number="668EEC37",type="fixed",volume="C:",volume_name="Windows"} 1
windows_logical_disk_readonly{volume="C:"} 0
windows_logical_disk_size_bytes{volume="C:"} 1e+12
windows_logical_disk_size_bytes{volume="HarddiskVolume1"} 1.1e+08
windows_memory_available_bytes 1.2e+10
windows_memory_physical_free_bytes 1e+10
windows_memory_physical_total_bytes 3.4e+10
windows_os_hostname{domain="",fqdn="PC",hostname="PC"} 1
windows_os_info{build_number="19045",major_version="10",minor_version="0",product="Windows 10 Pro",revision="4842",version="10.0.19045"} 1
windows_system_boot_time_timestamp 1.7e+09
windows_time_ntp_client_time_sources 1
`;

describe('a Windows machine', () => {
  test('is read by the names of today', async () => {
    const facts = await readText(() => `${WINDOWS}windows_time_current_timestamp_seconds ${Date.now() / 1000}\n`);
    expect(facts).toMatchObject({
      hostname: 'PC',
      os: 'Windows 10 Pro',
      kernel: '10.0.19045',
      cpu: { cores: 12 },
      memory: { totalBytes: 3.4e10, availableBytes: 1.2e10 },
      load: null,
      mounts: [{ mount: 'C:', type: 'NTFS', totalBytes: 1e12, availableBytes: 1.5e11, usedPercent: 85, inodesUsedPercent: null }],
      clock: { synchronized: true },
    });
    expect(Math.abs(facts.clockSkewMs ?? Number.NaN)).toBeLessThan(50);
    expect(facts.uptimeSeconds).toBeGreaterThan(1e6);
    expect(missingOf(facts)).toEqual({
      load: 'not-applicable',
      reboot: 'not-applicable',
      updates: 'not-applicable',
      gateways: 'not-exported',
      smart: 'not-exported',
    });
  });

  test('is read by the names of before', async () => {
    const facts = await readText(`windows_cs_hostname{domain="WORKGROUP",fqdn="pc",hostname="PC"} 1
windows_cs_logical_processors 8
windows_cs_physical_memory_bytes 1.6e+10
windows_os_info{product="Microsoft Windows 10 Pro",version="10.0.19045"} 1
windows_os_physical_memory_free_bytes 4e+09
windows_os_time ${Date.now() / 1000 - 3_600}
windows_system_system_up_time ${Date.now() / 1000 - 7_200}
`);
    expect(facts).toMatchObject({ hostname: 'PC', cpu: { cores: 8 }, memory: { totalBytes: 1.6e10, availableBytes: 4e9 }, clock: null });
    expect(facts.uptimeSeconds).toBeCloseTo(3_600, -1);
    expect(facts.clockSkewMs).toBeLessThan(-3_500_000);
    expect(missingOf(facts)).toMatchObject({ mounts: 'not-exported', clock: 'not-exported' });
  });

  test('a time service without a source is not a wrong clock', async () => {
    const facts = await readText(WINDOWS.replace('time_sources 1', 'time_sources 0'));
    expect(facts.clock).toBeNull();
    expect(missingOf(facts)).toMatchObject({ clock: 'not-exported' });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['the metrics of something else', 'redis_up 1\n', 'wrong-product'],
    ['a page', '<!doctype html><h1>Node Exporter</h1>', 'wrong-product'],
    ['nothing', '', 'malformed'],
  ])('%s', async (_, body, code) => {
    expect(await failureOf(readText(body))).toBe(code);
  });

  test('a damaged answer is facts of the right shape, or a closed code', async () => {
    const bodies = [...mutations(nodeMetrics(machine()), 60), ...mutations(WINDOWS, 60)];
    const { url } = await during(startServer(() => ({ body: bodies.pop() ?? '' })));
    const outside = hostWith();
    while (bodies.length > 0) {
      const outcome = await readNode(host, { url }, { host: outside }).then(
        () => 'read',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(['read', 'malformed', 'wrong-product']).toContain(outcome);
    }
  });

  test('ten thousand file systems cost no more than reading them', async () => {
    const line = (name: string, index: number) =>
      `node_filesystem_${name}_bytes{device="/dev/d${index}",fstype="ext4",mountpoint="/m${index}"} 9\n`;
    const text = Array.from({ length: 10_000 }, (_, index) => line('size', index) + line('avail', index)).join('');
    const before = process.cpuUsage();
    expect((await readText(text)).mounts).toHaveLength(200);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
  });
});

const RECORDING = join(RECORDED, 'live/node_exporter/metrics.prom');
test.skipIf(!existsSync(RECORDING))('the recorded node exporter is read', async () => {
  const facts = await readText(readFileSync(RECORDING, 'utf8'));
  expect(facts).toMatchObject({ hostname: 'vm', os: 'Debian GNU/Linux 12 (bookworm)', cpu: { cores: 2 }, load: [9.14, 7, 3.61] });
  expect(facts.mounts).toMatchObject([{ mount: '/', type: 'ext4', totalBytes: 270_553_174_016 }]);
  expect(facts.clock).toEqual({ synchronized: false, source: 'node_timex_sync_status' });
});

describe.skipIf(!NODE_EXPORTER)('the real node exporter (prometheus-node-exporter)', () => {
  test('tells of this machine what this machine tells of itself', async () => {
    const [far, near] = await Promise.all([
      startNodeExporter('--collector.network_route').then((url) => readNode(host, { url, timeoutMs: 20_000 })),
      // quick: files alone, no program that a busy machine starts late
      readNode(host, { timeoutMs: 20_000 }, { mode: 'quick' }),
    ]);
    expect(far.hostname).toBe(hostname());
    expect(far.kernel).toBe(release());
    expect(far.os).toBe(near.os);
    expect(far.cpu.cores).toBe(near.cpu.cores ?? availableParallelism());
    expect(far.memory?.totalBytes).toBe(totalmem());
    const sizes = new Map(far.mounts?.map(({ mount, totalBytes }) => [mount, totalBytes]));
    for (const { mount, totalBytes } of near.mounts ?? []) expect(sizes.get(mount)).toBe(totalBytes);
    expect(far.uptimeSeconds).toBeCloseTo(near.uptimeSeconds ?? Number.NaN, -2);
    expect(far.gateways).toEqual(near.gateways);
    expect(Math.abs(far.clockSkewMs ?? Number.NaN)).toBeLessThan(50);
    expect(missingOf(far)).toMatchObject({ updates: 'not-exported', reboot: 'not-exported', smart: 'not-exported' });
  });

  test('tells what a script left in its folder, and how old it is', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'apt.prom');
    writeFileSync(
      file,
      '# TYPE apt_upgrades_pending gauge\napt_upgrades_pending{origin="Debian-Security:12/stable",arch="all"} 4\nnode_reboot_required 1\n',
    );
    const url = await startNodeExporter(`--collector.textfile.directory=${folder.path}`);
    expect(await readNode(host, { url, timeoutMs: 20_000 })).toMatchObject({ updates: { security: 4, total: 4 }, rebootRequired: true });
    const lastMonth = Date.now() / 1000 - 30 * 86_400;
    utimesSync(file, lastMonth, lastMonth);
    expect(missingOf(await readNode(host, { url, timeoutMs: 20_000 }))).toMatchObject({ updates: 'stale', reboot: 'stale' });
  });
});
