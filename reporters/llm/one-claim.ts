import { clausesOf, isSaidOnce, type Span } from './span.ts';
import type { Token } from './tokens.ts';

/** What a node may be said to be. */
export const STATES = ['degraded', 'planned', 'unknown', 'down', 'up'] as const;
export type State = (typeof STATES)[number];

const QUANTIFIERS = ['all', 'none', 'only', 'other', 'half', 'most', 'ordinal'];
const ELLIPSES = ['also', 'nor', 'no', 'yes', 'unlike'];
const has = (clause: readonly Token[], concepts: readonly string[]) =>
  clause.some((token) => concepts.some((concept) => token.concepts.has(concept)));

/** One who and one what: « N1 répond, tous les nœuds aussi » is two claims. */
export function isOneClaim(span: Span): boolean {
  const clauses = clausesOf(span);
  if (!isSaidOnce(span)) return false;
  if (clauses.length < 2) return true;
  const states = clauses.filter((clause) => has(clause, [...STATES, 'usable', 'off']));
  const isBare = (clause: readonly Token[]) =>
    clause.every(
      (token) =>
        token.names === undefined && token.value === undefined && !has([token], [...QUANTIFIERS, 'one', 'node', 'machine', 'whole']),
    );
  // « l'arrêt de N4 et d'OL2 est prévu »
  const isSplit =
    states.length === 2 &&
    states.filter((clause) => has(clause, ['off'])).length === 1 &&
    states.some((clause) => has(clause, ['planned']) && !has(clause, ['up', 'down', 'off']));
  if (
    (states.filter((clause) => !isBare(clause)).length > 1 && !isSplit) ||
    (states.length > 1 && !isSplit && isBare(states[0] ?? []) && !has(states[0] ?? [], ['planned']))
  )
    return false;
  if (states.length > 0 && (span.has('unlike') || clauses.some((clause) => has(clause, ELLIPSES)))) return false;
  const isTotalOnly = (clause: readonly Token[]) =>
    clause.some(({ concepts }) => concepts.has('of') || concepts.has('expected')) && !has(clause, QUANTIFIERS);
  // « le reste, quatre nœuds, répond »
  const isApposition = (clause: readonly Token[]) =>
    span.has('other') && clause.every(({ value, concepts }) => value !== undefined || concepts.has('node'));
  const counted = clauses.filter(
    (clause) =>
      has(clause, QUANTIFIERS) ||
      (!isTotalOnly(clause) && clause.some(({ value, concepts }) => value !== undefined || concepts.has('one'))),
  );
  if (counted.filter((clause) => !isApposition(clause)).length > 1) return false;
  // « les autres, N1 et N2 »
  const other = span.tokens.findIndex(({ concepts }) => concepts.has('other'));
  const name = span.tokens.findIndex(({ names }) => names !== undefined);
  return other < 0 || name < 0 || other < name;
}
