import type { Claims } from '../../locales/claims.ts';

/** A word, a figure or a mark. */
export interface Piece {
  readonly kind: 'word' | 'mark' | 'figure';
  readonly word: string;
  readonly written: string;
  /** Hangs on the word before: « démarrez-le ». */
  readonly isTied: boolean;
}

/** A slash by itself is the name of a disk; before a word it is part of a path. */
const PIECE = /([\p{L}\p{N}]+'?|[%°]|\/(?![\p{L}\p{N}/]))|([.,;:!?…()–—]+)|([\s«»“”"-]+|\/(?=[\p{L}\p{N}]))/uy;
const FIGURE = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/y;

/** The words and marks of a text, or null when it holds a sign that no summary needs. */
export function piecesOf(text: string): readonly Piece[] | null {
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

/** A sentence with a hole: « rempli à. », « n8n est, et le port … ». */
export function isBroken(text: string, { needy, joints, mayMeet: allowed, spelt }: Claims): boolean {
  const pieces = piecesOf(spelt(text.replaceAll('’', "'"))) ?? [];
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
