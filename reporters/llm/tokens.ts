import type { Claims } from '../../locales/claims.ts';
import { type Entries, type Entry, lexiconOf } from './lexicon.ts';
import { negated } from './negation.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A word or phrase of a sentence, with all that it may mean. */
export interface Token {
  readonly raw: string;
  readonly concepts: ReadonlySet<string>;
  /** Of a number, or of a figure with its unit. */
  readonly value?: number;
  readonly unit?: string;
  /** What bears this name in the report: in small letters. */
  readonly names?: ReadonlySet<string>;
}

/** Between two clauses; `isStrong` when no negation reaches over it. */
export const SEPARATOR = 'sep';

/** The tokens of a text, or null when it holds a sign that no summary needs. Names win over words where `names` says so. */
export function tokensOf(
  text: string,
  names: Entries,
  claims: Claims,
  isName: (entry: Entry, raw: string) => boolean,
): readonly Token[] | null {
  const pieces = piecesOf(claims.spelt(text.replaceAll('’', "'")));
  if (!pieces) return null;
  const lexicon = lexiconOf(claims);
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    if (piece.kind === 'mark') {
      tokens.push({ raw: piece.word, concepts: new Set([SEPARATOR, piece.word]) });
      at += 1;
      continue;
    }
    const found = entryAt(pieces, at, lexicon, names, isName);
    if (found) {
      const raw = found.words.join(' ');
      tokens.push({
        raw,
        concepts: new Set(found.concepts),
        ...(found.value === undefined ? {} : { value: found.value }),
        ...(found.name === undefined ? {} : { names: new Set(found.name.split('\n')) }),
      });
      at += found.words.length;
    } else {
      const value = piece.kind === 'figure' ? figure(piece.word) : undefined;
      tokens.push(value === undefined ? { raw: piece.word, concepts: new Set() } : { raw: piece.word, concepts: new Set(['num']), value });
      at += 1;
    }
  }
  return negated(measured(tokens), claims);
}

/** The longest word or name that begins here; of two as long, the name where it is written as one and counts nothing. */
function entryAt(
  pieces: readonly Piece[],
  at: number,
  lexicon: Entries,
  names: Entries,
  isName: (entry: Entry, raw: string) => boolean,
): Entry | undefined {
  const word = longest(lexicon, pieces, at);
  const name = longest(names, pieces, at);
  if (!name || !word) return name ?? word;
  if (name.words.length !== word.words.length) return name.words.length > word.words.length ? name : word;
  const isCounting =
    word.concepts.some((concept) => concept === 'none' || concept === 'num' || concept === 'one') &&
    isNoun(lexicon, pieces, at + word.words.length);
  return isName(name, (pieces[at] as Piece).written) && !isCounting ? name : word;
}

function figure(digits: string): number {
  return Number(digits.replace(/[ \u00a0\u202f](?=\d{3})/g, '').replace(',', '.'));
}

const NOUNS = ['node', 'risk', 'model', 'machine', 'gpu', 'disk', 'service', 'backup', 'port', 'log'];

/** « Zéro nœud » is a number, whatever is named so. */
function isNoun(lexicon: Entries, pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at]?.kind === 'word' ? longest(lexicon, pieces, at) : undefined;
  return next?.concepts.some((concept) => NOUNS.includes(concept)) ?? false;
}

function longest(entries: Entries, pieces: readonly Piece[], at: number): Entry | undefined {
  const first = (pieces[at] as Piece).word;
  return entries.get(first)?.find(({ words }) => words.every((word, index) => pieces[at + index]?.word === word));
}

/** « 97 pour cent » is one figure. */
function measured(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const unit = [...token.concepts].find((concept) => concept.startsWith('u:'));
    const before = result.at(-1);
    const isCounted = before?.value !== undefined || before?.concepts.has('one');
    if (unit && before && isCounted) {
      result.pop();
      result.push({ raw: `${before.raw} ${token.raw}`, concepts: new Set(['measure']), value: before.value ?? 1, unit });
    } else result.push(token);
  }
  return result;
}

export function isMark(token: Token | null | undefined): boolean {
  return token?.concepts.has(SEPARATOR) === true && /^[.,;:!?…()–—]$/.test(token.raw);
}
