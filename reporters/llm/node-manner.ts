import type { Facts } from './facts.ts';
import type { State } from './one-claim.ts';
import type { Span } from './span.ts';

/** How nodes are said to be what they are. */
export interface Manner {
  readonly span: Span;
  readonly state: State;
  /** Of whom it is said by name; else of those that are so. */
  readonly who: readonly string[];
  readonly so: readonly string[];
  /** Out of how many. */
  readonly all: number;
  readonly facts: Facts;
}

/** « Correctement », « en 12 millisecondes », « connexion refusée », « 80 pour cent »: as the report has it. */
export function isMannerSo({ span, state, who, so, all, facts }: Manner): boolean {
  const them = who.length > 0 ? who : so;
  const isHowSo = isWellSo(span, state, them, facts) && isConnectionSo(span, them, facts) && isLatencySo(span, state, them, facts);
  return isHowSo && isShareSo(span, so.length, all);
}

/** « Répondent correctement »: those of whom nothing is open. */
function isWellSo(span: Span, state: State, who: readonly string[], { open }: Facts): boolean {
  return !span.has('well') || (state === 'up' && !span.has('none') && !open.some(({ finding }) => who.includes(finding.target)));
}

const CONNECTION = 'conn:';

/** « Refusent la connexion »: as each of them failed. */
function isConnectionSo({ concepts }: Span, who: readonly string[], { report }: Facts): boolean {
  const codes = [...concepts].flatMap((concept) => (concept.startsWith(CONNECTION) ? [concept.slice(CONNECTION.length)] : []));
  return codes.every((code) => who.every((id) => report.nodes[id]?.failure?.code === code));
}

/** « Répondent en 12 millisecondes ». */
function isLatencySo({ figures }: Span, state: State, who: readonly string[], { report }: Facts): boolean {
  const latencies = figures.flatMap(({ value, unit }) => (unit === MILLISECONDS ? [value] : []));
  return latencies.every((value) => state === 'up' && who.every((id) => report.nodes[id]?.latencyMs === value));
}

/** « 80 pour cent des nœuds répondent ». */
function isShareSo({ figures }: Span, many: number, all: number): boolean {
  return figures.every(({ value, unit }) => unit !== PERCENT || (value ?? Number.NaN) * all === many * 100);
}

export const PERCENT = 'u:percent';
export const MILLISECONDS = 'u:ms';
