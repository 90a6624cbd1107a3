import { about, statusOf, theRest } from './node-about.ts';
import type { Counted, Subject } from './node-subject.ts';

/** « M1 et M2 répondent ». */
export function these(counted: Counted): Subject | null {
  const { span, named, is, count, counts } = counted;
  if (!named.every(is) || !isAllOfThem(counted) || span.has('half') || span.has('most')) return null;
  if (span.has('only') && (count !== named.length || (span.has('single') && named.length > 1))) return null;
  if (span.has('other')) {
    // « are » is no « they are »
    if (span.tokens.some(({ concepts }) => ['also', 'nor', 'no', 'yes'].some((concept) => concepts.has(concept)))) return null;
    if (counts.some((each) => each !== named.length) || !isTheRest(counted)) return null;
  } else if (counts.some((each) => each !== named.length && each !== count)) return null;
  if (span.has('outage') && counts.some((each) => each !== count || (each !== named.length && !span.has('of_which')))) return null;
  return span.has('ordinal') ? theLast(counted) : about(counted, named);
}

/** « Les autres, M1 et M3 »: all of those of whom nothing was said. */
function isTheRest(counted: Counted): boolean {
  const { named, said } = counted;
  // « un autre, M9, n'a pas pu être lu »
  if (said.mentioned.size === 0 || (counted.state !== 'up' && named.length === 1)) return true;
  return theRest(counted).some((rest) => rest.length === named.length && rest.every((id) => named.includes(id)));
}

/** « Tous les nœuds »; not « les nœuds N1 et N2 répondent tous ». */
function isAllOfThem({ span, named, among }: Counted): boolean {
  if (!span.has('all')) return true;
  const isOfAllNodes = span.tokens.some(({ concepts }, at) => concepts.has('all') && span.tokens[at + 1]?.concepts.has('node'));
  return named.length > 1 && (!isOfAllNodes || named.length === among.length);
}

/** « M1, M2 et M3, aucun ne répond ». */
export function noneOfThese(counted: Counted): Subject | null {
  const { span, named, state, counts, facts } = counted;
  if (state !== 'up' || span.tokens.filter(({ concepts }) => concepts.has('up')).length !== 1) return null;
  if (counts.some((each) => each !== named.length && each !== facts.expected.length)) return null;
  return named.every((id) => statusOf(counted, id) === 'down') ? { who: named, bad: named } : null;
}

/** « Tous répondent, sauf M3 », « à part M1, aucun ne répond ». */
export function allBut(counted: Counted): Subject | null {
  const { span, named, among, is, state, counts, totals } = counted;
  const at = span.tokens.findIndex(({ concepts }) => concepts.has('except'));
  const isAfter = span.tokens.every(({ names }, index) => names === undefined || index > at);
  const isPlain = state === 'up' && counts.length + totals.length === 0 && !['only', 'other', 'also'].some((each) => span.has(each));
  if (!isPlain || !isAfter || named.length === 0 || !['all', 'none', 'whole'].some((each) => span.has(each))) return null;
  const others = among.filter((id) => !named.includes(id));
  // what is off as planned is not expected, and no exception among those that are
  const isOff = named.every((id) => statusOf(counted, id) === 'planned-down');
  if (isOff) return span.has('all') && others.every(is) ? about(counted, others) : null;
  const isDown = (id: string) => statusOf(counted, id) === 'down';
  if (others.length === 0 || named.some((id) => !among.includes(id))) return null;
  if (span.has('none')) return named.every(is) && others.every(isDown) ? { who: others, bad: others } : null;
  return others.every(is) && named.every(isDown) ? { who: named, bad: named } : null;
}

/** « Le quatrième n'a pas pu être lu ». */
export function theLast(counted: Counted): Subject | null {
  const { among, is, count, counts } = counted;
  return count === 1 && counts.every((each) => each === 1) ? about(counted, among.filter(is)) : null;
}
