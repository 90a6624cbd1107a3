import type { Lists } from './tables.ts';
import { folded, type Piece, type Word } from './words.ts';

export type Counted = Omit<Word, 'keys'>;
export type NumberReader = (pieces: readonly Piece[]) => readonly Counted[];

/** Reads figures and number words, and makes one word of a compound: « vingt et un » is 21. */
export function numberReader(lists: readonly Lists[]): NumberReader {
  const values = new Map(lists.flatMap(({ numbers }) => Object.entries(numbers)).map(([word, value]) => [folded(word), value]));
  const joints = new Set(lists.map(({ numberJoint }) => numberJoint));
  return (pieces) =>
    joined(
      pieces.map((piece) => wordOf(piece, values)),
      joints,
    );
}

function wordOf({ written, isAfterPause }: Piece, values: ReadonlyMap<string, number>): Counted {
  const text = folded(written);
  const figures = /^\d{1,4}$/.test(text) ? Number(text) : null;
  return { text, written, number: figures ?? values.get(text) ?? null, isAfterPause };
}

function joined(words: readonly Counted[], joints: ReadonlySet<string>): readonly Counted[] {
  const all: Counted[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Counted;
    const joint = joints.has(word.text) ? 1 : 0;
    const next = words[at + joint];
    const before = all.at(-1);
    const sum = before && next ? sumOf(before, next, joint > 0) : null;
    if (sum === null || !before || !next) {
      all.push(word);
      continue;
    }
    all[all.length - 1] = {
      text: String(sum),
      written: `${before.written} ${next.written}`,
      number: sum,
      isAfterPause: before.isAfterPause,
    };
    at += joint;
  }
  return all;
}

/** « quatre-vingt » multiplies, « vingt-cinq » and « soixante-dix » add; « et » joins only « un » and « onze ». */
function sumOf(before: Counted, next: Counted, isJoined: boolean): number | null {
  const [a, b] = [before.number, next.number];
  if (a === null || b === null || /^\d/.test(next.text) || (/^\d/.test(before.text) && !before.written.includes(' '))) return null;
  if (isJoined) return a >= 20 && a % 10 === 0 && (b === 1 || b === 11) ? a + b : null;
  if (a === 4 && b === 20) return 80;
  if (a >= 20 && a % 20 === 0 && a >= 60) return b < 20 ? a + b : null;
  return a >= 20 && a % 10 === 0 && b < 10 && b > 0 ? a + b : a === 10 && b > 6 && b < 10 ? a + b : null;
}
