import type { FileSystemStats } from '../../host/host.ts';
import { cut } from '../cut.ts';
import { all, figure, finite, indexed, keyOf, label } from '../exporter.ts';
import type { Exposition, Sample } from '../exposition.ts';
import type { HostFacts } from '../host.ts';
import type { ExporterFigures } from './exporter.ts';
import { memoryOf, untold } from './exporter-pieces.ts';
import { readTextfile, tooOldOfDisks } from './exporter-textfile.ts';
import { type MountEntry, realMounts, toMount } from './mounts.ts';
import { absent, type Piece, present } from './piece.ts';

/** What node_exporter tells; `atMs` is our clock, for where it does not tell its own. */
export function linuxFigures(metrics: Exposition, atMs: number): ExporterFigures {
  const nowSeconds = figure(metrics, 'node_time_seconds');
  const os = label(metrics, 'pretty_name', 'node_os_info') ?? label(metrics, 'sysname', 'node_uname_info') ?? 'Linux';
  return {
    hostname: cut(label(metrics, 'nodename', 'node_uname_info') ?? '') || null,
    os: cut(os),
    kernel: cut(label(metrics, 'release', 'node_uname_info') ?? ''),
    cores: new Set(all(metrics, 'node_cpu_seconds_total').map(({ labels }) => labels.get('cpu'))).size || null,
    bootedAtSeconds: figure(metrics, 'node_boot_time_seconds'),
    nowSeconds,
    memory: readMemory(metrics),
    load: readLoad(metrics),
    mounts: readMounts(metrics),
    gateways: readGateways(metrics),
    clock: readClock(metrics),
    disks: readDisks(metrics, nowSeconds ?? atMs / 1000),
    ...readTextfile(metrics, nowSeconds ?? atMs / 1000),
  };
}

function readMemory(metrics: Exposition): ExporterFigures['memory'] {
  const totalBytes = figure(metrics, 'node_memory_MemTotal_bytes');
  const free = figure(metrics, 'node_memory_MemFree_bytes');
  // kernels before 3.14 tell no MemAvailable
  const computed =
    free === null ? null : free + (figure(metrics, 'node_memory_Buffers_bytes') ?? 0) + (figure(metrics, 'node_memory_Cached_bytes') ?? 0);
  return memoryOf(totalBytes, figure(metrics, 'node_memory_MemAvailable_bytes') ?? computed, 'node_memory_MemAvailable_bytes');
}

function readLoad(metrics: Exposition): ExporterFigures['load'] {
  const [one, five, fifteen] = [1, 5, 15].map((minutes) => figure(metrics, `node_load${minutes}`));
  return one == null || five == null || fifteen == null ? untold('load', 'node_load1') : present([one, five, fifteen]);
}

/** The same file systems as on this machine; one that its exporter could not ask is there without figures. */
function readMounts(metrics: Exposition): ExporterFigures['mounts'] {
  const samples = ['size_bytes', 'device_error'].flatMap((name) => all(metrics, `node_filesystem_${name}`));
  if (samples.length === 0) return untold('mounts', 'node_filesystem_size_bytes');
  const isReadOnly = figuresByMount(metrics, 'readonly');
  const stats = statsByMount(metrics);
  const entries = samples.map(
    (sample): MountEntry => ({ ...placeOf(sample), readOnly: isReadOnly(sample) === 1, expectedWritable: false }),
  );
  const found = realMounts(entries).slice(0, MOST_MOUNTS);
  return present(found.map((entry) => toMount(entry, stats(entry))).filter(({ totalBytes }) => totalBytes !== 0));
}

const MOST_MOUNTS = 200;

const placeOf = ({ labels }: Sample) => ({
  device: labels.get('device') ?? '',
  mount: labels.get('mountpoint') ?? '',
  type: labels.get('fstype') ?? '',
});

/** Null for a file system that did not answer its exporter. */
function statsByMount(metrics: Exposition) {
  const [size, available, free, files, filesFree, failed] = [
    'size_bytes',
    'avail_bytes',
    'free_bytes',
    'files',
    'files_free',
    'device_error',
  ].map((name) => figuresByMount(metrics, name));
  return ({ device, mount, type }: MountEntry): FileSystemStats | null => {
    const sample = { labels: new Map(Object.entries({ device, mountpoint: mount, fstype: type })) };
    const totalBytes = size?.(sample) ?? null;
    const availableBytes = available?.(sample) ?? null;
    if (totalBytes === null || availableBytes === null || failed?.(sample) === 1) return null;
    const freeBytes = free?.(sample) ?? availableBytes;
    return { totalBytes, freeBytes, availableBytes, inodes: files?.(sample) ?? 0, freeInodes: filesFree?.(sample) ?? 0 };
  };
}

/** A metric of file systems, found again by the labels of another one. */
function figuresByMount(metrics: Exposition, name: string): (sample: Pick<Sample, 'labels'>) => number | null {
  const keys = ['device', 'mountpoint', 'fstype'];
  const samples = indexed(metrics, `node_filesystem_${name}`, ...keys);
  return (sample) => finite(samples.get(keyOf(sample, ...keys)));
}

/** Default routes, by the collector that one must switch on (`--collector.network_route`). */
function readGateways(metrics: Exposition): Piece<string[]> {
  const routes = all(metrics, 'node_network_route_info');
  if (routes.length === 0) return untold('gateways', 'node_network_route_info');
  const found = routes
    .filter(({ labels }) => labels.get('dest') === 'default' && labels.get('gw'))
    .map(({ labels }) => `${cut(labels.get('gw') ?? '', 64)} ${cut(labels.get('device') ?? '', 32)}`);
  return present([...new Set(found)].slice(0, 50));
}

function readClock(metrics: Exposition): ExporterFigures['clock'] {
  const status = figure(metrics, 'node_timex_sync_status');
  if (status !== 0 && status !== 1) return untold('clock', 'node_timex_sync_status');
  return present({ synchronized: status === 1, source: 'node_timex_sync_status' });
}

/** SMART, by the textfile scripts of node_exporter's community or by smartctl_exporter beside it. */
function readDisks(metrics: Exposition, nowSeconds: number): Piece<NonNullable<HostFacts['disks']>> {
  const oldDays = tooOldOfDisks(metrics, nowSeconds);
  // smartctl_exporter asks the disks itself
  const names = ['smartctl_device_smart_status', ...(oldDays === null ? ['smartmon_device_smart_healthy'] : [])];
  const told = names.flatMap((name) =>
    all(metrics, name)
      .slice(0, MOST_MOUNTS)
      .map(({ labels, value }) => ({ name, device: cut(labels.get('disk') ?? labels.get('device') ?? ''), value })),
  );
  const named = told.filter(({ device }) => device !== '');
  if (named.length === 0 && oldDays !== null)
    return absent('smart', 'stale', `smartmon_device_smart_healthy is ${Math.floor(oldDays)} days old`);
  if (named.length === 0) return untold('smart', 'smartmon_device_smart_healthy');
  return present(
    named.map(({ name, device, value }) => ({
      device,
      healthy: value === 1 ? true : value === 0 ? false : null,
      detail: `${name} ${value}`,
    })),
  );
}
