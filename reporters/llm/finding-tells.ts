import type { Facts } from './facts.ts';
import { figureOf, type Known, type Need } from './known.ts';
import { SEVERITY } from './severity.ts';
import { hasAny, idsOf, isSaidOnce, type Said, type Span, setOf } from './span.ts';
import type { Token } from './tokens.ts';
import { WAYS } from './ways.ts';

const ALWAYS = setOf('seen node ordinal one also next adv the of risk warn its it machine cause watch has');
const OF_BEFORE = setOf('former past stale read last since old know figure unknown whether');

/** « Ne répond pas »: read as a claim about nodes where others are spoken of. */
export const SILENT: ReadonlySet<string> = new Set(['NODE-001', 'NODE-005']);

/** Every word is of this finding, and enough of it is said. */
export function tells(span: Span, known: Known, said: Said, facts: Facts): boolean {
  if (!isSaidOnce(span)) return false;
  // « le nœud M2 »
  if (span.has('node') && span.names.length === 0 && !known.concepts.has('node')) return false;
  if (known.finding.stale && !said.isStale) return false;
  // « on n'a plus M2 en panne » is the opposite of « on n'a plus M2 »
  if (SILENT.has(known.finding.code) && (span.has('lost') || span.has('planned') || span.has('powered_off'))) return false;
  if ([...span.concepts].some((concept) => concept.startsWith('conn:') && !known.concepts.has(concept))) return false;
  if (isSpare(span, known) || isAlsoAlone(span) || isOfOtherSubject(span, known, said)) return false;
  if (needsNone(span) || isOfAll(span) || isTwiceMissing(span)) return false;
  const never = WAYS[known.finding.message.id]?.never?.split(' ') ?? [];
  // « les autres ne répondent pas » is of nodes, and read there
  if (span.has('other') && SILENT.has(known.finding.code)) return false;
  if (span.tokens.some(({ concepts, raw }) => never.some((concept) => concepts.has(concept)) && !known.words.has(raw))) return false;
  return (
    span.tokens.every(
      (token, at) => (isOf(token, known) && !isCounting(token, span.tokens[at + 1])) || isCountOf(token, span, known, facts),
    ) && isTold(span, known, said)
  );
}

/** « Two GPUs »: no index. */
const isCounting = ({ value, unit }: Token, next: Token | undefined) =>
  value !== undefined && unit === undefined && COUNTED.some((thing) => next?.concepts.has(thing));
const COUNTED = ['gpu', 'disk', 'backup', 'log', 'port', 'service', 'program'] as const;

/** « Deux programmes inconnus écoutent »: all of one kind, and nothing that only one of them has. */
function isCountOf(token: Token, span: Span, { finding }: Known, { open, nodes }: Facts): boolean {
  if (token.value === undefined || token.unit !== undefined || span.figures.length > 1 || span.names.length > 0) return false;
  const same = open.filter((known) => known.finding.message.id === finding.message.id && !known.finding.stale);
  return token.value > 1 && same.length === token.value && !nodes.has(finding.target.toLowerCase());
}

/** « Tous les ports sont ouverts »; « à tout le réseau » is no such thing. */
const isOfAll = ({ tokens }: Span) =>
  tokens.some(({ concepts }, at) => concepts.has('all') && MANY.some((thing) => tokens[at + 1]?.concepts.has(thing)));
const MANY = ['gpu', 'disk', 'backup', 'log', 'port', 'model', 'service', 'program', 'machine', 'updates', 'memory'] as const;

/** « Il manque un modèle non installé ». */
const isTwiceMissing = ({ tokens }: Span) =>
  tokens.filter(({ concepts }) => concepts.has('missing')).length > 1 && tokens.some(({ raw }) => raw.startsWith('non '));

/** « It requires none ». */
const needsNone = ({ tokens }: Span) => tokens.some(({ concepts }, at) => concepts.has('requires') && tokens[at + 1]?.concepts.has('none'));

/** « Il reste 97 pour cent de place »: the figure is of what is used. */
export const isSpare = (span: Span, { finding }: Known) => finding.message.id === 'disk-full' && span.has('spare');

/** « M1-bis aussi, qui … »: says of M1-bis what was said before, and is read by itself. */
const isAlsoAlone = ({ all }: Span) =>
  all.some(
    (token, at) =>
      token.concepts.has('also') &&
      all[at + 1]?.concepts.has('sep') === true &&
      (all[at - 1]?.names !== undefined || THINGS.some((thing) => all[at - 1]?.concepts.has(thing))),
  );

const NOUNS = ['gpu', 'disk', 'backup', 'log', 'port', 'model', 'memory', 'updates', 'program', 'service', 'node', 'one', 'other'] as const;

/** « Le disque / est plein et se trouve en lecture seule »: of the same disk. */
function isOfOtherSubject(span: Span, { finding }: Known, { here }: Said): boolean {
  const last = here.at(-1)?.finding;
  if (!last || span.names.length > 0 || last.target !== finding.target || last.subject === finding.subject) return false;
  return !NOUNS.some((noun) => span.has(noun));
}

/** « Plus de » what? */
export const isOverNothing = ({ tokens }: Span) =>
  tokens.some(({ concepts }, at) => concepts.has('over') && concepts.size === 1 && tokens[at + 1]?.value === undefined);

/** Enough is said for a listener to know of it. */
export function isTold(span: Span, known: Known, said: Said): boolean {
  const isNegated = span.tokens.some(({ concepts, raw }) => concepts.has('not') && !known.words.has(raw));
  return (
    !isNegated &&
    known.told.some((way) =>
      way.every(
        (need) =>
          span.all.some((token) => meets(token, need, known)) ||
          THINGS.some(
            (thing) =>
              need.raw === undefined &&
              need.concepts.has(thing) &&
              said.spoken.has(thing) &&
              (thing !== 'model' || span.has('one') || span.has('other')),
          ),
      ),
    )
  );
}

/** « L'un est rempli à 97 pour cent »: what was spoken of. */
const THINGS = ['gpu', 'disk', 'backup', 'log', 'port', 'model'] as const;

export function isOf(token: Token, known: Known): boolean {
  if (token.names) return idsOf(token).some((id) => known.names.has(id)) || hasAny(token, known.concepts);
  if (token.value !== undefined) return figureOf(token).every((figure) => known.figures.has(figure));
  if (known.words.has(token.raw) || hasAny(token, known.concepts) || hasAny(token, ALWAYS)) return true;
  if (known.finding.stale && hasAny(token, OF_BEFORE)) return true;
  return (
    SEVERITY.some((severity) => token.concepts.has(severity)) ||
    token.concepts.has('other') ||
    token.concepts.has('first') ||
    token.concepts.has('fresh') ||
    token.concepts.has('quick') ||
    token.concepts.has('still') ||
    token.concepts.has('since')
  );
}

function meets(token: Token, { raw, concepts }: Need, known: Known): boolean {
  if (concepts.has('thing')) return idsOf(token).some((id) => known.names.has(id) && id !== known.finding.target.toLowerCase());
  if (raw !== undefined && token.raw === raw) return true;
  if (token.value !== undefined) return raw === undefined && (concepts.has('num') || (concepts.has('measure') && token.unit !== undefined));
  return [...token.concepts].some((concept) => concepts.has(concept));
}
