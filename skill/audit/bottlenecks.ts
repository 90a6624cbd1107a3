import { HEADROOM, LATENCY_MS, WARM_C } from './profile.ts';
import type { Bottleneck, SectionTables } from './section-tables.ts';

/** A processor that has more to do than cores makes everything on it wait. */
const LOAD_PER_CORE = 1;
/** Share of the memory under which the system begins to swap models out. */
const LEAST_MEMORY = 0.1;

type Figures = Omit<SectionTables['performance'], 'bottlenecks'>;

/** What holds the cluster back, by the limits of the scores for nodes and GPUs, by its own for machines: the worst of each kind, and how many others are beyond the same limit. */
export function bottlenecksOf({ nodes, gpus, machines }: Figures): readonly Bottleneck[] {
  return [
    worst(
      'slow-node',
      nodes.map(({ node, latencyMs }) => [node, latencyMs ?? 0]),
      (ms) => ms > LATENCY_MS,
    ),
    worst(
      'full-gpu',
      gpus.map((gpu) => [nameOf(gpu), freeShare(gpu.memoryFreeMiB, gpu.memoryTotalMiB)]),
      (share) => share < HEADROOM,
      (a, b) => a - b,
    ),
    worst(
      'hot-gpu',
      gpus.map((gpu) => [nameOf(gpu), gpu.temperatureC ?? 0]),
      (degrees) => degrees >= WARM_C,
    ),
    worst(
      'busy-processor',
      machines.map(({ id, load, cores }) => [id, load === null || cores === null ? 0 : load / cores]),
      (share) => share > LOAD_PER_CORE,
    ),
    worst(
      'full-memory',
      machines.map(({ id, memoryAvailableBytes, memoryTotalBytes }) => [id, freeShare(memoryAvailableBytes, memoryTotalBytes)]),
      (share) => share < LEAST_MEMORY,
      (a, b) => a - b,
    ),
  ].flat();
}

const nameOf = ({ target, index }: { readonly target: string; readonly index: string }) => `${target} ${index}`;

/** What is unknown holds nobody back. */
const freeShare = (free: number | null, total: number | null) => (free === null || !total ? 1 : free / total);

function worst(
  what: Bottleneck['what'],
  figures: readonly (readonly [string, number])[],
  isBeyond: (value: number) => boolean,
  order: (a: number, b: number) => number = (a, b) => b - a,
): readonly Bottleneck[] {
  const [first, ...others] = figures.filter(([, value]) => isBeyond(value)).toSorted(([, a], [, b]) => order(a, b));
  return first ? [{ what, subject: first[0], value: first[1], others: others.length }] : [];
}
