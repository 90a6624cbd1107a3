import type { Facts, Known } from './facts.ts';
import type { Token } from './tokens.ts';
import { type Claim, clausesOf, idsOf, isSaidOnce, isMadeOf, type Said, type Span, setOf, telling } from './span.ts';

const STATES = ['degraded', 'planned', 'unknown', 'down', 'up'] as const;
type State = (typeof STATES)[number];

const VOCABULARY = setOf('node machine server expected up usable down degraded unknown planned off all none only other the one half also no nor yes of read it not_able whole whether ordinal quick has single again still its it not_able in_time');
/** Codes of the findings that say of a node that it does not answer. */
const CODES: ReadonlySet<string> = new Set(['NODE-001', 'NODE-005', 'NODE-003']);

/** Who answers and who does not: by name, by number, « tous », « aucun », « les autres », « seul ». */
export const nodeClaim: Claim = (span, facts, said) => {
  if (span.has('quick') && facts.report.mode !== 'quick') return null;
  // one negation a clause
  if (span.has('none') && span.tokens.some(({ raw }) => raw.startsWith('not '))) return null;
  if (facts.isCutOff || !isMadeOf(span, VOCABULARY) || span.figures.some(({ unit }) => unit !== undefined)) return null;
  if (!isOneClaim(span)) return null;
  const ids = span.names.map((name) => idsOf(name).flatMap((id) => facts.nodes.get(id) ?? []));
  if (ids.some((each) => each.length === 0)) return null;
  const named = [...new Set(ids.flat())];
  const state = stateOf(span, said);
  if (state === null) return named.length === 0 && isTotal(span, facts) ? { ...said, names: facts.expected.length === 1 ? facts.expected.map((id) => id.toLowerCase()) : said.names } : null;
  const is = (id: string) => holds(state, id, facts);
  const among = state === 'planned' ? Object.keys(facts.report.nodes) : facts.expected;
  const count = among.filter(is).length;
  const subject = subjectOf(span, named, among, count, is, said, facts, state);
  if (subject === null || !isComparisonSo(span, named, state, facts)) return null;
  // « le plus grave » is not that somebody answers
  const known = knownOf(subject.bad, facts);
  if (said.awaited && known.length === 0) return null;
  const mentioned = new Map([...said.mentioned, ...subject.who.map((id) => [id, state] as const)]);
  const next = telling(said, known, subject.who.length > 0 ? subject.who.map((id) => id.toLowerCase()) : undefined);
  // « aucun ne répond » leaves everybody silent
  const left = span.has('none') && (state === 'up' || state === 'down') ? (state === 'up' ? 'down' : 'up') : state;
  return next && { ...next, state: left, mentioned };
};

/** « Cinq nœuds étaient attendus »: nothing more. */
function isTotal(span: Span, { expected }: Facts): boolean {
  if (span.has('expected') && span.has('only') && span.has('node') && expected.length === 1 && span.figures.length === 0) return isMadeOf(span, ONLY);
  return span.has('expected') && span.figures.length === 1 && span.figures[0]?.value === expected.length && isMadeOf(span, TOTAL);
}

const ONLY = setOf('node expected only single one the has');
const TOTAL = setOf('node machine expected server the of');

const QUANTIFIERS = ['all', 'none', 'only', 'other', 'half', 'ordinal'];
const ELLIPSES = ['also', 'nor', 'no', 'yes'];
const has = (clause: readonly Token[], concepts: readonly string[]) => clause.some((token) => concepts.some((concept) => token.concepts.has(concept)));

/** One who and one what: « N1 répond, tous les nœuds aussi » is two claims. */
function isOneClaim(span: Span): boolean {
  const clauses = clausesOf(span);
  if (!isSaidOnce(span)) return false;
  if (clauses.length < 2) return true;
  const states = clauses.filter((clause) => has(clause, [...STATES, 'usable', 'off']));
  const isBare = (clause: readonly Token[]) => clause.every((token) => token.names === undefined && token.value === undefined && !has([token], [...QUANTIFIERS, 'one', 'node', 'machine', 'whole']));
  // « l'arrêt de N4 et d'OL2 est prévu »
  const isSplit = states.length === 2 && states.filter((clause) => has(clause, ['off'])).length === 1 && states.some((clause) => has(clause, ['planned']) && !has(clause, ['up', 'down', 'off']));
  if ((states.filter((clause) => !isBare(clause)).length > 1 && !isSplit) || (states.length > 1 && isBare(states[0] ?? []) && !has(states[0] ?? [], ['planned']))) return false;
  if (states.length > 0 && clauses.some((clause) => has(clause, ELLIPSES))) return false;
  const isTotalOnly = (clause: readonly Token[]) => clause.some(({ concepts }) => concepts.has('of') || concepts.has('expected')) && !has(clause, QUANTIFIERS);
  // « le reste, quatre nœuds, répond »
  const isApposition = (clause: readonly Token[]) => span.has('other') && clause.every(({ value, concepts }) => value !== undefined || concepts.has('node'));
  const counted = clauses.filter((clause) => has(clause, QUANTIFIERS) || (!isTotalOnly(clause) && clause.some(({ value, concepts }) => value !== undefined || concepts.has('one'))));
  if (counted.filter((clause) => !isApposition(clause)).length > 1) return false;
  // « les autres, N1 et N2 »
  const other = span.tokens.findIndex(({ concepts }) => concepts.has('other'));
  const name = span.tokens.findIndex(({ names }) => names !== undefined);
  return other < 0 || name < 0 || other < name;
}

/** « Répond de nouveau », « ne répond toujours pas »: as the comparison with the last audit says. */
function isComparisonSo(span: Span, named: readonly string[], state: State, { report }: Facts): boolean {
  const isIn = (keys: readonly string[] = []) => named.length > 0 && named.every((id) => keys.some((key) => [...CODES].some((code) => key === `${code}:${id}:${id}`)));
  if (span.has('again') && !(state === 'up' && isIn(report.evolution?.fixed))) return false;
  return !span.has('still') || (state === 'down' && isIn(report.evolution?.persisting));
}

function stateOf(span: Span, said: Said): State | null {
  if (span.has('whether')) return 'unknown';
  // « pas répondu à temps »
  if (span.has('in_time')) return span.has('down') || span.has('unknown') ? 'unknown' : null;
  if (span.has('degraded')) return span.has('down') && !span.has('up') && !onlyTogether(span) ? null : 'degraded';
  if (span.has('planned')) {
    const isOff = span.tokens.every(({ concepts }) => concepts.has('off') || STATES.every((state) => state === 'planned' || !concepts.has(state)));
    const isSaid = span.has('off') || said.spoken.has('off');
    return isOff && isSaid && !span.has('no') && !span.has('none') && !span.has('yes') ? 'planned' : null;
  }
  const found = STATES.filter((state) => state !== 'degraded' && state !== 'planned' && (span.has(state) || (state === 'up' && span.has('usable'))));
  // nothing shows that a node was switched off
  if (span.tokens.some(({ concepts }) => concepts.has('off') && !concepts.has('down'))) return null;
  const [only, second] = found;
  if (second) {
    const apart = span.tokens.filter(({ concepts }) => found.some((state) => concepts.has(state)));
    return found.find((state) => apart.every(({ concepts }) => concepts.has(state))) ?? null;
  }
  if (only) return span.has('no') && !span.has('also') && !isLone(span) ? null : only;
  if (span.has('also')) return said.state as State | null;
  if (span.has('nor')) return said.state === 'down' || said.state === 'unknown' ? said.state : null;
  if (span.has('no') || (span.has('not_able') && span.names.length > 0)) return said.state === 'up' ? (said.spoken.has('usable') ? 'degraded' : 'down') : null;
  if (span.has('yes')) return said.state === 'down' ? 'up' : null;
  if (span.figures.length > 1 && span.has('of')) return 'up';
  return span.has('none') && span.names.length > 0 && said.state === 'down' ? 'down' : null;
}

/** One word that means both, as « n'est pas utilisable » does. */
const onlyTogether = (span: Span) => span.tokens.every(({ concepts }) => !concepts.has('down') || concepts.has('degraded'));
const isLone = (span: Span) => span.tokens.every(({ concepts }) => !concepts.has('no') || concepts.size > 1);

function holds(state: State, id: string, { report, notSeen }: Facts): boolean {
  const status = report.nodes[id]?.status;
  if (state === 'planned') return status === 'planned-down';
  if (state === 'unknown') return status === 'unknown' || (status !== 'up' && status !== 'degraded' && status !== 'down' && notSeen.has(id.toLowerCase()));
  return status === state;
}

/** « Tous les nœuds »; not « les nœuds N1 et N2 répondent tous ». */
function hasAllNodes({ tokens }: Span): boolean {
  return tokens.some(({ concepts }, at) => concepts.has('all') && tokens[at + 1]?.concepts.has('node'));
}

interface Subject {
  readonly who: readonly string[];
  /** Those of whom it is said that they do not answer. */
  readonly bad: readonly string[];
}

function subjectOf(
  span: Span,
  named: readonly string[],
  among: readonly string[],
  count: number,
  is: (id: string) => boolean,
  said: Said,
  facts: Facts,
  state: State,
): Subject | null {
  const isBad = state !== 'up' && state !== 'planned';
  const bad = (who: readonly string[]) => (isBad ? who : []);
  const { counts, totals } = numbersOf(span);
  if (totals.some((total) => total !== among.length)) return null;
  // what is off as planned is not expected
  if (state === 'planned' && (span.has('expected') || span.has('only'))) return null;
  const isNone = span.has('none');
  if (isNone && named.length === 0) {
    // « aucun ne répond », « aucun ne manque »
    if (counts.some((each) => each !== 0 && each !== facts.expected.length) || count !== 0 || span.has('other') || span.has('only')) return null;
    const everyoneDown = state === 'up' && facts.expected.length > 0 && facts.expected.every((id) => facts.report.nodes[id]?.status === 'down');
    if (state === 'up' && !everyoneDown && facts.expected.length === 0) return null;
    if (state === 'down' && facts.expected.some((id) => facts.report.nodes[id]?.status !== 'up')) return null;
    return { who: [], bad: everyoneDown ? facts.expected : [] };
  }
  if (named.length > 0) {
    if (isNone && state === 'up') return span.tokens.filter(({ concepts }) => concepts.has('up')).length === 1 && named.every((id) => facts.report.nodes[id]?.status === 'down') && state === 'up' && counts.every((each) => each === named.length || each === facts.expected.length) ? { who: named, bad: named } : null;
    if (isNone || !named.every(is) || (span.has('all') && (named.length < 2 || (hasAllNodes(span) && named.length !== among.length)))) return null;
    if (span.has('only') && (count !== named.length || (span.has('single') && named.length > 1))) return null;
    if (span.has('other') && (counts.some((each) => each !== named.length) || span.has('also') || span.has('nor') || span.has('no') || span.has('yes'))) return null;
    if (!span.has('other') && counts.some((each) => each !== named.length && each !== count)) return null;
    if (span.has('ordinal')) return count === 1 && counts.length === 0 ? { who: among.filter(is), bad: bad(among.filter(is)) } : null;
  if (span.has('half')) return null;
    return { who: named, bad: bad(named) };
  }
  if (span.has('other')) {
    const rest = among.filter((id) => !said.mentioned.has(id));
    const others = said.mentioned.size > 0 ? rest : among.filter(is);
    // « deux sont arrêtés, les deux autres aussi »
    if (said.mentioned.size === 0 && (counts.length === 0 || span.has('also') || said.state === state)) return null;
    if (others.length === 0 || !others.every(is) || counts.some((each) => each !== others.length)) return null;
    return { who: others, bad: bad(others) };
  }
  if (span.has('ordinal')) return count === 1 && counts.length === 0 ? { who: among.filter(is), bad: bad(among.filter(is)) } : null;
  if (span.has('half')) return counts.length === 0 && count * 2 === among.length ? { who: [], bad: [] } : null;
  if (counts.length > 0) {
    if (counts.some((each) => each !== count) || (span.has('only') && count === among.length)) return null;
    // « les trois nœuds répondent » are all of them
    if (span.has('all') && count !== among.length) return null;
    if (span.all.some(({ raw, concepts }, at) => concepts.has('the') && span.all[at + 1]?.value !== undefined && raw !== '') && totals.length === 0 && count !== among.length && !span.has('expected') && (state !== 'planned' || span.has('node'))) return null;
    return { who: count === among.length ? among : [], bad: count === among.length ? bad(among) : [] };
  }
  const isEverybody = totals.length > 0 || span.has('all') || span.has('node') || span.has('machine') || span.has('whole');
  if (isEverybody) {
    const isAmbiguous = state === 'up' && facts.expected.length < Object.keys(facts.report.nodes).length && !span.has('expected') && totals.length === 0;
    if (span.has('only') ? among.length !== 1 || count !== 1 : count !== among.length || among.length === 0 || isAmbiguous) return null;
    return { who: among, bad: bad(among) };
  }
  const last = said.names.flatMap((name) => facts.nodes.get(name) ?? []);
  if (span.has('only') && (count !== last.length || (span.has('single') && last.length > 1))) return null;
  return last.length > 0 && last.every(is) ? { who: last, bad: bad(last) } : null;
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

function knownOf(who: readonly string[], { open }: Facts): readonly Known[] {
  const targets = new Set(who);
  return open.filter(({ finding }) => CODES.has(finding.code) && targets.has(finding.target) && !finding.stale);
}
