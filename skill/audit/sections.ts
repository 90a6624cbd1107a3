import type { HostFacts } from '../probes/host.ts';
import type { NodeFacts } from '../probes/node-facts.ts';
import type { Listener, PortsFacts } from '../probes/ports.ts';
import type { SecretsFacts } from '../probes/secrets.ts';
import { publicUrl } from '../public-url.ts';
import { compare, type Finding, isOpen, keyOf } from './assessment.ts';
import { bottlenecksOf } from './bottlenecks.ts';
import type { AuditorFacts, Inventory, Readings, Target } from './define.ts';
import { gpusByMachine, gpusOf, type MachineGpus, machineVram } from './gpus.ts';
import { isNode, MODALITIES, type NodeState } from './nodes.ts';
import { backupRows, logRows } from './persistence.ts';
import { enginesOn, withContainers } from './port-owners.ts';
import { ASSUMED_MIB_PER_SECOND } from './restore-time.ts';
import type { Cell, LoadedModel, NodeRow, Placed, SecretsTable, SectionTables } from './section-tables.ts';
import type { Topology } from './topology.ts';
import { trustZones } from './trust.ts';
import { vramEstimateMiB } from './vram.ts';

export interface Judged {
  readonly inventory: Inventory;
  readonly readings: Readings;
  readonly auditor: AuditorFacts;
  readonly nodes: readonly NodeState[];
  readonly topology: Topology;
  readonly findings: readonly Finding[];
  readonly risks: readonly string[];
  readonly verdict: string;
  readonly coverage: number;
}

export function sectionTables(judged: Judged): SectionTables {
  const { findings, risks, verdict, coverage } = judged;
  const open = findings.filter(isOpen);
  const gpusAt = gpusByMachine(judged.inventory.targets, judged.readings);
  return {
    'executive-summary': summary(judged),
    'architecture-map': { machines: machines(judged), urls: urls(judged.inventory) },
    'node-health': {
      rows: judged.nodes.map((node) => nodeRow(node, gpusAt(node.machine))),
      loaded: judged.nodes.flatMap(loadedModels),
    },
    topology: {
      capabilities: judged.topology.providers.map(({ capability, up, maybe, all }) => ({ capability, up, notRead: maybe, all })),
      routes: [],
    },
    multimodal: {
      columns: MODALITIES,
      rows: judged.nodes.map((node) => ({ node: node.id, cells: MODALITIES.map((modality) => cell(node, modality)) })),
    },
    risks: { findings: risks, masked: findings.filter(({ cause, outcome }) => cause !== null && outcome === 'unknown').length },
    security: security(judged),
    performance: performance(judged, gpusAt),
    persistence: {
      mounts: hosts(judged).flatMap(({ id, facts }) =>
        (facts.mounts ?? []).map(({ mount, totalBytes, availableBytes, usedPercent, readOnly }) => ({
          target: id,
          mount,
          totalBytes,
          availableBytes,
          usedPercent,
          readOnly,
        })),
      ),
      backups: backupRows(judged),
      logs: logRows(judged),
      assumedMiBPerSecond: ASSUMED_MIB_PER_SECOND,
    },
    readiness: { verdict, coverage, openCriticals: open.filter(({ severity }) => severity === 'critical').map(keyOf) },
  };
}

function summary({ inventory, readings, findings, auditor }: Judged): SectionTables['executive-summary'] {
  const open = findings.filter((finding) => isOpen(finding) && finding.cause === null);
  const gpuTargets = inventory.targets.filter(({ kind, planned }) => kind === 'gpu' && planned !== 'down');
  const unread = inventory.targets.flatMap(({ id, planned }) => {
    const reading = readings.get(id);
    return reading && !reading.ok && reading.failure && planned !== 'down' ? [{ id, failure: reading.failure.code }] : [];
  });
  // a refusal was seen, and a target with a finding of its own is told by it
  const isTold = new Set(open.filter(({ target, subject, stale }) => target === subject && !stale).map(({ target }) => target));
  const causes = new Map(findings.flatMap(({ target, cause }) => (cause === null ? [] : [[target, cause]])));
  return {
    openBySeverity: Object.fromEntries(
      ['critical', 'high', 'medium', 'low'].map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
    ),
    notSeen: unread
      .filter(({ id }) => !causes.has(id) && !isTold.has(id))
      .map(({ id, failure }) => ({ target: id, failure, masks: [...causes.values()].filter((cause) => cause === id).length })),
    partlySeen: findings
      .filter(({ outcome, message, cause }) => outcome === 'unknown' && cause === null && message.id !== 'not-read')
      .map(keyOf),
    skipped: inventory.targets.filter(({ id }) => readings.get(id)?.startedAt === null).map(({ id }) => id),
    auditor,
    gpuTargets: gpuTargets.length,
    gpuTargetsUnread: gpuTargets.filter(({ id }) => !readings.get(id)?.ok).length,
  };
}

function machines({ inventory, readings, nodes, auditor }: Judged): SectionTables['architecture-map']['machines'] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const machineOf = (target: Target) => (target.kind === 'host' ? target.id : (target.machine ?? addressOf(target) ?? 'cluster'));
  return [...Map.groupBy(inventory.targets, machineOf)].map(([id, targets]) => ({
    id,
    addresses: [
      ...new Set([...(isThisMachine(targets) ? auditor.addresses : []), ...targets.flatMap((target) => addressOf(target) ?? [])]),
    ].filter((address, _, all) => all.length === 1 || !address.startsWith('127.')),
    os: hostFacts(readings, id)?.os ?? null,
    gpus: gpusOf(targets, readings).flatMap((gpu) =>
      gpu ? [`${gpu.name ?? 'GPU'}${gpu.memoryTotalMiB ? ` ${Math.round(gpu.memoryTotalMiB / 1024)} GB` : ''}`] : [],
    ),
    targets: targets.filter(({ kind }) => kind !== 'host' && kind !== 'gpu').map((target) => placed(target, byId.get(target.id), readings)),
  }));
}

/** A machine is this one when its `host` is read here and not through an exporter. */
function isThisMachine(targets: readonly Target[]): boolean {
  return targets.some((target) => target.kind === 'host' && !('url' in target));
}

function placed(target: Target, node: NodeState | undefined, readings: Readings): Placed {
  const reading = readings.get(target.id);
  return {
    id: target.id,
    kind: target.kind,
    isNode: node !== undefined,
    status: node?.status ?? (reading?.ok ? 'up' : reading?.failure ? 'unknown' : 'skipped'),
    url: publicAddress(target),
    provides: target.provides ?? [],
    loaded: (node?.models ?? []).filter(({ loaded }) => loaded).map(({ id }) => id),
  };
}

function urls({ targets }: Inventory): SectionTables['architecture-map']['urls'] {
  return targets.flatMap((target) => {
    const url = publicAddress(target);
    return url ? [{ target: target.id, url }] : [];
  });
}

function publicAddress(target: Target): string | null {
  const { url } = target as { url?: unknown };
  return (typeof url === 'string' && publicUrl(url)) || null;
}

function addressOf(target: Target): string | null {
  const { url, host } = target as { url?: unknown; host?: unknown };
  if (typeof url === 'string' && URL.canParse(url)) return new URL(url).hostname;
  return typeof host === 'string' ? host : isNode(target) ? '127.0.0.1' : null;
}

function nodeRow({ id, kind, status, failure, latencyMs, models }: NodeState, { temperatures, freeMiB }: MachineGpus): NodeRow {
  const cloud = models.filter((model) => model.cloud).map((model) => model.id);
  return {
    node: id,
    kind,
    status,
    failure: failure?.code ?? null,
    latencyMs,
    models: models.length - cloud.length,
    cloudModels: cloud.length,
    cloud,
    gpuTemperatures: temperatures,
    vramFreeMiB: freeMiB,
  };
}

function loadedModels({ id: node, models }: NodeState): readonly LoadedModel[] {
  return models
    .filter(({ loaded, cloud }) => loaded && !cloud)
    .map((model) => ({
      node,
      model: model.id,
      type: model.type,
      sizeBytes: model.sizeBytes,
      contextLength: model.contextLength,
      vramMiB: model.vramMiB,
      vramEstimateMiB: vramEstimateMiB(model),
    }));
}

function cell({ status, kind, proven, promised, models }: NodeState, modality: string): Cell {
  if (proven.includes(modality)) return 'proven';
  if (status !== 'up') return promised.includes(modality) ? 'promised' : status === 'unknown' || status === 'skipped' ? 'unknown' : 'none';
  const matching = models.filter((model) =>
    modality === 'vision' ? model.vision : modality === 'audio' ? model.audio : model.type === (modality === 'text' ? 'llm' : 'embedding'),
  );
  if (matching.some(({ cloud }) => !cloud)) return 'installed';
  if (matching.length > 0) return 'cloud';
  return promised.includes(modality) && kind !== 'command' ? 'promised' : 'none';
}

function security({ inventory, readings, auditor }: Judged): SectionTables['security'] {
  const all = inventory.targets.flatMap((target) => {
    const reading = readings.get(target.id);
    if (target.kind !== 'ports' || !reading?.ok) return [];
    const facts = reading.facts as PortsFacts;
    return [{ ...facts, listeners: facts.listeners && withContainers(facts.listeners, enginesOn(target.machine, inventory, readings)) }];
  });
  const listeners = all.flatMap((facts) => facts.listeners ?? []);
  return {
    ports: listeners
      .map((listener: Listener) => ({
        port: listener.port,
        protocol: listener.protocol,
        address: listener.address,
        owner: listener.process,
        exposed: listener.scope !== 'loopback',
      }))
      .toSorted(
        (a, b) =>
          a.port - b.port || compare(a.protocol, b.protocol) || compare(a.address, b.address) || compare(a.owner ?? '', b.owner ?? ''),
      ),
    listenersRead: all.some((facts) => facts.listeners !== null),
    ownersPartial: all.some(({ ownersPartial }) => ownersPartial),
    isRoot: auditor.isRoot,
    trust: trustZones(inventory, readings, auditor),
    secrets: secretsTable(inventory, readings),
  };
}

function secretsTable({ targets }: Inventory, readings: Readings): SecretsTable {
  const all = targets.flatMap(({ id, kind }) => {
    const reading = readings.get(id);
    return kind === 'secrets' && reading?.ok ? [reading.facts as SecretsFacts] : [];
  });
  const rows = all.flatMap(({ found }) => found.map(({ nth: _, ...row }) => row));
  return { files: all.length === 0 ? null : all.reduce((sum, { files }) => sum + files, 0), rows };
}

function performance(judged: Judged, gpusAt: (machine: string) => MachineGpus): SectionTables['performance'] {
  const { inventory, readings } = judged;
  const figures = {
    nodes: nodeFacts(inventory, readings).map(({ id, facts }) => ({
      node: id,
      latencyMs: facts.latencyMs,
      model: facts.inference?.ok ? facts.inference.model : null,
      answerMs: facts.inference?.ok ? facts.inference.totalMs : null,
      tokensPerSecond: facts.inference?.ok ? facts.inference.tokensPerSecond : null,
    })),
    gpus: gpusOf(inventory.targets, readings).filter((gpu) => gpu !== null),
    vram: machineVram(judged.nodes, gpusAt),
    machines: hosts(judged).map(({ id, facts }) => ({
      id,
      cores: facts.cpu.cores,
      load: facts.load?.[0] ?? null,
      memoryTotalBytes: facts.memory?.totalBytes ?? null,
      memoryAvailableBytes: facts.memory?.availableBytes ?? null,
    })),
  };
  return { ...figures, bottlenecks: bottlenecksOf(figures) };
}

function hosts({ inventory, readings }: Judged): readonly { readonly id: string; readonly facts: HostFacts }[] {
  return inventory.targets.flatMap(({ id, kind }) => {
    const facts = kind === 'host' ? hostFacts(readings, id) : null;
    return facts ? [{ id, facts }] : [];
  });
}

function hostFacts(readings: Readings, id: string): HostFacts | null {
  const reading = readings.get(id);
  return reading?.ok && 'mounts' in (reading.facts as object) ? (reading.facts as HostFacts) : null;
}

function nodeFacts(
  { targets }: Inventory,
  readings: Readings,
): readonly { readonly id: string; readonly facts: Partial<NodeFacts> & { readonly latencyMs: number } }[] {
  return targets.filter(isNode).flatMap(({ id }) => {
    const reading = readings.get(id);
    return reading?.ok ? [{ id, facts: reading.facts as Partial<NodeFacts> & { readonly latencyMs: number } }] : [];
  });
}
