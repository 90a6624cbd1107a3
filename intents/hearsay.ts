import type { Concept, Meaning } from './concepts.ts';
import { distance } from './likeness.ts';
import { meaningOf, textOf } from './phrase-table.ts';
import { placesOf, roughly, SHORTEST_SOUND, type SoundTable } from './sound-table.ts';

/** What our phrases sound like. */
export interface Hearsay {
  /** Phrases that sound like this, and how far from it. */
  near(sound: string): readonly Heard[];
}

export interface Heard {
  readonly meaning: Meaning;
  readonly cost: number;
}

interface Said {
  readonly sound: string;
  readonly rough: string;
  readonly meaning: Meaning;
}

const LONGEST_SOUND = 16;
/** Shorter sounds may not differ roughly. */
const FIRST_ROUGH = 5;
/** What matters little, or starts or stops something, must sound as it should: this far from it at most. */
const STRICT: ReadonlyMap<Concept, number> = new Map([
  ['plain', 0],
  ['plan', 0],
  ['cancel', 0],
  ['launch', 0.5],
]);

export function hearsayOf(table: SoundTable): Hearsay {
  const lines = table.sounds.split('\n');
  const said: Said[] = [];
  const saidOf = (number: number) => (said[number] ??= read(lines[number] ?? ''));
  const places = new Map<string, string | readonly Said[]>();
  for (const line of table.places.split('\n')) places.set(line.slice(0, line.indexOf(' ')), line);
  const at = (place: string) => {
    const there = places.get(place) ?? [];
    if (typeof there !== 'string') return there;
    const [, ...numbers] = there.split(' ');
    const all = numbers.map((number) => saidOf(Number(number)));
    places.set(place, all);
    return all;
  };
  return {
    near: (sound) => {
      if (sound.length < SHORTEST_SOUND || sound.length > LONGEST_SOUND) return [];
      const rough = roughly(sound);
      const lengths = [sound.length - 1, sound.length, sound.length + 1];
      const all = lengths
        .flatMap((length) => placesOf(rough, length))
        .flatMap((place) => at(place).filter((each) => isLike(rough, each.rough)));
      return [...new Set(all)].flatMap((each) => heard(sound, each));
    },
  };
}

/** Both at once. */
export function together(one: Hearsay, other: Hearsay): Hearsay {
  return { near: (sound) => [...one.near(sound), ...other.near(sound)] };
}

function read(line: string): Said {
  const sound = textOf(line);
  return { sound, rough: roughly(sound), meaning: meaningOf(line) };
}

function heard(sound: string, { sound: ours, meaning }: Said): readonly Heard[] {
  const limit = Math.min(mostCost(sound.length), mostCost(ours.length), STRICT.get(meaning.concept) ?? Number.POSITIVE_INFINITY);
  const cost = distance(sound, ours, limit);
  return cost <= limit ? [{ meaning, cost }] : [];
}

/** Whether one sound more, less or other makes them the same; short ones are the same or not. */
function isLike(a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (longer < FIRST_ROUGH) return a === b;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (start + end < shorter && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return start + end >= longer - 1;
}

/** Longer phrases are recognised through more noise. */
function mostCost(length: number): number {
  return length < 4 ? 0 : length < 6 ? 0.5 : length < 8 ? 1 : length < 10 ? 1.5 : 2;
}
