import { fillRow, firstRow } from './likeness.ts';
import { soundsOnce } from './sounds.ts';
import { partsOf, variantsOf } from './template.ts';
import { split } from './words.ts';

/** Whole sentences by ear, for when no word of one was written as it was said. */
export interface Sayings {
  /** The sentence that sounds most like this, and how far it is; null when none is near. */
  nearest(sound: string): Found | null;
}

interface Found {
  readonly words: readonly string[];
  readonly cost: number;
}

/** Of the sounds of a sentence, at most so many may be others. */
const MOST_OTHER = 0.17;
const MOST_COST = 3;
const SHORTEST_SOUND = 6;
const LONGEST_SOUND = 36;

/** A line each, in order of their sounds: a sound, a tab, its words. */
export function sayingTable(templates: readonly string[]): string {
  const soundOf = soundsOnce();
  const sayings = new Map<string, string>();
  for (const words of templates.flatMap((template) => partsOf(template).flatMap((parts) => variantsOf(parts)))) {
    const spoken = words.flatMap(split);
    const sound = spoken.map(soundOf).join('');
    if (!sayings.has(sound)) sayings.set(sound, `${sound}\t${spoken.join(' ')}`);
  }
  return [...sayings.values()].sort().join('\n');
}

export function sayingsOf(table: string): Sayings {
  let before = '';
  const sayings = table.split('\n').map((line) => {
    const sound = line.slice(0, line.indexOf('\t'));
    const shared = commonStart(before, sound);
    before = sound;
    return { sound, shared, line };
  });
  return {
    nearest: (sound) => {
      if (sound.length < SHORTEST_SOUND || sound.length > LONGEST_SOUND) return null;
      return nearest(sayings, sound, Math.min(MOST_COST, sound.length * MOST_OTHER));
    },
  };
}

interface Saying {
  readonly sound: string;
  /** So much of its beginning is that of the one before. */
  readonly shared: number;
  readonly line: string;
}

/** Those that begin alike share rows; what begins too far from it, or is too long, is passed over. */
function nearest(sayings: readonly Saying[], sound: string, limit: number): Found | null {
  const rows = [firstRow(sound)];
  let best: { readonly line: string; readonly cost: number } | null = null;
  let most = limit;
  let filled = 0;
  let tooFar = Number.POSITIVE_INFINITY;
  for (const { sound: ours, shared, line } of sayings) {
    if (shared > tooFar) continue;
    tooFar = Number.POSITIVE_INFINITY;
    filled = Math.min(filled, shared);
    if (Math.abs(ours.length - sound.length) > most) continue;
    for (; filled < ours.length; filled++) {
      rows[filled + 1] ??= firstRow(sound);
      if (fillRow(rows[filled + 1] ?? [], rows[filled] ?? [], ours.charAt(filled), sound) > most) break;
    }
    if (filled < ours.length) tooFar = filled;
    const cost = rows[ours.length]?.[sound.length] ?? 0;
    if (filled < ours.length || cost > most || (best && cost === most)) continue;
    best = { line, cost };
    most = cost;
  }
  return best && { words: best.line.slice(best.line.indexOf('\t') + 1).split(' '), cost: best.cost };
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
