import { about, statusOf, theRest } from './node-about.ts';
import type { Counted, Subject } from './node-subject.ts';

/** « Aucun ne répond », « aucun ne manque ». */
export function nobody(counted: Counted): Subject | null {
  const { span, state, count, counts, facts } = counted;
  const { expected } = facts;
  if (counts.some((each) => each !== 0 && each !== expected.length) || count !== 0 || span.has('other') || span.has('only')) return null;
  const isEverybodyDown = expected.length > 0 && expected.every((id) => statusOf(counted, id) === 'down');
  if (state === 'up') return expected.length > 0 ? { who: [], bad: isEverybodyDown ? expected : [] } : null;
  if (state === 'down' && expected.some((id) => statusOf(counted, id) !== 'up')) return null;
  return { who: [], bad: [] };
}

/** « La moitié », « la plupart ». */
export function aShare({ span, among, count, counts }: Counted): Subject | null {
  if (counts.length > 0) return null;
  const isSo = span.has('half') ? count * 2 === among.length : count * 2 > among.length && count < among.length;
  return isSo ? { who: [], bad: [] } : null;
}

/** « Les autres répondent »: those of whom nothing was said yet. */
export function theOthers(counted: Counted): Subject | null {
  const { span, among, is, said, counts, state } = counted;
  const isFirst = said.mentioned.size === 0;
  // « deux sont arrêtés, les deux autres aussi »
  if (isFirst && (counts.length === 0 || span.has('also') || said.state === state)) return null;
  const rests = isFirst ? [among.filter(is)] : theRest(counted);
  const others = rests.find((rest) => rest.length > 0 && rest.every(is) && counts.every((each) => each === rest.length));
  // « sept autres nœuds répondent »: not all of the rest
  const isSome = counts.length === 1 && !isDefinite(counted) && rests.some((rest) => rest.filter(is).length === counts[0]);
  if (!others && isSome && state === 'up') return { who: [], bad: [] };
  return others ? about(counted, others) : null;
}

/** « Deux nœuds sur trois répondent ». */
export function soMany(counted: Counted): Subject | null {
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

/** « Tous les nœuds répondent ». */
export function everybody(counted: Counted): Subject | null {
  const { span, among, count, facts, state, totals } = counted;
  if (span.has('only')) return among.length === 1 && count === 1 ? about(counted, among) : null;
  const hasUnexpected = facts.expected.length < Object.keys(facts.report.nodes).length;
  const isAmbiguous = state === 'up' && hasUnexpected && !span.has('expected') && totals.length === 0;
  return among.length > 0 && count === among.length && !isAmbiguous ? about(counted, among) : null;
}

/** « Il ne répond pas ». */
export function thoseBefore(counted: Counted): Subject | null {
  const { span, is, said, facts, count } = counted;
  const last = said.names.flatMap((name) => facts.nodes.get(name) ?? []);
  if (span.has('only') && (count !== last.length || (span.has('single') && last.length > 1))) return null;
  return last.length > 0 && last.every(is) ? about(counted, last) : null;
}
