import type { Message } from '../../locales/locale.ts';
import type { Dimension, Evidence, Mode, Outcome, RuleCode, Severity } from './define.ts';
import type { Grade, Horizon, Report } from './report.ts';
import type { SectionTables } from './section-tables.ts';

/** A finding as data: its words come when it is rendered. */
export interface Finding {
  readonly code: RuleCode;
  readonly target: string;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly dimension: Dimension;
  readonly cvss: number | null;
  readonly message: Message;
  readonly evidence: readonly Evidence[];
  readonly verify: string | null;
  readonly horizon: Horizon | null;
  readonly fingerprint: string;
  /** The component whose failure explains this one; said once, there. */
  readonly cause: string | null;
  /** Open in the last audit of this mode and not readable now: it stays open. */
  readonly stale: boolean;
  readonly since: string | null;
}

export interface PlanStep {
  readonly order: number;
  readonly findings: readonly string[];
  readonly verify: string | null;
}

export type Scores = Report['scores'];
export type ScoreDetails = Report['scoreDetails'];
export type Evolution = NonNullable<Report['evolution']>;

/** Everything `assess` says, without a word of prose. */
export interface Assessment {
  readonly tool: Report['tool'];
  readonly id: string;
  readonly timestamp: string;
  readonly version: string;
  readonly mode: Mode;
  readonly durationMs: number;
  readonly status: Report['status'];
  readonly overall: { readonly score: number | null; readonly grade: Grade | null; readonly verdict: Report['overall']['verdict'] };
  readonly cluster: Report['cluster'];
  readonly nodes: Report['nodes'];
  readonly scores: Scores;
  readonly scoreDetails: ScoreDetails;
  readonly findings: readonly Finding[];
  /** Keys of the findings that are risks, worst first. */
  readonly risks: readonly string[];
  readonly plan: readonly { readonly horizon: Horizon; readonly steps: readonly PlanStep[] }[];
  readonly topology: Report['topology'];
  readonly evolution: Evolution | null;
  readonly readings: Report['readings'];
  readonly sections: SectionTables;
}

export function isOpen({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome === 'fail' || outcome === 'warn';
}

export function keyOf({ code, target, subject }: { readonly code: string; readonly target: string; readonly subject: string }): string {
  return `${code}:${target}:${subject}`;
}

const RANK: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };

/** Worst first; what was seen now before what was seen once; what is broken before what could break; then by key, so that the order never depends on who answered first. */
export function bySeverity(a: { severity: Severity; code: string; target: string; subject: string; stale?: boolean }, b: typeof a): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    Number(a.stale ?? false) - Number(b.stale ?? false) ||
    Number(isWeakness(a)) - Number(isWeakness(b)) ||
    compare(keyOf(a), keyOf(b))
  );
}

function isWeakness({ code }: { readonly code: string }): boolean {
  return code.startsWith('ARCH-');
}

/** By code points, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
