import { hash } from 'node:crypto';
import { probes } from '../probes/all.ts';
import { type Assessment, bySeverity, compare, type Finding, isOpen, keyOf } from './assessment.ts';
import { causesOf } from './causes.ts';
import type { Inventory, Readings, Rule, Target, Verdict } from './define.ts';
import { carryOver, evolutionOf, openSince, type Previous } from './evolution.ts';
import type { Gathered } from './gather.ts';
import { gpusByMachine, gpusOf } from './gpus.ts';
import { judgeAll } from './judge-all.ts';
import { type NodeState, nodeStates } from './nodes.ts';
import { horizonOf, planOf } from './plan.ts';
import { expected } from './profile.ts';
import { coverageOf, overallOf, scoresOf } from './scores.ts';
import { sectionTables } from './sections.ts';
import { topologyOf } from './topology.ts';
import { viewOf } from './view.ts';
import { vramEstimateMiB } from './vram.ts';

export interface AssessOptions {
  readonly inventory: Inventory;
  readonly gathered: Gathered;
  readonly rules: readonly Rule[];
  /** The last audit of the same mode, or null. */
  readonly previous: Previous | null;
  /** A UUID version 7. */
  readonly id: string;
  readonly tool: { readonly name: string; readonly version: string };
}

/** Judges what was gathered. Pure and synchronous: the same input gives the same document, in any order of readings. */
export function assess({ inventory: written, gathered, rules, previous, id, tool }: AssessOptions): Assessment {
  const inventory = { ...written, targets: inOrder(written.targets) };
  const { readings, auditor, mode, takenAt } = gathered;
  const nodes = nodeStates(inventory, readings);
  const topology = topologyOf(inventory, readings);
  const findings = findingsOf(rules, inventory, gathered, previous, nodes);
  const { scores, details } = scoresOf(viewOf(findings, nodes, topology, inventory, readings, previous));
  const overall = overallOf(scores, details);
  const open = findings.filter(isOpen);
  const verdict = open.some(({ severity }) => severity === 'critical') ? 'not-ready' : overall.score === null ? 'unknown' : 'ready';
  const risks = open.filter(isRisk).toSorted(bySeverity).map(keyOf);
  return {
    tool,
    id,
    timestamp: takenAt,
    version: inventory.cluster.version,
    mode,
    durationMs: gathered.durationMs,
    status: statusOf(findings, nodes, readings),
    overall: { ...overall, verdict },
    cluster: clusterOf(inventory, nodes, readings),
    nodes: nodesOf(inventory, nodes, readings),
    scores,
    scoreDetails: details,
    findings,
    risks,
    plan: planOf(findings),
    topology: {
      edges: [...topology.edges],
      singlePoints: topology.singlePoints.map(({ id: component, loses }) => ({ id: component, loses: [...loses] })),
    },
    evolution: evolutionOf(findings, scores, previous),
    readings: Object.fromEntries(inventory.targets.map((target) => [target.id, readingOf(readings, target.id)])),
    sections: sectionTables({
      inventory,
      readings,
      auditor,
      nodes,
      topology,
      findings,
      risks,
      verdict,
      coverage: coverageOf(scores, details),
    }),
  };
}

function findingsOf(
  rules: readonly Rule[],
  inventory: Inventory,
  { readings, auditor, mode, takenAt }: Gathered,
  previous: Previous | null,
  nodes: readonly NodeState[],
): readonly Finding[] {
  const causeOf = causesOf(inventory, readings, auditor);
  const before = new Map((previous?.findings ?? []).map((finding) => [keyOf(finding), finding]));
  const scope = {
    inventory,
    auditor,
    mode,
    readings,
    messageBefore: (code: string, target: string, subject: string) =>
      (before.get(keyOf({ code, target, subject }))?.message ?? null) as Finding['message'] | null,
  };
  const judged = rules.flatMap((rule) => judgeAll(rule, scope).map((verdict) => findingOf(rule, verdict, readings, causeOf)));
  const order = new Map(rules.map(({ code }, index) => [code, index]));
  const place = ({ code }: Finding) => order.get(code) ?? rules.length;
  // what a node provides that promises nothing is known only while it is up
  const isClusterIncomplete = nodes.some(
    ({ status, promised }) =>
      status === 'unknown' || status === 'skipped' || (promised.length === 0 && (status === 'down' || status === 'degraded')),
  );
  return carryOver(unique(judged), previous, inventory, rules, isClusterIncomplete)
    .map((finding) =>
      isOpen(finding) ? { ...finding, horizon: horizonOf(finding), since: openSince(finding, previous, takenAt) } : finding,
    )
    .toSorted((a, b) => place(a) - place(b) || compare(keyOf(a), keyOf(b)));
}

function findingOf(rule: Rule, verdict: Verdict, readings: Readings, causeOf: (target: string) => string | null): Finding {
  const severity = verdict.severity ?? rule.severity;
  const cause = readings.get(verdict.target)?.ok === false ? causeOf(verdict.target) : null;
  return {
    code: rule.code,
    target: verdict.target,
    subject: verdict.subject,
    // the children of what is down are unknown: the violation is their parent's
    outcome:
      verdict.outcome !== 'violation'
        ? verdict.outcome
        : cause
          ? 'unknown'
          : severity === 'critical' || severity === 'high'
            ? 'fail'
            : 'warn',
    severity,
    dimension: rule.dimension,
    cvss: null,
    message: verdict.message,
    evidence: verdict.evidence ?? [],
    verify: verdict.verify ?? null,
    horizon: null,
    fingerprint: hash('sha256', keyOf({ code: rule.code, target: verdict.target, subject: verdict.subject })),
    cause,
    stale: false,
    since: null,
  };
}

/** Medium and above, and whatever is a single point of failure; what another failure explains is said there. */
function isRisk({ severity, cause, code }: Finding): boolean {
  return cause === null && (code === 'ARCH-001' || severity === 'critical' || severity === 'high' || severity === 'medium');
}

/** A rule that says two things of one subject is heard at its worst. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const order = ['fail', 'warn', 'unknown', 'pass', 'skipped', 'not-applicable'];
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const known = worst.get(keyOf(finding));
    if (!known || order.indexOf(finding.outcome) < order.indexOf(known.outcome)) worst.set(keyOf(finding), finding);
  }
  return [...worst.values()];
}

function statusOf(findings: readonly Finding[], nodes: readonly NodeState[], readings: Readings): Assessment['status'] {
  const open = findings.filter(isOpen);
  const wanted = expected(nodes);
  if (open.some(({ severity }) => severity === 'critical') || (wanted.length > 0 && wanted.every(({ status }) => status !== 'up')))
    return 'critical';
  if (open.some(({ severity }) => severity === 'high' || severity === 'medium') || wanted.some(({ status }) => status !== 'up'))
    return 'warning';
  return [...readings.values()].some(({ ok }) => ok) ? 'ok' : 'unknown';
}

function clusterOf({ cluster, targets }: Inventory, nodes: readonly NodeState[], readings: Readings): Assessment['cluster'] {
  const gpus = gpusOf(targets, readings).filter((gpu) => gpu !== null);
  const memory = gpus.flatMap(({ memoryTotalMiB }) => memoryTotalMiB ?? []);
  return {
    name: cluster.name,
    nodesUp: nodes.filter(({ status }) => status === 'up').length,
    nodesTotal: nodes.length,
    nodesPlannedDown: nodes.filter(({ status }) => status === 'planned-down').length,
    gpus: gpus.length,
    vramTotalMiB: memory.length === 0 ? null : memory.reduce((sum, value) => sum + value, 0),
  };
}

function nodesOf(inventory: Inventory, nodes: readonly NodeState[], readings: Readings): Assessment['nodes'] {
  const gpusAt = gpusByMachine(inventory.targets, readings);
  return Object.fromEntries(
    nodes.map(({ id, kind, status, latencyMs, failure, machine, namedMachine, models }) => [
      id,
      {
        kind,
        status,
        latencyMs,
        failure: failure && { ...failure },
        machine: namedMachine,
        gpuTemperatures: [...gpusAt(machine).temperatures],
        vramFreeMiB: gpusAt(machine).freeMiB,
        vramTotalMiB: gpusAt(machine).totalMiB,
        models: models.map((model) => ({
          id: model.id,
          type: model.type,
          loaded: model.loaded,
          contextLength: model.contextLength,
          vision: model.vision,
          sizeBytes: model.sizeBytes,
          vramMiB: model.vramMiB,
          vramEstimateMiB: vramEstimateMiB(model),
          cloud: model.cloud,
        })),
      },
    ]),
  );
}

function readingOf(readings: Readings, id: string): Assessment['readings'][string] {
  const reading = readings.get(id);
  if (!reading) return { ok: false, failure: null, startedAt: null, durationMs: 0 };
  return {
    ok: reading.ok,
    failure: reading.ok || !reading.failure ? null : { ...reading.failure },
    startedAt: reading.startedAt,
    durationMs: reading.durationMs,
  };
}

/** The order in which reports list things: by kind, then by id with numbers as one counts, however the inventory was written. */
function inOrder(targets: readonly Target[]): readonly Target[] {
  const place = (kind: string) => probes.findIndex((probe) => probe.kind === kind);
  return targets.toSorted((a, b) => place(a.kind) - place(b.kind) || COUNTING.compare(a.id, b.id) || compare(a.id, b.id));
}

const COUNTING = new Intl.Collator('en', { numeric: true });
