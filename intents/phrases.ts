import type { Meaning } from './concepts.ts';
import { keyOf, meaningOf, type PhraseTable, textOf } from './phrase-table.ts';
import { type Part, partsOf } from './template.ts';

/** A place inside phrases: which words may come next, and what was said if the phrase ends here. */
export interface Branch {
  /** Null where every phrase ends. */
  next: Map<string, Branch[]> | null;
  /** Places that are reached without a word: a choice is entered from each place before it, and built once. */
  also: Branch[] | null;
  meanings: readonly Meaning[];
}

/** Phrases grow when a sentence holds their first word: few of thousands are ever said. */
export interface Phrases {
  /** The places after a word that begins phrases. */
  after(key: string): readonly Branch[];
  /** Whether it is anywhere in a phrase. */
  holds(key: string): boolean;
}

export function phrasesOf(table: PhraseTable): Phrases {
  const phrases = table.phrases.split('\n');
  const firsts = new Map<string, string>();
  for (const line of table.firsts.split('\n')) firsts.set(line.slice(0, line.indexOf(' ')), line);
  const roots: Branch[] = [];
  const grown = new Map<string, readonly Branch[]>();
  const places = (key: string) => {
    const [, ...numbers] = firsts.get(key)?.split(' ') ?? [];
    return numbers.flatMap((number) => {
      roots[Number(number)] ??= rootOf(phrases[Number(number)] ?? '');
      return roots[Number(number)]?.next?.get(key) ?? [];
    });
  };
  let others: ReadonlySet<string> | null = null;
  return {
    after: (key) => {
      if (!firsts.has(key)) return NOWHERE;
      const there = grown.get(key) ?? places(key);
      grown.set(key, there);
      return there;
    },
    holds: (key) => {
      others ??= new Set(table.others.split(' '));
      return firsts.has(key) || others.has(key);
    },
  };
}

const NOWHERE: readonly Branch[] = [];

function rootOf(phrase: string): Branch {
  const root = branch();
  const meanings = [meaningOf(phrase)];
  for (const end of grownFrom(partsOf(textOf(phrase)), [root], root, branch())) if (end !== root) end.meanings = meanings;
  return root;
}

function branch(): Branch {
  return { next: null, also: null, meanings: [] };
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
function grownFrom(choice: readonly (readonly Part[])[], from: readonly Branch[], root: Branch, end: Branch): readonly Branch[] {
  const start = entered(from, root);
  const ends = new Set<Branch>();
  for (const sequence of choice) {
    let places = start;
    for (let at = 0; at < sequence.length; at++) {
      const part = sequence[at] as Part;
      const next = at === sequence.length - 1 ? end : branch();
      places = typeof part === 'string' ? [after(keyOf(part), places, next)] : grownFrom(part, places, root, next);
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

function after(key: string, places: readonly Branch[], next: Branch): Branch {
  for (const place of places) {
    place.next ??= new Map();
    const there = place.next.get(key);
    if (!there) place.next.set(key, [next]);
    else if (!there.includes(next)) there.push(next);
  }
  return next;
}
