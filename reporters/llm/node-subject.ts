import type { Facts } from './facts.ts';
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

interface Counted extends Statement {
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
  if (state === 'planned' && (span.has('expected') || span.has('only'))) return null;
  const counted = { ...statement, ...numbers, count: among.filter(is).length };
  if (span.has('except')) return allBut(counted);
  if (named.length > 0) return span.has('none') ? noneOfThese(counted) : these(counted);
  if (span.has('none')) return nobody(counted);
  if (span.has('other')) return theOthers(counted);
  if (span.has('ordinal')) return theLast(counted);
  if (span.has('half') || span.has('most')) return aShare(counted);
  if (numbers.counts.length > 0) return soMany(counted);
  const isEverybody = numbers.totals.length > 0 || ['all', 'node', 'machine', 'whole'].some((concept) => span.has(concept));
  return isEverybody ? everybody(counted) : thoseBefore(counted);
}

/** « La moitié », « la plupart ». */
function aShare({ span, among, count, counts }: Counted): Subject | null {
  if (counts.length > 0) return null;
  const isSo = span.has('half') ? count * 2 === among.length : count * 2 > among.length && count < among.length;
  return isSo ? { who: [], bad: [] } : null;
}

const about = ({ state }: Statement, who: readonly string[]): Subject => ({ who, bad: state === 'up' || state === 'planned' ? [] : who });
const statusOf = ({ facts }: Statement, id: string) => facts.report.nodes[id]?.status;

/** « Aucun ne répond », « aucun ne manque ». */
function nobody(counted: Counted): Subject | null {
  const { span, state, count, counts, facts } = counted;
  const { expected } = facts;
  if (counts.some((each) => each !== 0 && each !== expected.length) || count !== 0 || span.has('other') || span.has('only')) return null;
  const isEverybodyDown = expected.length > 0 && expected.every((id) => statusOf(counted, id) === 'down');
  if (state === 'up') return expected.length > 0 ? { who: [], bad: isEverybodyDown ? expected : [] } : null;
  if (state === 'down' && expected.some((id) => statusOf(counted, id) !== 'up')) return null;
  return { who: [], bad: [] };
}

/** « M1, M2 et M3, aucun ne répond ». */
function noneOfThese(counted: Counted): Subject | null {
  const { span, named, state, counts, facts } = counted;
  if (state !== 'up' || span.tokens.filter(({ concepts }) => concepts.has('up')).length !== 1) return null;
  if (counts.some((each) => each !== named.length && each !== facts.expected.length)) return null;
  return named.every((id) => statusOf(counted, id) === 'down') ? { who: named, bad: named } : null;
}

/** « Tous répondent, sauf M3 », « à part M1, aucun ne répond ». */
function allBut(counted: Counted): Subject | null {
  const { span, named, among, is, state, counts, totals } = counted;
  const at = span.tokens.findIndex(({ concepts }) => concepts.has('except'));
  const isAfter = span.tokens.every(({ names }, index) => names === undefined || index > at);
  const isPlain = state === 'up' && counts.length + totals.length === 0 && !['only', 'other', 'also'].some((each) => span.has(each));
  if (!isPlain || !isAfter || named.length === 0 || !['all', 'none', 'whole'].some((each) => span.has(each))) return null;
  const others = among.filter((id) => !named.includes(id));
  const isDown = (id: string) => statusOf(counted, id) === 'down';
  if (others.length === 0 || named.some((id) => !among.includes(id))) return null;
  if (span.has('none')) return named.every(is) && others.every(isDown) ? { who: others, bad: others } : null;
  return others.every(is) && named.every(isDown) ? { who: named, bad: named } : null;
}

function these(counted: Counted): Subject | null {
  const { span, named, is, count, counts } = counted;
  if (!named.every(is) || !isAllOfThem(counted) || span.has('half') || span.has('most')) return null;
  if (span.has('only') && (count !== named.length || (span.has('single') && named.length > 1))) return null;
  if (span.has('other')) {
    if (['also', 'nor', 'no', 'yes'].some((concept) => span.has(concept))) return null;
    if (counts.some((each) => each !== named.length)) return null;
  } else if (counts.some((each) => each !== named.length && each !== count)) return null;
  if (span.has('outage') && counts.some((each) => each !== count || (each !== named.length && !span.has('of_which')))) return null;
  return span.has('ordinal') ? theLast(counted) : about(counted, named);
}

/** « Tous les nœuds »; not « les nœuds N1 et N2 répondent tous ». */
function isAllOfThem({ span, named, among }: Counted): boolean {
  if (!span.has('all')) return true;
  const isOfAllNodes = span.tokens.some(({ concepts }, at) => concepts.has('all') && span.tokens[at + 1]?.concepts.has('node'));
  return named.length > 1 && (!isOfAllNodes || named.length === among.length);
}

/** « Les autres répondent »: those of whom nothing was said yet. */
function theOthers(counted: Counted): Subject | null {
  const { span, among, is, said, counts, state } = counted;
  const isFirst = said.mentioned.size === 0;
  // « deux sont arrêtés, les deux autres aussi »
  if (isFirst && (counts.length === 0 || span.has('also') || said.state === state)) return null;
  // « Zéro ne répond pas, M1 n'a aucun modèle : les quatre autres … » may count M1 or leave it out
  const rests = isFirst
    ? [among.filter(is)]
    : [among.filter((id) => !said.mentioned.has(id)), among.filter((id) => (said.mentioned.get(id) ?? 'known') === 'known')];
  const others = rests.find((rest) => rest.length > 0 && rest.every(is) && counts.every((each) => each === rest.length));
  return others ? about(counted, others) : null;
}

/** « Le quatrième n'a pas pu être lu ». */
function theLast(counted: Counted): Subject | null {
  const { among, is, count, counts } = counted;
  return count === 1 && counts.every((each) => each === 1) ? about(counted, among.filter(is)) : null;
}

function soMany(counted: Counted): Subject | null {
  const { span, among, count, counts } = counted;
  const isAll = count === among.length;
  if (counts.some((each) => each !== count) || (span.has('only') && isAll)) return null;
  if ((span.has('all') || isDefinite(counted)) && !isAll) return null;
  return isAll ? about(counted, among) : { who: [], bad: [] };
}

/** « Les trois nœuds répondent » are all of them. */
function isDefinite({ span, totals, state }: Counted): boolean {
  if (totals.length > 0 || span.has('expected') || (state === 'planned' && !span.has('node'))) return false;
  return span.all.some(({ concepts }, at) => concepts.has('the') && span.all[at + 1]?.value !== undefined);
}

function everybody(counted: Counted): Subject | null {
  const { span, among, count, facts, state, totals } = counted;
  if (span.has('only')) return among.length === 1 && count === 1 ? about(counted, among) : null;
  const hasUnexpected = facts.expected.length < Object.keys(facts.report.nodes).length;
  const isAmbiguous = state === 'up' && hasUnexpected && !span.has('expected') && totals.length === 0;
  return among.length > 0 && count === among.length && !isAmbiguous ? about(counted, among) : null;
}

/** « Il ne répond pas ». */
function thoseBefore(counted: Counted): Subject | null {
  const { span, is, said, facts, count } = counted;
  const last = said.names.flatMap((name) => facts.nodes.get(name) ?? []);
  if (span.has('only') && (count !== last.length || (span.has('single') && last.length > 1))) return null;
  return last.length > 0 && last.every(is) ? about(counted, last) : null;
}

/** « quatre sur cinq »: how many, and out of how many. */
function numbersOf({ tokens }: Span): { readonly counts: readonly number[]; readonly totals: readonly number[] } {
  const counts: number[] = [];
  const totals: number[] = [];
  tokens.forEach(({ value, concepts }, at) => {
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
