import type { Facts } from './facts.ts';
import { isOf as isOfFinding, isOverNothing, isSpare, isTold } from './finding-tells.ts';
import { figureOf, type Known, type Need } from './known.ts';
import { isDueSo, isSinceSo } from './severity.ts';
import { type Claim, idsOf, type Said, type Span, setOf, telling } from './span.ts';
import type { Token } from './tokens.ts';

const MARKERS = setOf('or horizon:48h horizon:week-1 horizon:later has of first must one the it its next also adv warn worst cause');

/** What to do: the remedy of an open finding, and the first of the plan where it is said to be first. */
export const actionClaim: Claim = (span, facts, said) => {
  if (facts.isCutOff || said.awaited) return null;
  const isAction = span.tokens.some(({ concepts }) => [...concepts].some((concept) => concept.startsWith('do:')));
  // what is not first may follow
  const isLater = (span.has('later') || said.by === actionClaim) && isAction && !span.has('first') && !span.has('worst');
  const candidates = [...(facts.first ? [facts.first] : []), ...(isLater ? facts.open.filter((each) => isPlain(each, span, facts)) : [])];
  const known = candidates.find((each) => isRemedy(span, { ...each, names: namesOf(each, span, facts) }, said, isAction, facts));
  if (!known) return null;
  // « refroidir le GPU, qui est à 96 degrés » tells what is wrong as well, and so does « M2 est en panne, redémarrez-le »
  const isDown = known.finding.message.id === 'node-down' && span.has('down') && span.names.length > 0;
  // « redémarrez Zéro en priorité » says what is wrong with Zéro
  const isMainThing = !said.spoken.has('worst') && known === facts.first && facts.worst.includes(known) && span.names.length > 0;
  const next = telling(said, isDown || isMainThing || isTold(span, known, said) ? [known] : [], [
    known.finding.target.toLowerCase(),
    ...span.names.flatMap(idsOf),
  ]);
  return next && isDown ? { ...next, state: 'down' } : next;
};

/** « Redémarrez les serveurs de M7 et M8 »: those that need the same bear all their names, the first of the plan before the others. */
function namesOf(known: Known, span: Span, { open, first }: Facts): ReadonlySet<string> {
  const [head, ...others] = span.names;
  if (head === undefined || others.length === 0) return known.names;
  const same = open.filter(({ finding }) => finding.message.id === known.finding.message.id && !finding.stale);
  const isOf = (name: Token, { names }: Known) => idsOf(name).some((id) => names.has(id));
  const isEach = span.names.every((name) => same.some((each) => isOf(name, each)));
  const isInOrder = !span.has('first') || (first !== null && isOf(head, first));
  return isEach && isInOrder ? new Set(same.flatMap(({ names }) => [...names])) : known.names;
}

/** Named, and read a moment ago. */
const isPlain = ({ finding, names }: Known, span: Span, { open }: Facts) =>
  !finding.stale &&
  span.names.every((name) => idsOf(name).some((id) => names.has(id))) &&
  (span.names.length > 0 || open.filter((each) => each.finding.message.id === finding.message.id).length === 1);

function isRemedy(span: Span, known: Known, said: Said, isAction: boolean, facts: Facts): boolean {
  if (!span.tokens.every((token) => isOf(token, known))) return false;
  // « redémarrez M3, qui répond »; « remettez M3 en marche » is another thing
  if (span.has('up') && !(span.has('do:put_back') && span.tokens.filter(({ concepts }) => concepts.has('up')).length === 1)) return false;
  if (!isDueSo(span, known) || isOverNothing(span) || isSpare(span, known)) return false;
  if (isPromise(span)) return false;
  if ((span.has('since') || span.has('still')) && !isSinceSo(span, known, facts)) return false;
  if (
    !isAction &&
    !known.remedies.some(
      (way) => way.some(({ raw }) => raw !== undefined) && way.every((need) => span.all.some((token) => meets(token, need))),
    )
  )
    return false;
  // « redémarrez son serveur »: of whom we were speaking
  if (span.names.length === 0 && (isOfAnother(span, known, said, facts) || !isMeant(known, span, said, facts))) return false;
  // « un repli sur tour » is none for tour
  if (known.finding.message.id === 'single-point' && span.all.some(({ concepts }, at) => concepts.has('upon') && span.all[at + 1]?.names))
    return false;
  return known.remedies.some((way) => way.every((need) => span.all.some((token) => meets(token, need))));
}

/** « La sauvegarde a été réparée », « je les redémarre »: no advice. */
function isPromise({ all }: Span): boolean {
  const isDone = all.some(({ concepts }) => concepts.has('done'));
  const isAdvice = all.some(({ raw, concepts }) => ['must', 'first', 'watch'].some((each) => concepts.has(each)) && raw !== 'sera');
  const isMine = all.some(({ concepts }, at) => {
    const next = all.slice(at + 1).find((token) => !token.concepts.has('_') && !token.concepts.has('adv'));
    return concepts.has('self') && [...(next?.concepts ?? [])].some((each) => each.startsWith('do:'));
  });
  return (isDone && !isAdvice) || isMine;
}

/** « M4 répond, redémarrez son serveur »: the one node that was just spoken of is another. */
function isOfAnother({ all }: Span, { names }: Known, said: Said, { nodes }: Facts): boolean {
  const [last, second] = said.names;
  if (last === undefined || second !== undefined || names.has(last) || !nodes.has(last)) return false;
  return all.some(({ concepts }, at) => {
    const next = all[at + 1];
    const isObject =
      !next || next.concepts.has('sep') || next.concepts.has('first') || [...next.concepts].some((each) => each.startsWith('do:'));
    return concepts.has('its') || concepts.has('latter') || (concepts.has('it') && isObject);
  });
}

function isMeant(known: Known, span: Span, said: Said, facts: Facts): boolean {
  const last = said.told.at(-1);
  if (said.names.some((name) => known.names.has(name))) return true;
  if (last?.finding === known.finding || known.finding === facts.first?.finding)
    return (
      said.told.length === 0 ||
      said.told.some(({ finding }) => finding === known.finding) ||
      facts.open.filter(({ finding }) => finding.message.id === known.finding.message.id).length === 1
    );
  return facts.open.length === 1 || isOnlyOne(known, span, facts);
}

const THINGS = ['gpu', 'disk', 'backup', 'port', 'model', 'updates'] as const;

/** « Refroidissez le GPU »: of which nothing else is open. */
const isOnlyOne = (known: Known, span: Span, { open }: Facts) =>
  THINGS.some((thing) => span.has(thing) && known.concepts.has(thing)) &&
  open.filter(({ finding }) => finding.message.id === known.finding.message.id).length === 1;

function isOf(token: Token, known: Known): boolean {
  if (token.names) return idsOf(token).some((id) => known.names.has(id)) || hasAny(token, known.remedyConcepts);
  if (token.value !== undefined) return figureOf(token).every((figure) => known.figures.has(figure));
  return known.remedyWords.has(token.raw) || hasAny(token, known.remedyConcepts) || hasAny(token, MARKERS) || isOfFinding(token, known);
}

const hasAny = ({ concepts }: Token, wanted: ReadonlySet<string>) => [...concepts].some((concept) => wanted.has(concept));

function meets(token: Token, { raw, concepts }: Need): boolean {
  return (raw !== undefined && token.raw === raw) || [...token.concepts].some((concept) => concepts.has(concept));
}

const THING_WORDS = setOf('server node machine service');
const FIRST = setOf('of first must one the it next adv worst risk warn');

/** « D'abord : »: what follows is judged by itself. */
export const firstClaim: Claim = (span, { first }, said) => {
  if (!first || span.tokens.length === 0 || !span.has('first') || span.figures.length > 0) return null;
  const isOnly = span.tokens.every(
    (token) =>
      hasAny(token, FIRST) || (span.names.length > 0 && hasAny(token, THING_WORDS)) || idsOf(token).some((id) => first.names.has(id)),
  );
  if (!isOnly) return null;
  const names = span.names.flatMap(idsOf);
  return { ...said, awaited: null, names: names.length > 0 ? names : said.names, first: true } as Said;
};
