import type { Finding } from './assessment.ts';
import type { Dimension, RuleCode } from './define.ts';
import { MODALITIES, mayProve, type NodeState } from './nodes.ts';
import type { Providers } from './topology.ts';

/** Shares of what a component measures: proven at least, potential at most. Both are equal once it was read. */
export interface Item {
  readonly proven: number;
  readonly potential: number;
  /** Nobody asked (quick mode): a score that rests on it is null. */
  readonly skipped?: true;
  /** Stands for a list of unknown length, which could outweigh all that was read. */
  readonly openEnded?: true;
}

/** A GPU that was read, one that is known to exist, or (`isCountUnknown`) all those of a target that was never read. */
export interface GpuSlot {
  readonly temperatureC: number | null;
  /** Free share of its memory, 0–1. */
  readonly freeShare: number | null;
  /** Too hot when last seen, and not read since. */
  readonly wasHot: boolean;
  readonly wasFull: boolean;
  readonly isCountUnknown: boolean;
}

/** What components look at. */
export interface View {
  readonly findings: readonly Finding[];
  readonly nodes: readonly NodeState[];
  readonly gpus: readonly GpuSlot[];
  readonly providers: readonly Providers[];
  /** Models by name: nodes that have them loaded, nodes that are expected to. */
  readonly models: ReadonlyMap<string, { readonly holders: number; readonly unread: number }>;
  /** Nodes that were not read and whose models nobody remembers. */
  readonly blindNodes: number;
  /** How many subjects the last audit found there and that are not listed now; null when it could not list them either. */
  listedBefore(code: string, target: string): number | null;
}

export interface Component {
  readonly id: string;
  readonly weight: number;
  items(view: View): readonly Item[];
}

const READ = (value: number): Item => ({ proven: value, potential: value });
const UNREAD: Item = { proven: 0, potential: 1 };
const SKIPPED: Item = { ...UNREAD, skipped: true };
const UNREAD_LIST: Item = { ...UNREAD, openEnded: true };

/** Milliseconds that a node may take for its list. */
export const LATENCY_MS = 500;
/** Degrees Celsius from which a GPU is warm. */
export const WARM_C = 85;
/** A quarter of the memory free is room for the next model. */
export const HEADROOM = 0.25;
const ENOUGH_NODES = 3;
const ENOUGH_ROUTES = 2;

/** What each of the six scores is made of. Policy lives here: rules do not know weights. */
export const profile: Readonly<Record<Dimension, readonly Component[]>> = {
  stability: [
    {
      id: 'nodes-up',
      weight: 40,
      items: ({ nodes, findings }) => {
        const stale = staleNodes(findings);
        return expected(nodes).map((node) => (stale.has(node.id) ? READ(0) : upItem(node)));
      },
    },
    {
      id: 'latency',
      weight: 30,
      items: ({ nodes }) => nodes.filter(isTimed).map(latencyItem),
    },
    { id: 'gpu-temperature', weight: 30, items: ({ gpus }) => gpus.map(temperatureItem) },
  ],
  resilience: [
    {
      id: 'failover',
      weight: 40,
      items: (view) =>
        capabilities(view, ({ machinesUp, machinesMaybe }) => ({ proven: Number(machinesUp >= 2), potential: Number(machinesMaybe >= 2) })),
    },
    {
      id: 'model-redundancy',
      weight: 30,
      items: ({ models, blindNodes }) => [
        ...[...models.values()].map(redundancy(blindNodes)),
        ...Array<Item>(blindNodes).fill(UNREAD_LIST),
      ],
    },
    { id: 'no-single-point', weight: 30, items: ofRules('ARCH-001') },
  ],
  security: [
    { id: 'authentication', weight: 40, items: ofRules('NODE-004', 'WEB-009', 'DATA-002', 'DATA-003', 'DATA-006', 'DATA-011') },
    { id: 'safe-ports', weight: 30, items: ofRules('NET-003') },
    { id: 'no-exposed-keys', weight: 30, items: ofRules('SEC-001', 'SEC-003', 'SEC-004') },
  ],
  scalability: [
    { id: 'gpu-headroom', weight: 40, items: ({ gpus }) => gpus.map(headroomItem) },
    {
      id: 'routing-diversity',
      weight: 30,
      items: (view) =>
        capabilities(view, ({ up, maybe }) => ({ proven: diversity(up.length), potential: diversity(up.length + maybe.length) })),
    },
    { id: 'node-count', weight: 30, items: ({ nodes }) => (expected(nodes).length === 0 ? [] : [nodeCount(nodes)]) },
  ],
  multimodal: MODALITIES.map((modality) => ({
    id: modality,
    weight: modality === 'text' ? 40 : 20,
    items: ({ nodes }: View) => (nodes.length === 0 ? [] : [modalityItem(nodes, modality)]),
  })),
  observability: [
    { id: 'logs', weight: 40, items: ofRules('OBS-007') },
    { id: 'monitoring', weight: 30, items: ofRules('OBS-001', 'OBS-002') },
    { id: 'backups', weight: 30, items: ofRules('DATA-008') },
  ],
};

/** Findings of these codes: passing 1, open 0, unknown not read. Codes of rules that are not there yet find nothing. */
function ofRules(...codes: readonly (RuleCode | `${'WEB' | 'DATA' | 'SEC' | 'OBS'}-${number}`)[]) {
  return (view: View): readonly Item[] =>
    view.findings.filter(({ code }) => (codes as readonly string[]).includes(code)).flatMap((finding) => findingItems(finding, view));
}

/** Rules that list many subjects under one target: one unknown stands for all of them. */
const LISTING: ReadonlySet<string> = new Set(['NET-003', 'WEB-009', 'SEC-001', 'SEC-003', 'SEC-004', 'OBS-002', 'OBS-007', 'DATA-008']);

function findingItems({ code, target, subject, outcome }: Finding, { listedBefore }: View): readonly Item[] {
  if (outcome === 'pass') return [READ(1)];
  if (outcome === 'fail' || outcome === 'warn') return [READ(0)];
  if (outcome === 'skipped') return [SKIPPED];
  if (outcome !== 'unknown') return [];
  if (!LISTING.has(code) || subject !== target) return [UNREAD];
  const listed = listedBefore(code, target);
  return listed === null ? [UNREAD_LIST] : Array<Item>(Math.max(1, listed)).fill(UNREAD);
}

/** A program has no list call: how long it may run is its own budget. */
function isTimed({ kind, status }: NodeState): boolean {
  return kind !== 'command' && (status === 'up' || status === 'unknown');
}

function latencyItem({ latencyMs }: NodeState): Item {
  return latencyMs === null ? UNREAD : READ(Number(latencyMs <= LATENCY_MS));
}

function temperatureItem({ temperatureC, wasHot, isCountUnknown }: GpuSlot): Item {
  if (isCountUnknown) return UNREAD_LIST;
  if (temperatureC !== null) return READ(Number(temperatureC < WARM_C));
  return wasHot ? READ(0) : UNREAD;
}

function headroomItem({ freeShare, wasFull, isCountUnknown }: GpuSlot): Item {
  if (isCountUnknown) return UNREAD_LIST;
  if (freeShare !== null) return READ(Math.min(1, freeShare / HEADROOM));
  return wasFull ? READ(0) : UNREAD;
}

/** Nodes that ought to be there: all but those planned down and those nobody asked. */
export function expected(nodes: readonly NodeState[]): readonly NodeState[] {
  return nodes.filter(({ status }) => status !== 'planned-down' && status !== 'skipped');
}

function upItem({ status }: NodeState): Item {
  return status === 'unknown' ? UNREAD : READ(Number(status === 'up'));
}

const REACHABLE: ReadonlySet<string> = new Set(['NODE-001', 'NODE-003', 'NODE-005', 'NODE-009']);

function staleNodes(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ code, target, stale }) => (stale && REACHABLE.has(code) ? [target] : [])));
}

/** One item a capability; one whose lack of fallback was seen before and cannot be seen now still counts 0. */
function capabilities({ providers, findings }: View, item: (providers: Providers) => Item): readonly Item[] {
  const gone = findings.filter(
    ({ code, subject, stale }) => code === 'ARCH-002' && stale && !providers.some(({ capability }) => capability === subject),
  );
  return [
    ...providers.map((each) => {
      const { proven, potential } = each.all.length > 0 ? item(each) : UNREAD;
      const isStaleHere = findings.some(({ code, subject, stale }) => code === 'ARCH-002' && stale && subject === each.capability);
      if (isStaleHere) return READ(0);
      return proven !== potential && each.maybeSkipped ? { proven, potential, skipped: true as const } : { proven, potential };
    }),
    ...gone.map(() => READ(0)),
  ];
}

function redundancy(blindNodes: number) {
  return ({ holders, unread }: { readonly holders: number; readonly unread: number }): Item => ({
    proven: Number(holders >= 2),
    potential: Number(holders >= 2 || unread + blindNodes > 0),
  });
}

function diversity(providers: number): number {
  return Math.max(0, Math.min(1, (providers - 1) / ENOUGH_ROUTES));
}

function nodeCount(nodes: readonly NodeState[]): Item {
  const count = (...statuses: readonly string[]) => nodes.filter(({ status }) => statuses.includes(status)).length;
  const proven = Math.min(1, count('up') / ENOUGH_NODES);
  const potential = Math.min(1, count('up', 'unknown') / ENOUGH_NODES);
  const withSkipped = Math.min(1, count('up', 'unknown', 'skipped') / ENOUGH_NODES);
  return withSkipped > potential ? { proven, potential: withSkipped, skipped: true } : { proven, potential };
}

function modalityItem(nodes: readonly NodeState[], modality: string): Item {
  if (nodes.some(({ proven }) => proven.includes(modality))) return READ(1);
  const may = nodes.filter((node) => mayProve(node, modality));
  if (may.length === 0) return READ(0);
  return may.some(({ status }) => status === 'skipped') ? SKIPPED : UNREAD;
}
