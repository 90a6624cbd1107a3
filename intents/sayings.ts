import type { Lexicon } from './lexicon.ts';
import { fillRow, firstRow } from './likeness.ts';
import { soundsOnce } from './sounds.ts';
import { partsOf, variantsOf } from './template.ts';
import { split } from './words.ts';

/** Whole sentences by ear, for when no word of one was written as it was said. */
export interface Sayings {
  /** The sentence that sounds most like this, and how far it is; null when none is near. */
  nearest(sound: string): { readonly words: readonly string[]; readonly cost: number } | null;
}

/** Of the sounds of a sentence, at most so many may be others. */
const MOST_OTHER = 0.17;
const MOST_COST = 3;
const SHORTEST_SOUND = 6;
const LONGEST_SOUND = 36;

/** Sayings by their sounds; those that begin alike share the way. */
interface Branch {
  readonly next: Map<string, Branch>;
  words: readonly string[] | null;
}

interface Found {
  readonly words: readonly string[];
  readonly cost: number;
}

export function sayingsOf({ sayings }: Lexicon): Sayings {
  const root: Branch = { next: new Map(), words: null };
  const sound = soundsOnce();
  for (const words of sayings.flatMap((template) => partsOf(template).flatMap((parts) => variantsOf(parts)))) {
    const spoken = words.flatMap(split);
    let branch = root;
    for (const each of spoken.map(sound).join('')) branch = childOf(branch, each);
    branch.words ??= spoken;
  }
  return {
    nearest: (sound) => {
      if (sound.length < SHORTEST_SOUND || sound.length > LONGEST_SOUND) return null;
      return nearest(root, 0, [firstRow(sound)], sound, Math.min(MOST_COST, sound.length * MOST_OTHER));
    },
  };
}

function childOf(branch: Branch, sound: string): Branch {
  const child = branch.next.get(sound) ?? { next: new Map(), words: null };
  branch.next.set(sound, child);
  return child;
}

/** The way down is left as soon as every end of it is too far. `rows` are used again: one for each sound on the way. */
function nearest({ next, words }: Branch, depth: number, rows: number[][], sound: string, limit: number): Found | null {
  const row = rows[depth] ?? [];
  const cost = row[sound.length] ?? 0;
  let best: Found | null = words && cost <= limit ? { words, cost } : null;
  rows[depth + 1] ??= [];
  const after = rows[depth + 1] ?? [];
  for (const [each, branch] of next) {
    const most = best?.cost ?? limit;
    if (fillRow(after, row, each, sound) > most) continue;
    const found = nearest(branch, depth + 1, rows, sound, most);
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best;
}
