import type { Concept } from './concepts.ts';
import { type Entry, lineOf, textOf } from './phrase-table.ts';
import { soundsOnce } from './sounds.ts';
import { type Part, partsOf, variantsOf } from './template.ts';

/** What phrases sound like, as text. */
export interface SoundTable {
  /** A line each: what it means, a tab, its sound. */
  readonly sounds: string;
  /** A line each: a place, and the numbers of the sounds that are found there. */
  readonly places: string;
}

/** A phrase with more variants, or longer, is not looked for by ear. */
const MOST_VARIANTS = 12;
const MOST_WORDS = 4;
export const SHORTEST_SOUND = 3;
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

/** What an elided article may stand before. */
const NAMES: ReadonlySet<Concept> = new Set<Concept>(['audit', 'exam', 'status', 'section', 'node']);

export function soundTable(entries: readonly Entry[], articles: readonly string[]): SoundTable {
  const soundOf = soundsOnce();
  const sounds = new Set<string>();
  for (const { template, meaning } of entries) {
    if (!HEARD.has(meaning.concept) || template.includes('#')) continue;
    const phrases = partsOf(template.replace(/['’-]/g, ' ')).flatMap((sequence) => phrasesOf(sequence, meaning.concept));
    for (const sound of phrases.flatMap((words) => soundsOf(words, soundOf, NAMES.has(meaning.concept) ? articles : [])))
      if (sound.length >= SHORTEST_SOUND) sounds.add(lineOf(meaning, sound));
  }
  const places = new Map<string, number[]>();
  [...sounds].forEach((line, at) => {
    const sound = textOf(line);
    for (const place of placesOf(roughly(sound), sound.length)) places.set(place, [...(places.get(place) ?? []), at]);
  });
  return { sounds: [...sounds].join('\n'), places: [...places].map(([place, numbers]) => `${place} ${numbers.join(' ')}`).join('\n') };
}

/**
 * Where a rough sound of this length, give or take one sound of it, is found: one half at least is as it should be. The
 * length is that of what is looked for.
 */
export function placesOf(rough: string, length: number): readonly string[] {
  const half = (length - 1) >> 1;
  return [`${length}^${rough.slice(0, half)}`, `${length}$${rough.slice(rough.length - half)}`];
}

/** Without what is taken for one another. */
export function roughly(sound: string): string {
  return sound.replace(/[bdgvzZ2ywOImNj]/g, (each) => ROUGH[each] ?? each);
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
