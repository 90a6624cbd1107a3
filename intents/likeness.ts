/** Edits from one sound to the other; more than `limit` is told early. */
export function distance(a: string, b: string, limit: number): number {
  let row = firstRow(b);
  let next = firstRow(b);
  for (const sound of a) {
    const least = fillRow(next, row, sound, b);
    if (least > limit) return least;
    [row, next] = [next, row];
  }
  return row[b.length] ?? 0;
}

/** What it costs to make each beginning of a sound out of nothing. */
export function firstRow(sound: string): number[] {
  return Array.from({ length: sound.length + 1 }, (_, index) => index);
}

/** Fills in what each beginning of `other` costs once one more sound was heard; returns the least of it. */
export function fillRow(next: number[], row: readonly number[], sound: string, other: string): number {
  const from = sound.charCodeAt(0) * CODES;
  let last = (row[0] ?? 0) + 1;
  let least = last;
  next[0] = last;
  for (let at = 1; at <= other.length; at++) {
    const swap = COSTS[from + other.charCodeAt(at - 1)] ?? 1;
    last = Math.min((row[at - 1] ?? 0) + swap, (row[at] ?? 0) + 1, last + 1);
    next[at] = last;
    if (last < least) least = last;
  }
  return least;
}

/** Sounds that are taken for one another cost half. */
const ALIKE = new Set(
  [
    'pb',
    'td',
    'kg',
    'fv',
    'sz',
    'SZ',
    'e2',
    'AO',
    'AI',
    'OI',
    'yu',
    'o2',
    'Oo',
    'Aa',
    'mn',
    'nN',
    'ij',
    'sS',
    'ei',
    'ea',
    'u2',
    'y2',
    'wu',
    'Ie',
  ].flatMap((pair) => [pair, [...pair].reverse().join('')]),
);

/** Sounds are ASCII letters. */
const CODES = 128;
const COSTS = costs();

function costs(): Float64Array {
  const all = new Float64Array(CODES * CODES).fill(1);
  for (let code = 0; code < CODES; code++) all[code * CODES + code] = 0;
  for (const pair of ALIKE) all[pair.charCodeAt(0) * CODES + pair.charCodeAt(1)] = 0.5;
  return all;
}
