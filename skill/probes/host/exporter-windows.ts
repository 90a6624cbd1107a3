import { cut } from '../cut.ts';
import { all, figure, finite, indexed, keyOf, label } from '../exporter.ts';
import type { Exposition } from '../exposition.ts';
import type { ExporterFigures } from './exporter.ts';
import { memoryOf, untold } from './exporter-pieces.ts';
import { toMount } from './mounts.ts';
import { absent, present } from './piece.ts';

const MOST_VOLUMES = 200;

/** What windows_exporter tells, under its names before and after 0.31. */
export function windowsFigures(metrics: Exposition): ExporterFigures {
  return {
    hostname: cut(label(metrics, 'hostname', 'windows_os_hostname', 'windows_cs_hostname') ?? '') || null,
    os: cut(label(metrics, 'product', 'windows_os_info') ?? 'Windows'),
    kernel: cut(label(metrics, 'version', 'windows_os_info') ?? ''),
    cores: coresOf(metrics),
    bootedAtSeconds: figure(
      metrics,
      'windows_system_boot_time_timestamp',
      'windows_system_boot_time_timestamp_seconds',
      'windows_system_system_up_time',
    ),
    nowSeconds: figure(metrics, 'windows_time_current_timestamp_seconds', 'windows_os_time'),
    memory: memoryOf(
      figure(metrics, 'windows_memory_physical_total_bytes', 'windows_cs_physical_memory_bytes', 'windows_os_visible_memory_bytes'),
      figure(metrics, 'windows_memory_available_bytes', 'windows_os_physical_memory_free_bytes', 'windows_memory_physical_free_bytes'),
      'windows_memory_available_bytes',
    ),
    load: absent('load', 'not-applicable', 'Windows has no load average'),
    mounts: readVolumes(metrics),
    reboot: absent('reboot', 'not-applicable', 'only Debian-like systems leave a mark'),
    updates: absent('updates', 'not-applicable', 'no apt on this machine'),
    gateways: untold('gateways', 'its routes'),
    clock: readClock(metrics),
    disks: untold('smart', 'smartctl_device_smart_status'),
  };
}

function coresOf(metrics: Exposition): number | null {
  const told = figure(metrics, 'windows_cpu_logical_processor', 'windows_cs_logical_processors');
  const listed = new Set(all(metrics, 'windows_cpu_time_total').map(({ labels }) => labels.get('core'))).size;
  return told !== null && Number.isSafeInteger(told) && told > 0 ? told : listed || null;
}

/** Lettered volumes and folders that one is mounted at; the system's hidden partitions are nobody's storage. */
function readVolumes(metrics: Exposition): ExporterFigures['mounts'] {
  const volumes = all(metrics, 'windows_logical_disk_size_bytes').filter(({ labels }) => !HIDDEN.test(labels.get('volume') ?? ''));
  if (volumes.length === 0) return untold('mounts', 'windows_logical_disk_size_bytes');
  const [free, readOnly, info] = ['free_bytes', 'readonly', 'info'].map((name) =>
    indexed(metrics, `windows_logical_disk_${name}`, 'volume'),
  );
  const mounts = volumes.slice(0, MOST_VOLUMES).map((sample) => {
    const volume = keyOf(sample, 'volume');
    const totalBytes = finite(sample);
    const freeBytes = finite(free?.get(volume));
    const isRead = totalBytes !== null && freeBytes !== null;
    return toMount(
      {
        device: volume,
        mount: volume,
        type: info?.get(volume)?.labels.get('filesystem') ?? '',
        readOnly: finite(readOnly?.get(volume)) === 1,
        expectedWritable: false,
      },
      isRead ? { totalBytes, freeBytes, availableBytes: freeBytes, inodes: 0, freeInodes: 0 } : null,
    );
  });
  return present(mounts.filter(({ totalBytes }) => totalBytes !== 0));
}

const HIDDEN = /^(?:HarddiskVolume\d+|_Total|)$/;

/** The time service has a source, or nothing is known: another program may set the clock. */
function readClock(metrics: Exposition): ExporterFigures['clock'] {
  const sources = figure(metrics, 'windows_time_ntp_client_time_sources');
  return sources !== null && sources > 0
    ? present({ synchronized: true, source: 'windows_time_ntp_client_time_sources' })
    : untold('clock', 'windows_time_ntp_client_time_sources');
}
