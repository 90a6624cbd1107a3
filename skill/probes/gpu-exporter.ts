import { ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { cut } from './cut.ts';
import { all, type ExporterTarget, figure, finite, indexed, keyOf, scrape, strangersAccess } from './exporter.ts';
import type { Exposition, Sample } from './exposition.ts';
import type { Gpu, GpuFacts } from './gpu.ts';
import { MOST_MIB, words } from './gpu-nvidia.ts';
import { canonicalUuid } from './gpu-uuid.ts';

const MOST_GPUS = 64;
const BYTES_PER_MIB = 2 ** 20;

/** The GPUs of another machine, through its nvidia_gpu_exporter or dcgm-exporter. */
export async function readGpuExporter(target: ExporterTarget, host: Host, signal: AbortSignal): Promise<GpuFacts> {
  const { metrics } = await scrape(target, host, signal);
  return { ...parseGpuMetrics(metrics), access: strangersAccess(target) };
}

/** Throws a {@link ProbeError} where neither exporter speaks, or where it says itself that it could not read the driver. */
export function parseGpuMetrics(metrics: Exposition): GpuFacts {
  const names = [...metrics.samples.keys()];
  if (names.some((name) => name.startsWith('nvidia_smi_'))) return ofNvidiaSmi(metrics);
  if (names.some((name) => name.startsWith('DCGM_FI_'))) return ofDcgm(metrics);
  throw new ProbeError('wrong-product', 'metrics of neither nvidia_gpu_exporter nor dcgm-exporter');
}

/** nvidia-smi exits so when the machine has no card. */
const NO_DEVICE = 6;

function ofNvidiaSmi(metrics: Exposition): GpuFacts {
  refuseFailedCollection(metrics);
  const cards = cardsBy(metrics, 'uuid', ['nvidia_smi_gpu_info', 'nvidia_smi_memory_total_bytes', 'nvidia_smi_temperature_gpu']);
  const figures = figuresBy(metrics, 'uuid');
  const gpus = cards.map(([uuid, info], place): Gpu => {
    const of = (name: string, scale = 1) => figures(uuid, name, scale);
    return {
      index: words(info.get('index')) ?? words(info.get('minor_number')) ?? String(of('nvidia_smi_index') ?? place),
      uuid: canonicalUuid(cut(uuid)),
      name: words(info.get('name')),
      temperatureC: within(of('nvidia_smi_temperature_gpu'), -50, 150),
      memoryTotalMiB: within(of('nvidia_smi_memory_total_bytes', 1 / BYTES_PER_MIB), 1, MOST_MIB),
      memoryUsedMiB: within(of('nvidia_smi_memory_used_bytes', 1 / BYTES_PER_MIB), 0, MOST_MIB),
      memoryFreeMiB: within(of('nvidia_smi_memory_free_bytes', 1 / BYTES_PER_MIB), 0, MOST_MIB),
      utilizationPercent: within(of('nvidia_smi_utilization_gpu_ratio', 100), 0, 100),
      powerWatts: within(of('nvidia_smi_power_draw_watts'), 0, 10_000),
      lost: false,
    };
  });
  const driver = words(cards.map(([, info]) => info.get('driver_version')).find((version) => version !== undefined));
  return { tool: 'nvidia-gpu-exporter', driver, minimal: false, gpus };
}

/** Figures that it kept from before a failure are not those of now. */
function refuseFailedCollection(metrics: Exposition): void {
  const exitCode = figure(metrics, 'nvidia_smi_command_exit_code') ?? 0;
  if (exitCode === NO_DEVICE) return;
  if (exitCode > 0) throw new ProbeError('bad-status', `nvidia-smi exit ${exitCode}`);
  const isSilent = all(metrics, 'nvidia_smi_gpu_info').length === 0 && all(metrics, 'nvidia_smi_temperature_gpu').length === 0;
  if (exitCode < 0 || isSilent || figure(metrics, 'nvidia_smi_last_collect_success') === 0)
    throw new ProbeError('malformed', 'the exporter says that its last collection failed');
}

function ofDcgm(metrics: Exposition): GpuFacts {
  const cards = cardsBy(metrics, 'UUID', ['DCGM_FI_DEV_GPU_TEMP', 'DCGM_FI_DEV_FB_FREE', 'DCGM_FI_DEV_GPU_UTIL']);
  if (cards.length === 0) throw new ProbeError('malformed', 'dcgm-exporter names no GPU');
  const figures = figuresBy(metrics, 'UUID');
  const gpus = cards.map(([uuid, labels], place): Gpu => {
    const of = (name: string) => figures(uuid, name);
    const memory = (name: string) => within(of(name), 0, MOST_MIB);
    const used = memory('DCGM_FI_DEV_FB_USED');
    const free = memory('DCGM_FI_DEV_FB_FREE');
    // older releases count what the driver reserves as used, and tell no total
    const sum = used === null || free === null ? null : used + free + (memory('DCGM_FI_DEV_FB_RESERVED') ?? 0);
    return {
      index: words(labels.get('gpu')) ?? String(place),
      uuid: canonicalUuid(cut(uuid)),
      name: words(labels.get('modelName')),
      temperatureC: within(of('DCGM_FI_DEV_GPU_TEMP'), -50, 150),
      memoryTotalMiB: within(memory('DCGM_FI_DEV_FB_TOTAL') ?? sum, 1, MOST_MIB),
      memoryUsedMiB: used,
      memoryFreeMiB: free,
      utilizationPercent: within(of('DCGM_FI_DEV_GPU_UTIL'), 0, 100),
      powerWatts: within(of('DCGM_FI_DEV_POWER_USAGE'), 0, 10_000),
      lost: false,
    };
  });
  const driver = words(cards.map(([, labels]) => labels.get('DCGM_FI_DRIVER_VERSION')).find((version) => version !== undefined));
  return { tool: 'dcgm-exporter', driver, minimal: false, gpus };
}

type Labels = Sample['labels'];

/** Each card by what identifies it, with the labels of the first metric that names it. A slice of a card (MIG) is no card. */
function cardsBy(metrics: Exposition, key: string, names: readonly string[]): readonly (readonly [string, Labels])[] {
  const cards = new Map<string, Labels>();
  for (const { labels } of names.flatMap((name) => all(metrics, name))) {
    const id = labels.get(key) ?? '';
    if (id !== '' && !cards.has(id) && cards.size < MOST_GPUS) cards.set(id, labels);
  }
  return [...cards];
}

/** The figures of each card; a sample of one of its slices tells nothing of the whole. */
function figuresBy(metrics: Exposition, key: string): (id: string, name: string, scale?: number) => number | null {
  const byName = new Map<string, ReadonlyMap<string, Sample>>();
  return (id, name, scale = 1) => {
    const samples = byName.get(name) ?? indexed(metrics, name, key, SLICE);
    byName.set(name, samples);
    const value = finite(samples.get(keyOf({ labels: new Map([[key, id]]) }, key, SLICE)));
    return value === null ? null : value * scale;
  };
}

/** What tells one slice of a card from another; empty for a whole card. */
const SLICE = 'GPU_I_ID';

/** Drivers write what they cannot read as a huge number. */
const within = (value: number | null, least: number, most: number) => (value !== null && value >= least && value <= most ? value : null);
