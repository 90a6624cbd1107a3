import { z } from 'zod';
import type { Message, RuleCode } from '../../locales/locale.ts';
import type { Host } from '../host/host.ts';

// most schemas check a few values and are gone: compiling each into a function takes longer than it saves
z.config({ jitless: true });

export type { RuleCode };

/** `full` asks everything; `quick` answers « état du cluster »: it prompts nothing and runs no `command`. */
export type Mode = 'full' | 'quick';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const OUTCOMES = ['pass', 'warn', 'fail', 'unknown', 'not-applicable', 'skipped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DIMENSIONS = ['stability', 'resilience', 'security', 'scalability', 'multimodal', 'observability'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const FAILURE_CODES = [
  'timeout',
  'refused',
  'reset',
  'unreachable',
  'dns',
  'tls',
  'denied',
  'not-found',
  'rate-limited',
  'bad-status',
  'too-large',
  'malformed',
  'wrong-product',
  'missing-tool',
  'bug',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Why a target could not be read. `detail` is for developers: redacted, cut, never spoken. */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

/** Thrown by probes and the host for what is foreseen; anything else that is thrown is a `bug`. */
export class ProbeError extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'ProbeError';
    this.code = code;
  }
}

/** What every target of the inventory may say, whatever its kind. */
export const commonFields = {
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, 'expected a name of letters, digits, . _ - (at most 64)')
    .refine((id) => id !== 'cluster', '"cluster" is reserved for findings about everything'),
  machine: z.string().min(1).max(64).optional(),
  dependsOn: z.array(z.string()).optional(),
  provides: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'expected a word such as text')).optional(),
  planned: z.literal('down').optional(),
  exposure: z.enum(['loopback', 'lan', 'wan']).optional(),
  timeoutMs: z.int().min(50).max(600_000).optional(),
  quick: z.boolean().optional(),
} as const;

/** One thing that exists, as the inventory says it; each kind adds its own fields. */
export interface Target {
  readonly id: string;
  readonly kind: string;
  readonly machine?: string | undefined;
  readonly dependsOn?: readonly string[] | undefined;
  readonly provides?: readonly string[] | undefined;
  readonly planned?: 'down' | undefined;
  readonly exposure?: 'loopback' | 'lan' | 'wan' | undefined;
  /** Milliseconds for the whole reading; 5000 when absent. */
  readonly timeoutMs?: number | undefined;
  readonly quick?: boolean | undefined;
}

/** What exists. `source` tells whether somebody declared it or it was found by itself. */
export interface Inventory {
  readonly source: 'file' | 'environment' | 'discovery';
  /** The file as it was named; absent when there is none. */
  readonly file?: string | undefined;
  readonly cluster: { readonly name: string; readonly version: string };
  readonly targets: readonly Target[];
}

/** Reads one kind of target. Judges nothing, changes nothing. Adding a system is adding one of these. */
export interface Probe<T extends Target = Target, F = unknown> {
  readonly kind: T['kind'];
  /** What the inventory says of a target of this kind. */
  readonly target: z.ZodType<T>;
  /** What `read` promises; checked on every reading. */
  readonly facts: z.ZodType<F>;
  /** Takes part in « état du cluster ». */
  readonly quick: boolean;
  /** Serves models: listed in the report's `nodes`. */
  readonly node?: boolean;
  /** Milliseconds for the whole reading where the kind has a budget of its own. */
  budgetMs?(target: T): number;
  /** Rejects with a {@link ProbeError} when the target cannot be read, and at once when `signal` aborts. */
  read(target: T, host: Host, mode: Mode, signal: AbortSignal): Promise<F>;
}

export function defineProbe<T extends Target, F>(probe: Probe<T, F>): Probe<T, F> {
  return probe;
}

/** One target's facts, or why there are none. Times: ISO 8601 and milliseconds of a monotonic clock. */
export type Reading<F = unknown> =
  | { readonly ok: true; readonly facts: F; readonly startedAt: string; readonly durationMs: number }
  | { readonly ok: false; readonly failure: Failure; readonly startedAt: string; readonly durationMs: number }
  | { readonly ok: false; readonly failure: null; readonly startedAt: null; readonly durationMs: 0 };

export type Readings = ReadonlyMap<string, Reading>;

/** What the auditor found out about itself before judging anybody else. */
export interface AuditorFacts {
  /** Names of the inventory that had to be resolved, each with its outcome. */
  readonly names: Readonly<Record<string, 'resolved' | 'failed'>>;
  /** This machine's own addresses that are not loopback. */
  readonly addresses: readonly string[];
  /** False when this machine has no address but loopback, so that nothing remote can be judged. */
  readonly hasNetwork: boolean;
  /** False when the clock stands before the release of this program. */
  readonly clockPlausible: boolean;
  readonly platform: string;
  readonly isRoot: boolean;
  readonly hostname: string;
}

/** A target of the inventory with its reading. */
export interface Read<T extends Target = Target, F = unknown> {
  readonly target: T;
  readonly reading: Reading<F>;
}

export type Needs = Readonly<Record<string, Probe>>;
export type ReadingsOf<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Probe<infer T, infer F> ? readonly Read<T, F>[] : never;
};

export interface Evidence {
  readonly file?: string;
  readonly line?: number;
  readonly request?: string;
  readonly command?: string;
  readonly value?: string;
  readonly at?: string | null;
}

/** What a rule says of one subject; the engine adds dimension, horizon and fingerprint. */
export interface Verdict {
  /** The inventory id whose facts are judged; `cluster` for all of it. */
  readonly target: string;
  /** The stable name of the thing; with code and target it identifies the finding for ever. */
  readonly subject: string;
  /** A violation needs positive evidence; it becomes `fail` or `warn` by its severity. */
  readonly outcome: 'violation' | Exclude<Outcome, 'fail' | 'warn'>;
  /** The rule's own when absent. */
  readonly severity?: Severity;
  readonly message: Message;
  readonly evidence?: readonly Evidence[] | undefined;
  /** A read-only, secret-free shell line that shows the same thing again. */
  readonly verify?: string | undefined;
}

/** What a rule may know besides the readings that it needs. */
export interface Scope {
  readonly inventory: Inventory;
  readonly auditor: AuditorFacts;
  readonly mode: Mode;
  /** Every reading, for rules that judge the cluster as a whole. */
  readonly readings: Readings;
  /** The message that the last audit of the same mode gave to a finding, for what counts only the second time. */
  messageBefore(code: RuleCode, target: string, subject: string): Message | null;
}

/** Judges readings. Pure. A rule that throws leaves its targets unknown (`bug`); the others go on. */
export interface Rule<N extends Needs = Needs> {
  readonly code: RuleCode;
  readonly dimension: Dimension;
  /** The catalogue's default; a verdict may carry another where the catalogue has several. */
  readonly severity: Severity;
  /** `cluster`: about everything, judged once. Otherwise a target that was not read is unknown by itself. */
  readonly about: 'target' | 'cluster';
  readonly needs: N;
  check(readings: ReadingsOf<N>, scope: Scope): Iterable<Verdict>;
}

export function defineRule<const N extends Needs>(rule: Rule<N>): Rule<N> {
  return rule;
}
