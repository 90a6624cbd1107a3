import type { Facts } from './facts.ts';
import { allBut, noneOfThese, theLast, these } from './node-named.ts';
import { aShare, everybody, nobody, soMany, theOthers, thoseBefore } from './node-unnamed.ts';
import type { State } from './one-claim.ts';
import type { Said, Span } from './span.ts';

/** Of whom something is said. */
export interface Subject {
  readonly who: readonly string[];
  /** Those of whom it is said that they do not answer. */
  readonly bad: readonly string[];
}

/** What a sentence says of nodes. */
export interface Statement {
  readonly span: Span;
  readonly named: readonly string[];
  /** Those that it may be about. */
  readonly among: readonly string[];
  readonly state: State;
  is(id: string): boolean;
  readonly said: Said;
  readonly facts: Facts;
}

export interface Counted extends Statement {
  /** How many are so. */
  readonly count: number;
  /** The numbers that were said, and out of how many. */
  readonly counts: readonly number[];
  readonly totals: readonly number[];
}

/** Whom a statement is about, where it is true of exactly them; null where it is not. */
export function subjectOf(statement: Statement): Subject | null {
  const { span, among, state, is, named } = statement;
  const numbers = numbersOf(span);
  if (numbers.totals.some((total) => total !== among.length)) return null;
  // what is off as planned is not expected
  const isExpected = span.tokens.some(({ concepts }) => concepts.has('expected') && !concepts.has('planned'));
  if (state === 'planned' && (isExpected || span.has('only'))) return null;
  const counted = { ...statement, ...numbers, count: among.filter(is).length };
  if (span.has('except')) return allBut(counted);
  if (named.length > 0) return span.has('none') ? noneOfThese(counted) : these(counted);
  return unnamed(counted);
}

/** Those that are counted, or that were spoken of. */
function unnamed(counted: Counted): Subject | null {
  const { span, said, counts, totals } = counted;
  if (said.except.length > 0 && ['all', 'none'].some((each) => span.has(each))) return allBut({ ...counted, named: said.except });
  // « …, tous deux en panne »: those that were just named
  if (span.has('both') && !span.has('node') && said.names.length === 2) return thoseBefore(counted);
  if (span.has('none')) return nobody(counted);
  if (span.has('other')) return theOthers(counted);
  if (span.has('ordinal')) return theLast(counted);
  if (span.has('half') || span.has('most')) return aShare(counted);
  // « 80 pour cent des nœuds » is judged by its figure
  if (span.figures.some(({ unit }) => unit === 'u:percent')) return { who: [], bad: [] };
  if (counts.length > 0) return soMany(counted);
  const isEverybody = totals.length > 0 || ['all', 'node', 'machine', 'whole'].some((concept) => span.has(concept));
  return isEverybody ? everybody(counted) : thoseBefore(counted);
}

/** « quatre sur cinq »: how many, and out of how many. */
function numbersOf({ tokens }: Span): { readonly counts: readonly number[]; readonly totals: readonly number[] } {
  const counts: number[] = [];
  const totals: number[] = [];
  tokens.forEach(({ value, unit, concepts }, at) => {
    if (unit !== undefined) return;
    const number = value ?? (concepts.has('one') && tokens[at + 1]?.concepts.has('only') !== true ? 1 : undefined);
    if (number === undefined) return;
    const isTotal =
      tokens[at - 1]?.concepts.has('of') ||
      tokens[at + 1]?.concepts.has('expected') ||
      (tokens[at + 1]?.concepts.has('node') && tokens[at + 2]?.concepts.has('expected'));
    if (isTotal) totals.push(number);
    else counts.push(number);
  });
  return { counts, totals };
}
