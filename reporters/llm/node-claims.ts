import type { Facts } from './facts.ts';
import type { Known } from './known.ts';
import { isMannerSo, MILLISECONDS, PERCENT } from './node-manner.ts';
import { stateOf } from './node-state.ts';
import { subjectOf } from './node-subject.ts';
import { isOneClaim, STATES, type State } from './one-claim.ts';
import { type Claim, idsOf, isMadeOf, type Said, type Span, setOf, telling } from './span.ts';

const VOCABULARY = setOf(
  'unlike unreached both cause watch seen well conn:refused conn:reset conn:timeout node machine server expected up usable down degraded unknown planned off all none only other the one half also no nor yes of read it not_able whole whether ordinal quick has single again still its it not_able in_time most lost outage except since',
);
/** Codes of the findings that say of a node that it does not answer. */
const CODES: ReadonlySet<string> = new Set(['NODE-001', 'NODE-005', 'NODE-003']);

/** Who answers and who does not: by name, by number, « tous », « aucun », « les autres », « seul ». */
export const nodeClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || !isReadable(span, facts)) return null;
  // « tout le reste va bien » is of more than nodes
  if (span.has('all_well') && span.names.length === 0 && !span.has('node')) return null;
  const ids = span.names.map((name) => idsOf(name).flatMap((id) => facts.nodes.get(id) ?? []));
  if (ids.some((each) => each.length === 0)) return null;
  const named = [...new Set(ids.flat())];
  if (isException(span) && named.length > 0) return { ...said, except: named, names: named.map((id) => id.toLowerCase()) };
  return stated(span, facts, said, named);
};

/** What is said of these, or of those that are counted. */
function stated(span: Span, facts: Facts, said: Said, named: readonly string[]): Said | null {
  const state = reached(span, named, stateOf(span, said), facts);
  if (state === null) return named.length === 0 && isTotal(span, facts) ? { ...said, names: theOnlyOne(facts) ?? said.names } : null;
  const is = (id: string) => holds(state, id, facts);
  const among = state === 'planned' ? Object.keys(facts.report.nodes) : facts.expected;
  const subject = subjectOf({ span, named, among, is, said, facts, state });
  if (subject === null || !isComparisonSo(span, named, state, facts)) return null;
  if (!isMannerSo({ span, state, who: subject.who, so: among.filter(is), all: among.length, facts })) return null;
  // « le plus grave » is not that somebody answers
  const known = knownOf(subject.bad, facts);
  if (said.awaited && known.length === 0) return null;
  const mentioned = new Map([...said.mentioned, ...subject.who.map((id) => [id, state] as const)]);
  const next = telling(said, known, subject.who.length > 0 ? subject.who.map((id) => id.toLowerCase()) : undefined);
  return next && { ...next, except: isWholeClaim(span) ? [] : said.except, state: span.has('none') ? OPPOSITE[state] : state, mentioned };
}

const isException = ({ tokens, figures, concepts }: Span) =>
  concepts.has('except') && figures.length === 0 && tokens.every(({ names, concepts }) => names !== undefined || concepts.has('except'));
const isWholeClaim = (span: Span) => ['all', 'none', 'whole'].some((concept) => span.has(concept));

/** « Je n'arrive pas à joindre M3 »: it may be down, or not known. */
function reached(span: Span, named: readonly string[], state: State | null, { report }: Facts): State | null {
  const isDown = named.length > 0 && named.every((id) => report.nodes[id]?.status === 'down');
  return state === 'unknown' && isDown && span.has('unreached') ? 'down' : state;
}

/** « Aucun ne répond » leaves everybody silent. */
const OPPOSITE: Readonly<Record<State, State>> = { up: 'down', down: 'up', unknown: 'unknown', degraded: 'degraded', planned: 'planned' };

function isReadable(span: Span, { report }: Facts): boolean {
  if (span.has('quick') && report.mode !== 'quick') return false;
  // « on n'a plus M2 en panne » is the opposite of « on n'a plus M2 »
  if (span.has('lost') && span.tokens.filter(({ concepts }) => [...STATES, 'off'].some((state) => concepts.has(state))).length > 1)
    return false;
  // one negation a clause
  if (span.has('none') && span.tokens.some(({ raw }) => raw.startsWith('not '))) return false;
  return (
    isMadeOf(span, VOCABULARY) &&
    span.figures.every(({ unit }) => unit === undefined || unit === MILLISECONDS || unit === PERCENT) &&
    isOneClaim(span)
  );
}

function theOnlyOne({ expected }: Facts): readonly string[] | null {
  return expected.length === 1 ? expected.map((id) => id.toLowerCase()) : null;
}

/** « Cinq nœuds étaient attendus »: nothing more. */
function isTotal(span: Span, { expected, report }: Facts): boolean {
  const nodesOf = Object.keys(report.nodes).length;
  if (span.has('expected') && span.has('only') && span.has('node') && expected.length === 1 && span.figures.length === 0)
    return isMadeOf(span, ONLY);
  const isOfAll = span.has('expected') || (span.has('whole') && expected.length === nodesOf);
  return isOfAll && span.figures.length === 1 && span.figures[0]?.value === expected.length && isMadeOf(span, TOTAL);
}

const ONLY = setOf('node expected only single one the has');
const TOTAL = setOf('whole has node machine expected server the of');

/** « Répond de nouveau », « ne répond toujours pas »: as the comparison with the last audit says. */
function isComparisonSo(span: Span, named: readonly string[], state: State, { report }: Facts): boolean {
  const isIn = (keys: readonly string[] = []) =>
    named.length > 0 && named.every((id) => keys.some((key) => [...CODES].some((code) => key === `${code}:${id}:${id}`)));
  if (span.has('again') && !(state === 'up' && isIn(report.evolution?.fixed))) return false;
  const isSince = (state === 'down' && isIn(report.evolution?.new)) || (state === 'up' && isIn(report.evolution?.fixed));
  if (span.has('since') && !isSince) return false;
  return !span.has('still') || (state === 'down' && isIn(report.evolution?.persisting));
}

function holds(state: State, id: string, { report, notSeen }: Facts): boolean {
  const status = report.nodes[id]?.status;
  if (state === 'planned') return status === 'planned-down';
  if (state === 'unknown')
    return status === 'unknown' || (status !== 'up' && status !== 'degraded' && status !== 'down' && notSeen.has(id.toLowerCase()));
  return status === state;
}

function knownOf(who: readonly string[], { open }: Facts): readonly Known[] {
  const targets = new Set(who);
  return open.filter(({ finding }) => CODES.has(finding.code) && targets.has(finding.target) && !finding.stale);
}
