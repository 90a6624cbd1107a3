import type { Concept, Meaning } from './concepts.ts';
import { distance } from './likeness.ts';
import type { Entry } from './phrases.ts';
import { soundsOnce } from './sounds.ts';
import { type Part, partsOf, variantsOf } from './template.ts';

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
  readonly meaning: Meaning;
}

/** By rough sound, and by rough sound without any one of its sounds: two that differ by one meet. */
type Index = Map<string, Said[]>;

/** A phrase with more variants, or longer, is not looked for by ear. */
const MOST_VARIANTS = 12;
const MOST_WORDS = 4;
const SHORTEST_SOUND = 3;
const LONGEST_SOUND = 16;
/** What we ask to be spoken about, and the verbs that ask it: only these are looked for by ear. Never a denial, never what stops or refuses. */
const HEARD: ReadonlySet<Concept> = new Set<Concept>([
  'audit',
  'exam',
  'checkup',
  'system',
  'cluster',
  'nodes',
  'node',
  'section',
  'summary',
  'mode',
  'launch',
  'inspect',
  'status',
  'how',
  'compare',
  'change',
  'repeat',
  'detail',
  'cancel',
  'running',
  'why',
  'explain',
  'computed',
  'manner',
  'advise',
  'fix',
  'plan',
  'last',
  'past',
  'every',
  'plain',
]);

/** What matters little, or starts or stops something, must sound as it should: this far from it at most. */
const STRICT: ReadonlyMap<Concept, number> = new Map([
  ['plain', 0],
  ['plan', 0],
  ['cancel', 0],
  ['launch', 0.5],
]);

/** What an elided article may stand before. */
const NAMES: ReadonlySet<Concept> = new Set<Concept>(['audit', 'exam', 'status', 'section', 'node']);

export function hearsayOf(entries: readonly Entry[], articles: readonly string[]): Hearsay {
  const soundOf = soundsOnce();
  const seen = new Set<string>();
  const index: Index = new Map();
  for (const { template, meaning } of entries) {
    if (!HEARD.has(meaning.concept) || template.includes('#')) continue;
    const phrases = partsOf(template.replace(/['’-]/g, ' ')).flatMap((sequence) => phrasesOf(sequence, meaning.concept));
    for (const sound of phrases.flatMap((words) => soundsOf(words, soundOf, NAMES.has(meaning.concept) ? articles : []))) {
      const key = `${sound} ${meaning.concept} ${meaning.value}`;
      if (sound.length < SHORTEST_SOUND || seen.has(key)) continue;
      seen.add(key);
      enter({ sound, meaning }, index);
    }
  }
  return { near: (sound) => nearest(sound, index) };
}

/** Both at once. */
export function together(one: Hearsay, other: Hearsay): Hearsay {
  return { near: (sound) => [...one.near(sound), ...other.near(sound)] };
}

/** Of what matters little only single words: a polite phrase is heard or it is not. */
function phrasesOf(sequence: readonly Part[], concept: Concept): readonly (readonly string[])[] {
  const variants = variantsOf(sequence, MOST_VARIANTS + 1);
  const most = concept === 'plain' ? 1 : MOST_WORDS;
  return variants.length > MOST_VARIANTS ? [] : variants.filter((words) => words.length > 0 && words.length <= most);
}

function soundsOf(words: readonly string[], soundOf: (word: string) => string, articles: readonly string[]): readonly string[] {
  const endings = words.some((word) => word.endsWith('*')) ? ['e', 'er'] : [''];
  const sounds = endings.map((ending) => words.map((word) => soundOf(word.toLowerCase().replace('*', ending))).join(''));
  return sounds.flatMap((sound) => (/^[aeiouyAIO2]/.test(sound) ? [sound, ...articles.map((article) => article + sound)] : [sound]));
}

function enter(said: Said, index: Index): void {
  for (const place of placesOf(said.sound)) {
    const there = index.get(place);
    if (there) there.push(said);
    else index.set(place, [said]);
  }
}

function nearest(sound: string, index: Index): readonly Heard[] {
  if (sound.length < SHORTEST_SOUND || sound.length > LONGEST_SOUND) return [];
  const candidates = new Set(placesOf(sound).flatMap((place) => index.get(place) ?? []));
  return [...candidates].flatMap(({ sound: ours, meaning }) => {
    const limit = Math.min(mostCost(sound.length), mostCost(ours.length), STRICT.get(meaning.concept) ?? Number.POSITIVE_INFINITY);
    const cost = distance(sound, ours, limit);
    return cost <= limit ? [{ meaning, cost }] : [];
  });
}

function placesOf(sound: string): readonly string[] {
  const rough = [...sound].map((each) => ROUGH[each] ?? each).join('');
  if (mostCost(sound.length + 1) < 1) return [rough];
  return [rough, ...Array.from({ length: rough.length }, (_, at) => rough.slice(0, at) + rough.slice(at + 1))];
}

/** Longer phrases are recognised through more noise. */
function mostCost(length: number): number {
  return length < 4 ? 0 : length < 6 ? 0.5 : length < 8 ? 1 : length < 10 ? 1.5 : 2;
}

/** Sounds that stand for their like. */
const ROUGH: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  v: 'f',
  z: 's',
  Z: 'S',
  '2': 'e',
  y: 'u',
  w: 'u',
  O: 'A',
  I: 'A',
  m: 'n',
  N: 'n',
  j: 'i',
};
