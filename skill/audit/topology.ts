import type { Inventory, Readings, Target } from './define.ts';
import { isNode, MODALITIES, mayProve, type NodeState, nodeStates } from './nodes.ts';

/** Who stands under what: `runs-on` a machine, `depends-on` another target, `provides` a capability. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'runs-on' | 'depends-on' | 'provides';
}

export interface SinglePoint {
  readonly id: string;
  readonly loses: readonly string[];
}

/** Who provides a capability: up now, perhaps (not read), or not. */
export interface Providers {
  readonly capability: string;
  readonly all: readonly string[];
  readonly up: readonly string[];
  readonly maybe: readonly string[];
  /** Those of `maybe` are not read because nobody asked (quick mode). */
  readonly maybeSkipped: boolean;
  /** Distinct machines of the nodes that are up. */
  readonly machinesUp: number;
  readonly machinesMaybe: number;
}

export interface Topology {
  readonly edges: readonly Edge[];
  readonly providers: readonly Providers[];
  /** Capabilities that nobody is known to provide, but that a node which was not read and promises nothing may. */
  readonly perhapsProvided: readonly Providers[];
  /** Every component that carries a provider, or what may be one. */
  readonly components: readonly string[];
  readonly singlePoints: readonly SinglePoint[];
  /** Components that would be single points for some outcome of what was not read. */
  readonly possiblePoints: readonly (SinglePoint & { readonly isSkipped: boolean })[];
  /** Components that carry nothing that is up or may be: there is nothing left to lose with them. */
  readonly idle: readonly string[];
}

/** The master of the assistant: its loss is critical, and it has no routing table of its own. */
export const ORCHESTRATION = 'orchestration';

/** What depends on what, and what nobody else could replace: computed, never a fixed list; once for whoever asks the same again. */
export function topologyOf(inventory: Inventory, readings: Readings): Topology {
  const known = computed.get(readings);
  if (known?.inventory === inventory) return known.topology;
  const topology = compute(inventory, readings);
  computed.set(readings, { inventory, topology });
  return topology;
}

const computed = new WeakMap<Readings, { readonly inventory: Inventory; readonly topology: Topology }>();

function compute(inventory: Inventory, readings: Readings): Topology {
  const states = nodeStates(inventory, readings);
  const nodes = new Map(states.map((node) => [node.id, node]));
  const byId = new Map(inventory.targets.map((target) => [target.id, target]));
  const carriers = carriersOf(byId);
  const provided = providedBy(inventory.targets, nodes);
  const ofCapability = (capability: string) => providersOf(capability, provided.get(capability) ?? [], byId, nodes, readings);
  const providers = [...provided.keys()].map(ofCapability);
  const perhapsProvided = MODALITIES.filter((capability) => !provided.has(capability))
    .map(ofCapability)
    .filter(({ maybe }) => maybe.length > 0);
  // what is off on purpose cannot fall any more
  const isOff = (id: string) => byId.get(id)?.planned === 'down';
  const shares = [...providers, ...perhapsProvided].map((each) =>
    shareOf({ ...each, all: each.all.filter((id) => each.up.includes(id) || !isOff(id)) }, carriers),
  );
  const carrying = [...new Set(shares.flatMap(({ carried }) => [...carried]))].toSorted();
  return {
    edges: edgesOf(inventory.targets, provided),
    providers,
    perhapsProvided,
    components: carrying,
    singlePoints: points(shares, ({ certain }) => certain),
    possiblePoints: points(shares, ({ possible }) => possible).map((point) => ({
      ...point,
      isSkipped: shares.some(({ possible, isSkipped }) => isSkipped && possible.has(point.id)),
    })),
    idle: carrying.filter((component) => shares.every(({ carried, isLost }) => isLost || !carried.has(component))),
  };
}

/** Who provides what: as the inventory says, else as the node itself proves. */
function providedBy(targets: readonly Target[], nodes: ReadonlyMap<string, NodeState>): Map<string, readonly string[]> {
  const pairs = targets.flatMap(({ id, provides = [] }) =>
    (provides.length > 0 ? [...new Set(provides)] : (nodes.get(id)?.proven ?? [])).map((capability) => ({ id, capability })),
  );
  const byCapability = Map.groupBy(pairs, ({ capability }) => capability);
  return new Map(
    [...byCapability]
      .map(([capability, those]) => [capability, those.map(({ id }) => id)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function providersOf(
  capability: string,
  all: readonly string[],
  byId: ReadonlyMap<string, Target>,
  nodes: ReadonlyMap<string, NodeState>,
  readings: Readings,
): Providers {
  const up = all.filter((id) => (nodes.has(id) ? nodes.get(id)?.status === 'up' : readings.get(id)?.ok === true));
  const silent = [...nodes.values()].filter((node) => !all.includes(node.id) && mayProve(node, capability)).map(({ id }) => id);
  const maybe = [...all.filter((id) => !up.includes(id) && mayBeUp(byId.get(id), nodes.get(id), readings)), ...silent];
  const machines = (ids: readonly string[]) => new Set(ids.map((id) => nodes.get(id)?.machine ?? byId.get(id)?.machine ?? id)).size;
  const maybeSkipped = maybe.some((id) => readings.get(id)?.startedAt == null);
  return { capability, all, up, maybe, maybeSkipped, machinesUp: machines(up), machinesMaybe: machines([...up, ...maybe]) };
}

function mayBeUp(target: Target | undefined, node: NodeState | undefined, readings: Readings): boolean {
  if (node) return node.status === 'unknown' || node.status === 'skipped';
  const reading = target && readings.get(target.id);
  if (target?.planned === 'down') return false;
  return reading?.ok === false && !['refused', 'reset', 'unreachable'].includes(reading.failure?.code ?? '');
}

/** Everything whose loss takes a target with it: itself, its machine, what it depends on, and theirs. */
function carriersOf(byId: ReadonlyMap<string, Target>) {
  const known = new Map<string, ReadonlySet<string>>();
  return (id: string): ReadonlySet<string> => {
    const cached = known.get(id);
    if (cached) return cached;
    const found = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      const target = byId.get(next);
      open.push(...(target?.dependsOn ?? []), ...(target?.machine ? [target.machine] : []));
    }
    known.set(id, found);
    return found;
  };
}

/** What the loss of each component would mean for one capability. */
interface Share {
  readonly capability: string;
  /** Everything that carries one who provides it, or one who may and would be the only one. */
  readonly carried: ReadonlySet<string>;
  /** These take every provider with them, whatever those that were not read turn out to be. */
  readonly certain: ReadonlySet<string>;
  /** Without these, nobody is left who is known to be up. */
  readonly possible: ReadonlySet<string>;
  /** Nobody provides it any more, with or without them. */
  readonly isLost: boolean;
  readonly isSkipped: boolean;
}

function shareOf({ capability, all, up, maybe, maybeSkipped }: Providers, carriers: (id: string) => ReadonlySet<string>): Share {
  const isLost = up.length + maybe.length === 0;
  const carriedBy = (ids: readonly string[]) => {
    const count = new Map<string, number>();
    for (const component of ids.flatMap((id) => [...carriers(id)])) count.set(component, (count.get(component) ?? 0) + 1);
    return count;
  };
  const isAlive = up.length > 0 || maybe.some((id) => all.includes(id));
  // those that are down count only where nobody else does: what stands alone is a single point, down or not
  const counting = all.length === 0 ? [] : [...(isAlive ? up : all), ...maybe];
  const certain = new Set([...carriedBy(counting)].filter(([, count]) => count === counting.length).map(([component]) => component));
  const upOn = carriedBy(up);
  const among = [...carriedBy([...all, ...maybe]).keys()];
  const possible = new Set(isLost ? [] : among.filter((component) => !certain.has(component) && (upOn.get(component) ?? 0) === up.length));
  // one that may provide this and would not be missed is no component of it
  const carried = new Set([...carriedBy(all).keys(), ...possible]);
  return { capability, carried, certain, possible, isLost, isSkipped: maybeSkipped };
}

function points(shares: readonly Share[], pick: (share: Share) => ReadonlySet<string>): readonly SinglePoint[] {
  const pairs = shares.flatMap((share) => [...pick(share)].map((id) => ({ id, capability: share.capability })));
  const byId = Map.groupBy(pairs, ({ id }) => id);
  return [...byId]
    .map(([id, lost]) => ({ id, loses: lost.map(({ capability }) => capability) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function edgesOf(targets: readonly Target[], provided: ReadonlyMap<string, readonly string[]>): readonly Edge[] {
  const edges: readonly Edge[] = [
    ...targets.flatMap(({ id, machine }) => (machine ? [{ from: id, to: machine, kind: 'runs-on' as const }] : [])),
    ...targets.flatMap(({ id, dependsOn = [] }) => dependsOn.map((to) => ({ from: id, to, kind: 'depends-on' as const }))),
    ...[...provided].flatMap(([to, ids]) => ids.map((from) => ({ from, to, kind: 'provides' as const }))),
  ];
  return edges
    .map((edge) => ({ edge, place: `${edge.from} ${edge.kind} ${edge.to}` }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ edge }) => edge);
}

/** Capabilities with a routing table: those that nodes provide. */
export function routed(topology: Topology, inventory: Inventory): readonly Providers[] {
  const nodeIds = new Set(inventory.targets.filter(isNode).map(({ id }) => id));
  return topology.providers.filter(({ capability, all }) => capability !== ORCHESTRATION && all.some((id) => nodeIds.has(id)));
}
