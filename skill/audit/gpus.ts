import type { Gpu } from '../probes/gpu.ts';
import type { Readings, Target } from './define.ts';
import { machineOf, type NodeState } from './nodes.ts';
import type { GpuRow, MachineVram } from './section-tables.ts';
import { vramEstimateMiB } from './vram.ts';

/**
 * Every GPU of these targets, a card that two of them read once; null for one that fell off the bus and for a target
 * whose GPUs could not be read.
 */
export function gpusOf(targets: readonly Target[], readings: Readings): readonly (GpuRow | null)[] {
  const seen = new Set<string>();
  const isNew = (gpu: GpuRow | null) => {
    if (gpu?.uuid == null) return true;
    const isKnown = seen.has(gpu.uuid);
    seen.add(gpu.uuid);
    return !isKnown;
  };
  return targets
    .filter(({ kind }) => kind === 'gpu')
    .flatMap((target): readonly (GpuRow | null)[] => {
      const reading = readings.get(target.id);
      if (reading?.ok)
        return (reading.facts as { gpus: readonly Gpu[] }).gpus.map(({ lost, ...gpu }) =>
          lost ? null : { ...gpu, target: target.id, machine: target.machine ?? null },
        );
      return target.planned === 'down' || reading?.failure == null ? [] : [null];
    })
    .filter(isNew);
}

export interface MachineGpus {
  readonly temperatures: readonly (number | null)[];
  /** MiB of all its cards together; null without a card, or when one of them could not be read. */
  readonly freeMiB: number | null;
  readonly totalMiB: number | null;
}

/** What is known of the GPUs of each machine, whichever target read them. */
export function gpusByMachine(targets: readonly Target[], readings: Readings): (machine: string) => MachineGpus {
  const machine = machineOf(targets);
  const byMachine = Map.groupBy(
    targets.filter(({ kind }) => kind === 'gpu'),
    machine,
  );
  const found = new Map([...byMachine].map(([name, own]) => [name, together(gpusOf(own, readings))]));
  return (name) => found.get(name) ?? NONE;
}

const NONE: MachineGpus = { temperatures: [], freeMiB: null, totalMiB: null };

function together(gpus: readonly (GpuRow | null)[]): MachineGpus {
  return {
    temperatures: gpus.map((gpu) => gpu?.temperatureC ?? null),
    freeMiB: sum(gpus.map((gpu) => gpu?.memoryFreeMiB ?? null)),
    totalMiB: sum(gpus.map((gpu) => gpu?.memoryTotalMiB ?? null)),
  };
}

/** Null of nothing, and where one is unknown: the rest would pass for the whole. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 || known.length < values.length ? null : known.reduce((total, value) => total + value, 0);
}

/** For each machine with GPUs and nodes: its video memory beside what the models loaded there take, measured or estimated. */
export function machineVram(nodes: readonly NodeState[], gpusAt: (machine: string) => MachineGpus): readonly MachineVram[] {
  // a program tells nothing of its models, which run elsewhere
  const serving = nodes.filter(({ kind }) => kind !== 'command');
  return [...Map.groupBy(serving, ({ machine }) => machine)].flatMap(([machine, own]) => {
    const { freeMiB, totalMiB } = gpusAt(machine);
    if (totalMiB === null) return [];
    const loaded = own.flatMap(({ models }) => models.filter((model) => model.loaded && !model.cloud));
    return [
      {
        machine,
        nodes: own.map(({ id }) => id),
        freeMiB,
        totalMiB,
        modelsMiB: own.every(isModelsKnown) ? (loaded.length === 0 ? 0 : sum(loaded.map(takenMiB))) : null,
        isEstimate: loaded.some((model) => vramEstimateMiB(model) !== null),
      },
    ];
  });
}

/** Of one that does not answer, or that does not tell what is loaded, nobody knows: a card may stay full behind a closed port. */
function isModelsKnown({ status, models }: NodeState): boolean {
  return status === 'up' && models.every(({ loaded, cloud }) => loaded !== null || cloud);
}

const takenMiB = (model: NodeState['models'][number]) => model.vramMiB ?? vramEstimateMiB(model);
