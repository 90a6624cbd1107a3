import type { Claims } from '../../locales/claims.ts';
import { isMark, type Token } from './tokens.ts';

/** How far a negation reaches, in tokens. */
const REACH = 6;

type Slot = Token | null;

/** A negation is taken into what it negates: « ne répond pas » is one thing. What cannot be negated so keeps it, unexplained. */
export function negated(tokens: readonly Token[], claims: Claims): readonly Token[] {
  const result: Slot[] = tokens.map((token, at) => (token.concepts.has('not-') ? opening(tokens, at, claims) : token));
  for (const [at, token] of tokens.entries()) if (isEnd(token, claims)) close(result, tokens, at, claims);
  return result.filter((token) => token !== null);
}

/** The index of the first that passes, as far as a negation reaches; null behind a mark. */
function within(tokens: readonly Token[], from: number, step: 1 | -1, test: (token: Token, index: number) => boolean): number | null {
  for (let index = from, left = REACH; left > 0; index += step, left--) {
    const token = tokens[index];
    if (!token || isMark(token)) return null;
    if (test(token, index)) return index;
  }
  return null;
}

const isAny = ({ concepts }: Token, ...wanted: readonly string[]) => wanted.some((concept) => concepts.has(concept));

/** « Ne » says nothing where its end comes; « ne … que » is « seulement »; alone it stays, and nobody explains it. */
function opening(tokens: readonly Token[], at: number, claims: Claims): Slot {
  const negation = claims.negation();
  const token = tokens[at] as Token;
  const closed = new Set(negation.closed.split('|'));
  const ends = new Set([...negation.after.split('|'), ...negation.before.split('|'), ...closed]);
  // « n'a pas pu », « ne … aucun » hold their own end
  const end = within(tokens, at + 1, 1, (next) => isAny(next, '-not', 'none') || next.raw.split(' ').some((word) => ends.has(word)));
  if (end === null) return within(tokens, at - 1, -1, (before) => isAny(before, 'none')) === null ? token : null;
  const last = tokens[end] as Token;
  const isOnly = closed.has(last.raw) && !isAny(last, 'none');
  return isOnly ? { raw: token.raw, concepts: new Set(['only']) } : null;
}

/** « Pas » and « plus » by themselves; also « plus de », which is « davantage » elsewhere. */
function isEnd({ raw, concepts }: Token, claims: Claims): boolean {
  const negation = claims.negation();
  const ends = [...negation.after.split('|'), ...negation.before.split('|')];
  return concepts.has('-not') ? ends.includes(raw) : concepts.has('over') && ends.includes(raw.split(' ')[0] ?? '');
}

function close(result: Slot[], tokens: readonly Token[], at: number, claims: Claims): void {
  const token = tokens[at] as Token;
  const opened = within(tokens, at - 1, -1, (before) => isAny(before, 'not-'));
  if (opened === null && (claims.negation().before !== '' || !isAny(token, '-not'))) return;
  const negatedOne = whatIsNegated(result, tokens, opened, at, claims);
  if (negatedOne === null) {
    // « N2 is not. »: the opposite of what was said before
    const isLast = at === tokens.length - 1 || isMark(tokens[at + 1]);
    result[at] = { raw: token.raw, concepts: new Set(isLast && opened === null ? ['not', 'no'] : ['not']) };
    return;
  }
  const { raw, concepts, ...rest } = result[negatedOne] as Token;
  const said = [...concepts].flatMap((concept) => claims.opposites[concept]?.split('|') ?? []);
  result[negatedOne] = { ...rest, raw: `not ${raw}`, concepts: new Set(said) };
  result[at] = null;
}

/** « Ne répond pas », « n'a pas répondu », « n'a pas »: the first that says something, before the end or after it. */
function whatIsNegated(
  result: readonly Slot[],
  tokens: readonly Token[],
  opened: number | null,
  at: number,
  { opposites }: Claims,
): number | null {
  const canBe = (index: number | null) => index !== null && [...(result[index]?.concepts ?? [])].some((concept) => opposites[concept]);
  const isPlain = (token: Token) => isAny(token, '_', 'adv');
  const inside = opened === null ? null : within(tokens, opened + 1, 1, (token, index) => index >= at || !isPlain(token));
  if (inside !== null && inside < at) return canBe(inside) ? inside : null;
  const next = within(tokens, at + 1, 1, (token) => !isPlain(token));
  if (canBe(next)) return next;
  return opened === null ? null : within(tokens, opened + 1, 1, (token, index) => index < at && canBe(index) && isAny(token, '_'));
}
