import type { Meaning } from './concepts.ts';
import { type Part, partsOf } from './template.ts';
import { folded } from './words.ts';

/** A place inside phrases: which words may come next, and what was said if the phrase ends here. */
export interface Branch {
  /** Null where every phrase ends. */
  next: Map<string, Branch[]> | null;
  /** Places that are reached without a word: a choice is entered from each place before it, and built once. */
  also: Branch[] | null;
  meanings: readonly Meaning[];
}

/** Phrases that share a meaning. */
export interface Entry {
  readonly template: string;
  readonly meaning: Meaning;
}

export function branch(): Branch {
  return { next: null, also: null, meanings: [] };
}

/** Adds phrases at a root; `known` learns their words. */
export function grow(root: Branch, entries: readonly Entry[], known: Set<string>): void {
  for (const { template, meaning } of entries) {
    const meanings = [meaning];
    const choice = partsOf(/['’-]/.test(template) ? template.replace(/['’-]/g, ' ') : template);
    for (const end of grown(choice, [root], root, known, branch())) if (end !== root) end.meanings = meanings;
  }
}

/** Where a word leads from a place. */
export function follow(place: Branch, key: string, to: Branch[]): void {
  const there = place.next?.get(key);
  if (there) to.push(...there);
  if (place.also) for (const each of place.also) follow(each, key, to);
}

/** What was said if the phrase ends here. */
export function meaningsAt(place: Branch): readonly Meaning[] {
  return place.also ? [...place.meanings, ...place.also.flatMap(meaningsAt)] : place.meanings;
}

/** Where a choice of sequences leads from these places: all its alternatives end in one place, so that nothing is multiplied out. */
function grown(
  choice: readonly (readonly Part[])[],
  from: readonly Branch[],
  root: Branch,
  known: Set<string>,
  end: Branch,
): readonly Branch[] {
  const start = entered(from, root);
  const ends = new Set<Branch>();
  for (const sequence of choice) {
    let places = start;
    for (let at = 0; at < sequence.length; at++) {
      const part = sequence[at] as Part;
      const next = at === sequence.length - 1 ? end : branch();
      places = typeof part === 'string' ? [after(keyOf(part), places, known, next)] : grown(part, places, root, known, next);
    }
    for (const each of places) ends.add(each);
  }
  return [...ends];
}

/** One place for many; the root stays itself, because every sentence begins there. */
function entered(from: readonly Branch[], root: Branch): readonly Branch[] {
  if (from.length < 2) return from;
  const start = branch();
  for (const place of from) {
    if (place === root) continue;
    place.also ??= [];
    place.also.push(start);
  }
  return from.includes(root) ? [start, root] : [start];
}

function after(key: string, places: readonly Branch[], known: Set<string>, next: Branch): Branch {
  known.add(key);
  for (const place of places) {
    place.next ??= new Map();
    const there = place.next.get(key);
    if (!there) place.next.set(key, [next]);
    else if (!there.includes(next)) there.push(next);
  }
  return next;
}

/** `=7` is the number seven, however it is written. */
function keyOf(piece: string): string {
  const text = folded(piece.toLowerCase());
  return /^\d/.test(text) && /^\d+$/.test(text) ? `=${Number(text)}` : text;
}
