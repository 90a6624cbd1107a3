import type { Inventory, Readings, Target } from './define.ts';
import { isNode, type NodeState, nodeStates } from './nodes.ts';

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
  /** Every component that carries a provider. */
  readonly components: readonly string[];
  readonly singlePoints: readonly SinglePoint[];
  /** Components that would be single points if what was not read is down. */
  readonly possiblePoints: readonly SinglePoint[];
}

/** The master of the assistant: its loss is critical, and it has no routing table of its own. */
export const ORCHESTRATION = 'orchestration';

/** What depends on what, and what nobody else could replace: computed, never a fixed list. */
export function topologyOf(inventory: Inventory, readings: Readings): Topology {
  const nodes = new Map(nodeStates(inventory, readings).map((node) => [node.id, node]));
  const byId = new Map(inventory.targets.map((target) => [target.id, target]));
  const carriers = carriersOf(byId);
  const provided = providedBy(inventory.targets, nodes);
  const providers = [...provided].map(([capability, ids]) => providersOf(capability, ids, byId, nodes, readings));
  const carrying = new Set([...provided.values()].flat().flatMap((id) => [...carriers(id)]));
  return {
    edges: edgesOf(inventory.targets, provided),
    providers,
    components: [...carrying].toSorted(),
    singlePoints: points(providers, carriers, ({ all, up, maybe }) => (up.length + maybe.length > 0 ? [...up, ...maybe] : all)),
    possiblePoints: points(providers, carriers, ({ up }) => up),
  };
}

function providedBy(targets: readonly Target[], nodes: ReadonlyMap<string, NodeState>): Map<string, readonly string[]> {
  const provided = new Map<string, string[]>();
  for (const { id, provides = [] } of targets) {
    for (const capability of new Set([...provides, ...(nodes.get(id)?.proven ?? [])])) {
      provided.set(capability, [...(provided.get(capability) ?? []), id]);
    }
  }
  return new Map([...provided].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function providersOf(
  capability: string,
  all: readonly string[],
  byId: ReadonlyMap<string, Target>,
  nodes: ReadonlyMap<string, NodeState>,
  readings: Readings,
): Providers {
  const up = all.filter((id) => (nodes.has(id) ? nodes.get(id)?.status === 'up' : readings.get(id)?.ok === true));
  const maybe = all.filter((id) => !up.includes(id) && mayBeUp(byId.get(id), nodes.get(id), readings));
  const machines = (ids: readonly string[]) => new Set(ids.map((id) => nodes.get(id)?.machine ?? byId.get(id)?.machine ?? id)).size;
  const maybeSkipped = maybe.some((id) => readings.get(id)?.startedAt === null);
  return { capability, all, up, maybe, maybeSkipped, machinesUp: machines(up), machinesMaybe: machines([...up, ...maybe]) };
}

function mayBeUp(target: Target | undefined, node: NodeState | undefined, readings: Readings): boolean {
  if (node) return node.status === 'unknown' || node.status === 'skipped';
  const reading = target && readings.get(target.id);
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

/** x is a single point of a capability when every provider that counts falls with it. */
function points(providers: readonly Providers[], carriers: (id: string) => ReadonlySet<string>, counting: (providers: Providers) => readonly string[]): readonly SinglePoint[] {
  const loses = new Map<string, string[]>();
  for (const each of providers) {
    const [first, ...others] = counting(each).map(carriers);
    for (const id of first ?? []) {
      if (others.every((set) => set.has(id))) loses.set(id, [...(loses.get(id) ?? []), each.capability]);
    }
  }
  return [...loses].map(([id, capabilities]) => ({ id, loses: capabilities })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
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
