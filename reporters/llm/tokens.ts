import type { Claims } from '../../locales/claims.ts';
import { type Entries, type Entry, lexiconOf } from './lexicon.ts';

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

const PIECE = /([\p{L}\p{N}]+'?|[%°])|([.,;:!?…()–—]+)|([\s«»“”"-]+)/uy;
const FIGURE = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/y;

/** The tokens of a text, or null when it holds a sign that no summary needs. Names win over words where `names` says so. */
/** A sentence with a hole: « rempli à. », « n8n est, et le port … ». */
export function isBroken(text: string, { needy, joints, mayMeet: allowed, spelling }: Claims): boolean {
  const pieces = piecesOf(spelling.reduce((spelt, [short, long]) => spelt.replace(short, long), text.replaceAll('’', "'"))) ?? [];
  const isNeedy = setOf(needy);
  const isJoint = setOf(joints);
  const mayMeet = setOf(allowed);
  return pieces.some(({ word, kind, isTied }, at) => {
    if (kind !== 'word' || isTied || !isNeedy.has(word)) return false;
    const next = pieces[at + 1];
    return (
      next === undefined || next.kind === 'mark' || (isJoint.has(word) && isJoint.has(next.word) && !mayMeet.has(`${word} ${next.word}`))
    );
  });
}

const sets = new Map<string, ReadonlySet<string>>();

function setOf(words: string): ReadonlySet<string> {
  const made = sets.get(words) ?? new Set(words.split('|'));
  sets.set(words, made);
  return made;
}

export function tokensOf(
  text: string,
  names: Entries,
  claims: Claims,
  isName: (entry: Entry, raw: string) => boolean,
): readonly Token[] | null {
  const pieces = piecesOf(claims.spelling.reduce((spelt, [short, long]) => spelt.replace(short, long), text.replaceAll('’', "'")));
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
    const word = longest(lexicon, pieces, at);
    const name = longest(names, pieces, at);
    const isCounting =
      word?.concepts.some((concept) => concept === 'none' || concept === 'num' || concept === 'one') &&
      isNoun(lexicon, pieces, at + word.words.length);
    const isNamed =
      name &&
      (!word ||
        name.words.length > word.words.length ||
        (name.words.length === word.words.length && isName(name, piece.written) && !isCounting));
    const found = isNamed ? name : word;
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

interface Piece {
  readonly kind: 'word' | 'mark' | 'figure';
  readonly word: string;
  readonly written: string;
  /** Hangs on the word before: « démarrez-le ». */
  readonly isTied: boolean;
}

function piecesOf(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    FIGURE.lastIndex = at;
    const digits = FIGURE.exec(text)?.[0];
    // « 12b » is a word, « 12 » a figure
    if (digits && !/[\p{L}\p{N}]/u.test(text.charAt(at + digits.length))) {
      pieces.push({ kind: 'figure', word: digits, written: digits, isTied: false });
      at += digits.length;
      continue;
    }
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (!found) return null;
    const [all, word, mark] = found;
    if (word) pieces.push({ kind: 'word', word: word.toLowerCase(), written: word, isTied: text.charAt(at - 1) === '-' });
    else if (mark) pieces.push({ kind: 'mark', word: mark.charAt(0), written: mark, isTied: false });
    at += all.length;
  }
  return pieces;
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

/** How far a negation reaches, in tokens. */
const REACH = 6;

/** A negation is taken into what it negates: « ne répond pas » is one thing. What cannot be negated so keeps it, unexplained. */
function negated(tokens: readonly Token[], { opposites, negation }: Claims): readonly Token[] {
  const result: (Token | null)[] = [...tokens];
  const ends = new Set([...negation.after.split('|'), ...negation.before.split('|')]);
  const closed = new Set(negation.closed.split('|'));
  const flip = (index: number) => {
    const token = result[index] as Token;
    const said = [...token.concepts].flatMap((concept) => opposites[concept]?.split('|') ?? []);
    result[index] = { ...token, raw: `not ${token.raw}`, concepts: new Set(said) };
  };
  const canFlip = (index: number) => [...(result[index]?.concepts ?? [])].some((concept) => opposites[concept]);
  const isBreak = (index: number) => result[index] !== null && isMark(result[index]);
  const within = (from: number, step: 1 | -1, test: (index: number) => boolean): number | null => {
    for (let index = from, left = REACH; index >= 0 && index < result.length && left > 0; index += step, left--) {
      if (isBreak(index)) return null;
      if (test(index)) return index;
    }
    return null;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.concepts.has('not-')) {
      // « n'a pas pu », « ne … aucun » hold their own end
      const end = within(at + 1, 1, (index) => {
        const next = tokens[index] as Token;
        return (
          next.concepts.has('-not') || next.concepts.has('none') || next.raw.split(' ').some((word) => ends.has(word) || closed.has(word))
        );
      });
      // « ne … que » is « seulement »
      const isOnly = end !== null && closed.has(tokens[end]?.raw ?? '') && !tokens[end]?.concepts.has('none');
      if (isOnly) result[at] = { raw: token.raw, concepts: new Set(['only']) };
      else if (end !== null) result[at] = null;
      else {
        const back = within(at - 1, -1, (index) => tokens[index]?.concepts.has('none') ?? false);
        if (back !== null) result[at] = null;
      }
    }
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const isBare = token.concepts.has('-not') ? ends.has(token.raw) : token.concepts.has('over') && ends.has(token.raw.split(' ')[0] ?? '');
    if (!isBare) continue;
    const opened = within(at - 1, -1, (index) => tokens[index]?.concepts.has('not-') ?? false);
    if (opened === null && (negation.before !== '' || !token.concepts.has('-not'))) continue;
    const isAuxiliary = (index: number) => tokens[index]?.concepts.has('_') ?? false;
    const inside = (test: (index: number) => boolean) =>
      opened === null ? null : within(opened + 1, 1, (index) => index < at && canFlip(index) && test(index));
    // « ne répond pas », « n'a pas répondu », « n'a pas »
    const isPlain = (index: number) => tokens[index]?.concepts.has('_') || tokens[index]?.concepts.has('adv');
    const next = within(at + 1, 1, (index) => !isPlain(index));
    const said = opened === null ? null : within(opened + 1, 1, (index) => index >= at || !isPlain(index));
    const after = said !== null && said < at ? (canFlip(said) ? said : null) : next !== null && canFlip(next) ? next : inside(isAuxiliary);
    if (after === null) {
      // « N2 is not. »: the opposite of what was said before
      const isLast = at === tokens.length - 1 || isMark(tokens[at + 1]);
      result[at] = { raw: token.raw, concepts: new Set(isLast && opened === null ? ['not', 'no'] : ['not']) };
      continue;
    }
    flip(after);
    result[at] = null;
  }
  return result.filter((token) => token !== null);
}

export function isMark(token: Token | null | undefined): boolean {
  return token?.concepts.has(SEPARATOR) === true && /^[.,;:!?…()–—]$/.test(token.raw);
}
