import { type Mode, ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { type ExporterTarget, type Scrape, scrape, strangersAccess } from '../exporter.ts';
import type { HostFacts } from '../host.ts';
import { linuxFigures } from './exporter-linux.ts';
import { windowsFigures } from './exporter-windows.ts';
import type { Piece } from './piece.ts';

/** What an exporter tells of its machine; each part is there, or says that it is missing. */
export interface ExporterFigures {
  readonly hostname: string | null;
  readonly os: string;
  readonly kernel: string;
  readonly cores: number | null;
  /** Seconds since 1970 by its own clock. */
  readonly bootedAtSeconds: number | null;
  readonly nowSeconds: number | null;
  readonly memory: Piece<NonNullable<HostFacts['memory']>>;
  readonly load: Piece<[number, number, number]>;
  readonly mounts: Piece<NonNullable<HostFacts['mounts']>>;
  readonly reboot: Piece<boolean>;
  readonly gateways: Piece<string[]>;
  readonly updates: Piece<NonNullable<HostFacts['updates']>>;
  readonly clock: Piece<NonNullable<HostFacts['clock']>>;
  readonly disks: Piece<NonNullable<HostFacts['disks']>>;
}

/** Another machine, through its node_exporter or windows_exporter. */
export async function readHostExporter(
  target: ExporterTarget & { readonly id: string },
  host: Host,
  mode: Mode,
  signal: AbortSignal,
): Promise<HostFacts> {
  const told = await scrape(target, host, signal);
  return { ...toHostFacts(figuresOf(told), told, target.id, mode), access: strangersAccess(target) };
}

function figuresOf({ metrics, atMs }: Scrape): ExporterFigures {
  const names = [...metrics.samples.keys()];
  if (names.some((name) => /^node_(?:memory|filesystem|cpu|load|uname|boot_time|time)_?/.test(name))) return linuxFigures(metrics, atMs);
  if (names.some((name) => /^windows_(?:cpu|cs|os|memory|logical_disk|system)_/.test(name))) return windowsFigures(metrics);
  throw new ProbeError('wrong-product', 'metrics of neither node_exporter nor windows_exporter');
}

function toHostFacts(figures: ExporterFigures, { atMs, withinMs }: Scrape, id: string, mode: Mode): HostFacts {
  const { hostname, os, kernel, cores, bootedAtSeconds, nowSeconds } = figures;
  const { memory, load, mounts, reboot, gateways, updates, clock, disks } = figures;
  // what quick mode does not ask of this machine is not held against another one
  const asked = mode === 'full' ? [memory, load, mounts, reboot, gateways, updates, clock, disks] : [memory, load, mounts];
  const uptimeSeconds = bootedAtSeconds === null ? null : (nowSeconds ?? atMs / 1000) - bootedAtSeconds;
  return {
    hostname: hostname ?? id,
    os,
    kernel,
    cpu: { model: null, cores },
    uptimeSeconds: uptimeSeconds !== null && uptimeSeconds >= 0 ? uptimeSeconds : null,
    memory: memory.value,
    largestProcess: null,
    load: load.value,
    mounts: mounts.value,
    updates: updates.value,
    rebootRequired: reboot.value,
    clock: clock.value,
    clockSkewMs: nowSeconds === null ? null : provenSkewMs(nowSeconds * 1000 - atMs, withinMs),
    disks: disks.value,
    gateways: gateways.value,
    missing: asked.flatMap(({ missing }) => missing ?? []),
  };
}

/** What is left once the doubt of the exchange is given to the other clock. */
function provenSkewMs(skewMs: number, withinMs: number): number {
  return Math.round(Math.sign(skewMs) * Math.max(0, Math.abs(skewMs) - withinMs));
}
