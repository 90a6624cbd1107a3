import type { Gpu } from '../probes/gpu.ts';
import type { Finding } from './assessment.ts';
import type { Inventory, Readings, Target } from './define.ts';
import type { Previous } from './evolution.ts';
import type { NodeState } from './nodes.ts';
import type { GpuSlot, View } from './profile.ts';
import { routed, type Topology } from './topology.ts';

/** What the scores are measured on: what was read, and what the last audit remembers of what was not. */
export function viewOf(
  findings: readonly Finding[],
  nodes: readonly NodeState[],
  topology: Topology,
  inventory: Inventory,
  readings: Readings,
  previous: Previous | null,
): View {
  const unread = nodes.filter(({ status }) => status === 'unknown');
  const remembered = new Map(
    unread.flatMap(({ id }) =>
      previous?.nodes[id]?.models.length
        ? [[id, previous.nodes[id].models.filter(({ loaded }) => loaded).map((model) => model.id)] as const]
        : [],
    ),
  );
  return {
    findings,
    nodes,
    gpus: inventory.targets.filter(({ kind }) => kind === 'gpu').flatMap((target) => gpuSlots(target, readings, findings, previous)),
    providers: [...routed(topology, inventory), ...topology.perhapsProvided],
    models: redundantModels(nodes, inventory, remembered),
    blindNodes: unread.filter(({ id }) => !remembered.has(id)).length,
    listedBefore: (code, target) => listed(findings, previous, code, target),
  };
}

/** How many subjects the last audit listed there and that are not findings of their own now. */
function listed(findings: readonly Finding[], previous: Previous | null, code: string, target: string): number | null {
  const ofTarget = (finding: { readonly code: string; readonly target: string; readonly subject: string }) =>
    finding.code === code && finding.target === target && finding.subject !== target;
  const before = (previous?.findings ?? []).filter(ofTarget);
  const now = new Set(findings.filter(ofTarget).map(({ subject }) => subject));
  return before.length === 0 || isListUnread(previous, code, target) ? null : before.filter(({ subject }) => !now.has(subject)).length;
}

/** Its stale remains are not the whole list. */
function isListUnread(previous: Previous | null, code: string, target: string): boolean {
  return (previous?.findings ?? []).some(
    (finding) => finding.code === code && finding.target === target && finding.subject === target && finding.outcome === 'unknown',
  );
}

/** One slot for each GPU that was read, else for each that is expected or was seen last time. */
function gpuSlots(target: Target, readings: Readings, findings: readonly Finding[], previous: Previous | null): readonly GpuSlot[] {
  const staleIndexes = (code: string) =>
    findings.filter((finding) => finding.stale && finding.code === code && finding.target === target.id).map(({ subject }) => subject);
  const stale = { hot: staleIndexes('GPU-002'), full: staleIndexes('GPU-003') };
  const slot = (gpu: Pick<Gpu, 'index' | 'temperatureC' | 'memoryFreeMiB' | 'memoryTotalMiB'>): GpuSlot => ({
    temperatureC: gpu.temperatureC,
    freeShare: gpu.memoryFreeMiB === null || !gpu.memoryTotalMiB ? null : gpu.memoryFreeMiB / gpu.memoryTotalMiB,
    wasHot: stale.hot.includes(gpu.index),
    wasFull: stale.full.includes(gpu.index),
    isCountUnknown: false,
  });
  const reading = readings.get(target.id);
  if (reading?.ok) return withLost((reading.facts as { readonly gpus: readonly Gpu[] }).gpus, stale, slot);
  if (target.planned === 'down' || reading?.failure == null) return [];
  const unread = { temperatureC: null, memoryFreeMiB: null, memoryTotalMiB: null };
  const { count = 0, uuids = [] } =
    (target as { readonly expect?: { readonly count?: number; readonly uuids?: readonly string[] } }).expect ?? {};
  const seen = isListUnread(previous, 'GPU-002', target.id)
    ? []
    : (previous?.findings ?? []).filter(
        (finding) => finding.code === 'GPU-002' && finding.target === target.id && finding.subject !== target.id,
      );
  const missing = Math.max(0, count - seen.length, uuids.length - seen.length);
  if (seen.length + missing === 0) return [{ ...slot({ ...unread, index: '' }), isCountUnknown: true }];
  return [
    ...seen.map(({ subject }) => slot({ ...unread, index: subject })),
    ...Array.from({ length: missing }, () => slot({ ...unread, index: '' })),
  ];
}

/** A card that fell off the bus goes by its PCI address: what was open about an index that is gone is about one of those. */
function withLost(
  gpus: readonly Gpu[],
  { hot, full }: { readonly hot: readonly string[]; readonly full: readonly string[] },
  slot: (gpu: Gpu) => GpuSlot,
): readonly GpuSlot[] {
  const here = new Set(gpus.filter(({ lost }) => !lost).map(({ index }) => index));
  const gone = (indexes: readonly string[]) => indexes.filter((index) => !here.has(index)).length;
  const lost = gpus.filter((gpu) => gpu.lost).map(slot);
  return [
    ...gpus.filter((gpu) => !gpu.lost).map(slot),
    ...lost.map((each, place) => ({ ...each, wasHot: place < gone(hot), wasFull: place < gone(full) })),
  ];
}

/** Each model that is loaded somewhere or expected: how many nodes hold it, and how many did when last seen. */
function redundantModels(
  nodes: readonly NodeState[],
  { targets }: Inventory,
  remembered: ReadonlyMap<string, readonly string[]>,
): View['models'] {
  const expects = new Map(
    targets.map((target) => [
      target.id,
      (target as { readonly expect?: { readonly models?: readonly string[]; readonly loaded?: readonly string[] } }).expect,
    ]),
  );
  const wanted = nodes.filter(({ status }) => status !== 'planned-down' && status !== 'skipped');
  const up = wanted.filter(({ status }) => status === 'up');
  const names = new Set(
    [
      ...wanted.flatMap(({ id }) => [...(expects.get(id)?.models ?? []), ...(expects.get(id)?.loaded ?? [])]),
      ...up.flatMap((node) => node.models.filter(({ loaded, cloud }) => loaded && !cloud).map(({ id }) => id)),
      ...wanted.flatMap(({ id }) => remembered.get(id) ?? []),
    ].map(withTag),
  );
  return new Map(
    [...names].map((name) => [
      name,
      {
        holders: up.filter((node) => node.models.some((model) => withTag(model.id) === name && isHeld(node, model))).length,
        unread: wanted.filter(({ id }) => (remembered.get(id) ?? []).some((model) => withTag(model) === name)).length,
      },
    ]),
  );
}

/** Ollama loads on demand what is installed. */
function isHeld({ kind }: NodeState, { loaded, cloud }: NodeState['models'][number]): boolean {
  return !cloud && (loaded === true || kind === 'ollama');
}

/** Ollama's `qwen3:latest` is `qwen3`. */
function withTag(model: string): string {
  return model.replace(/:latest$/, '');
}
