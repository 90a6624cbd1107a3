import { probes } from '../probes/all.ts';
import type { Model, NodeFacts } from '../probes/node-facts.ts';
import type { Failure, FailureCode, Inventory, Reading, Readings, Target } from './define.ts';

export const NODE_STATUSES = ['up', 'degraded', 'down', 'unknown', 'planned-down', 'skipped'] as const;
export type NodeStatus = (typeof NODE_STATUSES)[number];

/** What a node can do that a model proves; any other word of `provides` is taken at its word. */
export const MODALITIES = ['text', 'embedding', 'vision', 'audio'] as const;

/** One AI node as it stands, whatever serves it. */
export interface NodeState {
  readonly id: string;
  readonly kind: string;
  readonly status: NodeStatus;
  /** Milliseconds of its list call. */
  readonly latencyMs: number | null;
  readonly failure: Failure | null;
  readonly machine: string;
  /** The machine as the inventory names it; null where only an address is known. */
  readonly namedMachine: string | null;
  readonly models: readonly Model[];
  readonly promised: readonly string[];
  /** Capabilities that an answer proves; empty unless the node is up. */
  readonly proven: readonly string[];
}

const NODE_KINDS: ReadonlySet<string> = new Set(probes.filter(({ node }) => node).map(({ kind }) => kind));

export function isNode({ kind }: Target): boolean {
  return NODE_KINDS.has(kind);
}

/** Every node of the inventory, in its order. */
export function nodeStates({ targets }: Inventory, readings: Readings): readonly NodeState[] {
  const machine = machineOf(targets);
  return targets.filter(isNode).map((target) => nodeState(target, readings.get(target.id), machine(target)));
}

/** The machine that a target stands on: as the inventory names it, else as a node at the same address does, else its address. */
export function machineOf(targets: readonly Target[]): (target: Target) => string {
  const machineAt = machinesByAddress(targets);
  return (target) => target.machine ?? machineAt(hostOf(target));
}

/** Two nodes at one address stand on one machine, whichever of them says its name. */
function machinesByAddress(targets: readonly Target[]): (address: string) => string {
  const named = targets
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((target) => (target.machine && isNode(target) ? [[hostOf(target), target.machine] as const] : []));
  const byAddress = new Map(named);
  return (address) => byAddress.get(address) ?? address;
}

/** It answers but cannot be used. */
const DEGRADED: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'denied',
  'rate-limited',
  'bad-status',
  'wrong-product',
  'malformed',
  'too-large',
  'not-found',
  'tls',
]);
const DOWN: ReadonlySet<FailureCode> = new Set<FailureCode>(['refused', 'reset', 'unreachable']);

function nodeState(target: Target, reading: Reading | undefined, machine: string): NodeState {
  const status = statusOf(target, reading);
  const facts = reading?.ok ? (reading.facts as Partial<NodeFacts> & { readonly state?: string }) : null;
  const models = facts?.models ?? [];
  const promised = target.provides ?? [];
  return {
    id: target.id,
    kind: target.kind,
    status,
    latencyMs: facts?.latencyMs ?? null,
    failure: reading && !reading.ok ? reading.failure : null,
    machine,
    namedMachine: target.machine ?? null,
    models,
    promised,
    proven: status === 'up' ? provenBy(target, models) : [],
  };
}

function statusOf(target: Target, reading: Reading | undefined): NodeStatus {
  const state = reading?.ok ? ((reading.facts as { readonly state?: string }).state ?? 'ok') : null;
  if (state === 'ok') return 'up';
  // known to be off: only a right answer is news
  if (target.planned === 'down') return 'planned-down';
  if (state !== null) return 'degraded';
  if (!reading || reading.ok || reading.failure === null) return 'skipped';
  const { code } = reading.failure;
  return DEGRADED.has(code) ? 'degraded' : DOWN.has(code) ? 'down' : 'unknown';
}

/** Nodes without `machine` stand on the host of their URL; a command runs here. */
function hostOf(target: Target): string {
  const { url } = target as { url?: unknown };
  const name = typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : HERE;
  return name.startsWith('127.') || name === '[::1]' ? HERE : name;
}

const HERE = '127.0.0.1';

function provenBy(target: Target, models: readonly Model[]): readonly string[] {
  const promised = target.provides ?? [];
  // nothing can be asked about sound, and a command tells nothing of its models: their word counts
  const byWord = promised.filter((capability) => target.kind === 'command' || capability === 'audio' || !isModality(capability));
  const usable = models.filter((model) => isUsable(target.kind, model));
  const byModel = MODALITIES.filter((modality) => usable.some((model) => offers(model, modality)));
  return [...new Set([...byModel, ...byWord])];
}

/** LM Studio may refuse to load on demand, so only a loaded model counts; Ollama loads what is installed; a cloud model proves nothing here. */
function isUsable(kind: string, { loaded, cloud }: Model): boolean {
  if (cloud) return false;
  return kind === 'lmstudio' ? loaded === true : kind === 'ollama' || loaded !== false;
}

function offers(model: Model, modality: string): boolean {
  if (modality === 'text') return model.type === 'llm';
  if (modality === 'embedding') return model.type === 'embedding';
  return modality === 'vision' ? model.vision === true : model.audio === true;
}

function isModality(capability: string): boolean {
  return (MODALITIES as readonly string[]).includes(capability);
}

/** Not read: it may have what it promises; one that promises nothing, whatever a model proves. */
export function mayProve({ kind, status, promised }: NodeState, capability: string): boolean {
  if (status !== 'unknown' && status !== 'skipped') return false;
  return promised.length > 0 ? promised.includes(capability) : kind !== 'command' && isModality(capability);
}

/** Who proves a capability now, who might (not read, and it promises it or promises nothing), who promises it. */
export function capabilityView(nodes: readonly NodeState[], capability: string) {
  const proven = nodes.filter((node) => node.proven.includes(capability)).map(({ id }) => id);
  const possible = nodes.filter((node) => mayProve(node, capability));
  const promised = nodes.filter((node) => node.promised.includes(capability)).map(({ id }) => id);
  return { proven, possible, promised };
}
