import type { Gpu } from '../probes/gpu.ts';
import type { Mount } from '../probes/host.ts';
import type { Rotation } from '../probes/logs/rotation.ts';
import type { FoundSecret } from '../probes/secrets.ts';
import type { AuditorFacts, FailureCode, Outcome } from './define.ts';
import type { NodeState } from './nodes.ts';
import type { TrustZone } from './trust.ts';

export type Cell = 'proven' | 'installed' | 'cloud' | 'promised' | 'none' | 'unknown';

/** The tables of the ten sections, as data; the locale makes lines of them. */
export interface SectionTables {
  readonly 'executive-summary': {
    readonly openBySeverity: Readonly<Record<string, number>>;
    /** What could not be seen, once each, with why. */
    readonly notSeen: readonly { readonly target: string; readonly failure: FailureCode; readonly masks: number }[];
    readonly partlySeen: readonly string[];
    readonly skipped: readonly string[];
    readonly auditor: AuditorFacts;
    /** Targets of kind gpu, and those of them that could not be read. */
    readonly gpuTargets: number;
    readonly gpuTargetsUnread: number;
  };
  readonly 'architecture-map': {
    readonly machines: readonly {
      readonly id: string;
      readonly addresses: readonly string[];
      readonly os: string | null;
      readonly gpus: readonly string[];
      readonly targets: readonly Placed[];
    }[];
    readonly urls: readonly { readonly target: string; readonly url: string }[];
  };
  readonly 'node-health': { readonly rows: readonly NodeRow[]; readonly loaded: readonly LoadedModel[] };
  readonly topology: {
    readonly capabilities: readonly {
      readonly capability: string;
      readonly up: readonly string[];
      readonly notRead: readonly string[];
      readonly all: readonly string[];
    }[];
    readonly routes: readonly never[];
  };
  readonly multimodal: {
    readonly columns: readonly string[];
    readonly rows: readonly { readonly node: string; readonly cells: readonly Cell[] }[];
  };
  readonly risks: { readonly findings: readonly string[]; readonly masked: number };
  readonly security: {
    readonly ports: readonly {
      readonly port: number;
      readonly protocol: string;
      readonly address: string;
      readonly owner: string | null;
      readonly exposed: boolean;
    }[];
    readonly listenersRead: boolean;
    readonly ownersPartial: boolean;
    readonly isRoot: boolean;
    readonly trust: readonly TrustZone[];
    readonly secrets: SecretsTable;
  };
  readonly performance: {
    readonly nodes: readonly {
      readonly node: string;
      readonly latencyMs: number | null;
      readonly model: string | null;
      readonly answerMs: number | null;
      readonly tokensPerSecond: number | null;
    }[];
    readonly gpus: readonly GpuRow[];
    readonly vram: readonly MachineVram[];
    readonly machines: readonly {
      readonly id: string;
      readonly cores: number | null;
      readonly load: number | null;
      readonly memoryTotalBytes: number | null;
      readonly memoryAvailableBytes: number | null;
    }[];
    readonly bottlenecks: readonly Bottleneck[];
  };
  readonly persistence: {
    readonly mounts: readonly (Pick<Mount, 'mount' | 'totalBytes' | 'availableBytes' | 'usedPercent' | 'readOnly'> & {
      readonly target: string;
    })[];
    readonly backups: readonly BackupRow[];
    readonly logs: readonly LogRow[];
    /** What the estimated RTO assumes. */
    readonly assumedMiBPerSecond: number;
  };
  readonly readiness: {
    readonly verdict: string;
    readonly openCriticals: readonly string[];
    /** Share of what the scores rest on that was read. */
    readonly coverage: number;
  };
}

/** Where secrets lie in clear text. Never what they are. */
export interface SecretsTable {
  /** Files that were looked into; null where none was to be, or none could be. */
  readonly files: number | null;
  readonly rows: readonly Pick<FoundSecret, 'path' | 'line' | 'name' | 'kind' | 'service' | 'length' | 'fingerprint'>[];
}

export interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly isNode: boolean;
  readonly status: string;
  readonly url: string | null;
  readonly provides: readonly string[];
  readonly loaded: readonly string[];
}

export interface NodeRow {
  readonly node: string;
  readonly kind: string;
  readonly status: NodeState['status'];
  readonly failure: FailureCode | null;
  readonly latencyMs: number | null;
  readonly models: number;
  readonly cloudModels: number;
  /** Names of the models that run on somebody else's computer. */
  readonly cloud: readonly string[];
  /** Of the GPUs of its machine. */
  readonly gpuTemperatures: readonly (number | null)[];
  readonly vramFreeMiB: number | null;
}

/** A local model that a node holds in memory now. */
export interface LoadedModel {
  readonly node: string;
  readonly model: string;
  readonly type: string | null;
  readonly sizeBytes: number | null;
  readonly contextLength: number | null;
  /** Measured by the node itself. */
  readonly vramMiB: number | null;
  /** Where nothing measured it; see `vram.ts`. */
  readonly vramEstimateMiB: number | null;
}

/** The video memory of one machine beside what the models that are loaded there take. */
export interface MachineVram {
  readonly machine: string;
  readonly nodes: readonly string[];
  readonly freeMiB: number | null;
  readonly totalMiB: number;
  /** Null where the models of a node, or the size of one, are unknown. */
  readonly modelsMiB: number | null;
  /** At least one part of `modelsMiB` is estimated. */
  readonly isEstimate: boolean;
}

export type GpuRow = Omit<Gpu, 'lost'> & { readonly target: string; readonly machine: string | null };

/** The worst of its kind: milliseconds, degrees Celsius, or a share (free memory; load by core). */
export interface Bottleneck {
  readonly what: 'slow-node' | 'full-gpu' | 'hot-gpu' | 'busy-processor' | 'full-memory';
  readonly subject: string;
  readonly value: number;
  /** How many more are beyond the same limit. */
  readonly others: number;
}

/** One declared set of backups. Its age is the RPO as measured; null is « not known ». */
export interface BackupRow {
  readonly target: string;
  readonly set: string;
  readonly path: string;
  /** What DATA-008 says of it. */
  readonly outcome: Outcome;
  readonly failure: FailureCode | null;
  readonly newestAt: string | null;
  readonly ageHours: number | null;
  readonly maxAgeHours: number | null;
  readonly count: number | null;
  readonly totalBytes: number | null;
  /** What the last run left, and a restoration would copy. */
  readonly lastBytes: number | null;
  /** The last run against the median of those before it. */
  readonly trendPercent: number | null;
  readonly rtoMinutes: number | null;
  /** At an assumed speed: never measured. */
  readonly estimatedRtoMinutes: number | null;
  readonly restoreTestedAt: string | null;
  readonly restoreTestMinutes: number | null;
  readonly restoreTestFailure: FailureCode | null;
}

/** One declared path of logs. */
export interface LogRow {
  readonly target: string;
  readonly path: string;
  /** What OBS-007 says of it. */
  readonly outcome: Outcome;
  readonly failure: FailureCode | null;
  readonly newestAt: string | null;
  readonly ageHours: number | null;
  readonly maxAgeHours: number | null;
  readonly count: number | null;
  readonly totalBytes: number | null;
  readonly rotation: Rotation | null;
}
