import { STATES, type State } from './one-claim.ts';
import type { Said, Span } from './span.ts';

/** What a clause says that nodes are: by its own words, else by what was said before (« M2 aussi », « M3 non »). */
export function stateOf(span: Span, said: Said): State | null {
  if (span.has('whether')) return 'unknown';
  // « pas répondu à temps »
  if (span.has('in_time')) return span.has('down') || span.has('unknown') ? 'unknown' : null;
  if (span.has('degraded')) return span.has('down') && !span.has('up') && !isOneWord(span) ? null : 'degraded';
  if (span.has('planned')) return isPlanned(span, said) ? 'planned' : null;
  // « deux pannes » are nodes only where they are named
  if (span.has('outage')) return span.has('none') || span.names.length === 0 || STATES.some((state) => span.has(state)) ? null : 'down';
  // nothing shows that a node was switched off
  if (span.tokens.some(({ concepts }) => concepts.has('off') && !concepts.has('down'))) return null;
  return PLAIN.some((state) => isSaid(span, state)) ? plainState(span) : elliptic(span, said);
}

const PLAIN = STATES.filter((state) => state !== 'degraded' && state !== 'planned');
const isSaid = (span: Span, state: State) => span.has(state) || (state === 'up' && span.has('usable'));

/** One word that means both, as « n'est pas utilisable » does. */
const isOneWord = ({ tokens }: Span) => tokens.every(({ concepts }) => !concepts.has('down') || concepts.has('degraded'));

function isPlanned(span: Span, said: Said): boolean {
  const isOff = span.tokens.every(
    ({ concepts }) => concepts.has('off') || STATES.every((state) => state === 'planned' || !concepts.has(state)),
  );
  return isOff && (span.has('off') || said.spoken.has('off')) && !['no', 'none', 'yes'].some((concept) => span.has(concept));
}

function plainState(span: Span): State | null {
  const found = PLAIN.filter((state) => isSaid(span, state));
  const [only, second] = found;
  if (second) {
    const apart = span.tokens.filter(({ concepts }) => found.some((state) => concepts.has(state)));
    return found.find((state) => apart.every(({ concepts }) => concepts.has(state))) ?? null;
  }
  const isRefused = span.has('no') && !span.has('also') && span.tokens.some(({ concepts }) => concepts.has('no') && concepts.size < 2);
  return isRefused ? null : (only ?? null);
}

function elliptic(span: Span, { state, spoken }: Said): State | null {
  const refused = state === 'up' ? (spoken.has('usable') ? 'degraded' : 'down') : null;
  // « M1 répond, contrairement à M2 »
  if (span.has('unlike')) return state === 'down' ? 'up' : refused;
  if (span.has('also')) return state as State | null;
  if (span.has('nor')) return state === 'down' || state === 'unknown' ? state : null;
  if (span.has('no') || (span.has('not_able') && span.names.length > 0)) return refused;
  if (span.has('yes')) return state === 'down' ? 'up' : null;
  if (isShare(span)) return 'up';
  return span.has('none') && span.names.length > 0 && state === 'down' ? 'down' : null;
}

/** « Deux sur deux », « zéro nœud sur quatre ». */
const isShare = (span: Span) =>
  span.has('of') &&
  (span.figures.length > 1 ||
    (span.figures.length === 1 && span.has('none') && (span.has('node') || span.tokens.some(({ raw }) => /^z[eé]ro$/.test(raw)))));
