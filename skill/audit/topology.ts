import type { Inventory, Readings, Target } from './define.ts';
import { isNode, mayProve, MODALITIES, type NodeState, nodeStates } from './nodes.ts';

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
  /** Components all of whose capabilities are gone already: there is nothing left to lose with them. */
  readonly idle: readonly string[];
}

/** The master of the assistant: its loss is critical, and it has no routing table of its own. */
export const ORCHESTRATION = 'orchestration';

/** What depends on what, and what nobody else could replace: computed, never a fixed list. */
export function topologyOf(inventory: Inventory, readings: Readings): Topology {
  const states = nodeStates(inventory, readings);
  const nodes = new Map(states.map((node) => [node.id, node]));
  const byId = new Map(inventory.targets.map((target) => [target.id, target]));
  const carriers = carriersOf(byId);
  const provided = providedBy(inventory.targets, nodes);
  const ofCapability = (capability: string) => providersOf(capability, provided.get(capability) ?? [], byId, nodes, readings);
  const providers = [...provided.keys()].map(ofCapability);
  const perhapsProvided = MODALITIES.filter((capability) => !provided.has(capability)).map(ofCapability).filter(({ maybe }) => maybe.length > 0);
  const each = [...providers, ...perhapsProvided];
  const components = union(each.flatMap(({ all, maybe }) => [...all, ...maybe]).map(carriers)).toSorted();
  const carries = (component: string, { all, maybe }: Providers) => [...all, ...maybe].some((id) => carriers(id).has(component));
  return {
    edges: edgesOf(inventory.targets, provided),
    providers,
    perhapsProvided,
    components,
    singlePoints: points(providers, (capability) => certainPoints(capability, carriers)),
    possiblePoints: points(each, (capability) => possiblePoints(capability, carriers)).map((point) => ({
      ...point,
      isSkipped: each.some(({ capability, maybeSkipped }) => maybeSkipped && point.loses.includes(capability)),
    })),
    idle: components.filter((component) => each.filter((capability) => carries(component, capability)).every(({ up, maybe }) => up.length + maybe.length === 0)),
  };
}

/** What somebody promises, or what a node that promises nothing proves; then everyone who promises or proves it. */
function providedBy(targets: readonly Target[], nodes: ReadonlyMap<string, NodeState>): Map<string, readonly string[]> {
  const proven = (id: string) => nodes.get(id)?.proven ?? [];
  const capabilities = new Set(targets.flatMap(({ id, provides = [] }) => (provides.length > 0 ? provides : proven(id))));
  const providing = (capability: string) => targets.filter(({ id, provides = [] }) => provides.includes(capability) || proven(id).includes(capability)).map(({ id }) => id);
  return new Map([...capabilities].toSorted().map((capability) => [capability, providing(capability)]));
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

type Carriers = (id: string) => ReadonlySet<string>;

/** Whatever was not read may turn out to be, these fall with every provider: those that are up or may be, else those that once were. */
function certainPoints({ all, up, maybe }: Providers, carriers: Carriers): readonly string[] {
  const isAlive = up.length + maybe.filter((id) => all.includes(id)).length > 0;
  return common([...(isAlive ? up : all), ...maybe].map(carriers));
}

/** These fall with every provider if all that was not read is down, or if one alone of it is up. */
function possiblePoints({ all, up, maybe }: Providers, carriers: Carriers): readonly string[] {
  if (up.length > 0) return common(up.map(carriers));
  return union([...maybe.map(carriers), common(all.map(carriers))]);
}

function points(providers: readonly Providers[], pointsOf: (providers: Providers) => readonly string[]): readonly SinglePoint[] {
  const pairs = providers.flatMap((each) => pointsOf(each).map((id) => ({ id, capability: each.capability })));
  const byId = Map.groupBy(pairs, ({ id }) => id);
  return [...byId].map(([id, lost]) => ({ id, loses: lost.map(({ capability }) => capability) })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function union(sets: readonly Iterable<string>[]): readonly string[] {
  return [...new Set(sets.flatMap((set) => [...set]))];
}

function common([first, ...others]: readonly ReadonlySet<string>[]): readonly string[] {
  return [...(first ?? [])].filter((id) => others.every((set) => set.has(id)));
}

function edgesOf(targets: readonly Target[], provided: ReadonlyMap<string, readonly string[]>): readonly Edge[] {
  return [
    ...targets.flatMap(({ id, machine }) => (machine ? [{ from: id, to: machine, kind: 'runs-on' as const }] : [])),
    ...targets.flatMap(({ id, dependsOn = [] }) => dependsOn.map((to) => ({ from: id, to, kind: 'depends-on' as const }))),
    ...[...provided].flatMap(([to, ids]) => ids.map((from) => ({ from, to, kind: 'provides' as const }))),
  ].toSorted((a, b) => (`${a.from} ${a.kind} ${a.to}` < `${b.from} ${b.kind} ${b.to}` ? -1 : 1));
}

/** Capabilities with a routing table: those that nodes provide. */
export function routed(topology: Topology, inventory: Inventory): readonly Providers[] {
  const nodeIds = new Set(inventory.targets.filter(isNode).map(({ id }) => id));
  return topology.providers.filter(({ capability, all }) => capability !== ORCHESTRATION && all.some((id) => nodeIds.has(id)));
}
