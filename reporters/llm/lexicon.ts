import type { Claims } from '../../locales/claims.ts';

/** What a sequence of words may mean. */
export interface Entry {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  readonly value?: number;
  readonly name?: string;
}

/** Entries by their first word, the longest first. */
export type Entries = ReadonlyMap<string, readonly Entry[]>;

const known = new WeakMap<Claims, Entries>();

/** The vocabulary of a language, made once. */
export function lexiconOf(claims: Claims): Entries {
  const made = known.get(claims) ?? byFirstWord(entriesOf(claims));
  known.set(claims, made);
  return made;
}

export function byFirstWord(entries: Iterable<Entry>): Entries {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [first] = entry.words;
    if (first === undefined) continue;
    const same = found.get(first);
    if (same) same.push(entry);
    else found.set(first, [entry]);
  }
  for (const same of found.values()) same.sort((a, b) => b.words.length - a.words.length);
  return found;
}

function entriesOf({ words, numbers, negation, light }: Claims): readonly Entry[] {
  const concepts = new Map<string, Set<string>>();
  const add = (concept: string, phrases: string) => {
    for (const phrase of phrases.split('|')) {
      const key = splitWords(phrase).join(' ');
      if (key === '') continue;
      const same = concepts.get(key);
      if (same) same.add(concept);
      else concepts.set(key, new Set([concept]));
    }
  };
  for (const [concept, phrases] of Object.entries(words)) add(concept, phrases);
  const { before, after } = negation();
  add('not-', before);
  add('-not', after);
  inherit(concepts, new Set(light.split('|')));
  return [
    ...[...concepts].map(([key, set]) => ({ words: key.split(' '), concepts: [...set] })),
    ...[...numbers()].map(([key, value]) => ({ words: splitWords(key), concepts: ['num'], value })),
  ];
}

const EMPTY = new Set(['_', 'adv', 'sep']);

/** « Est inconnu » says what « inconnu » says, whatever else it is listed for. */
function inherit(concepts: ReadonlyMap<string, Set<string>>, light: ReadonlySet<string>): void {
  for (const [key, set] of concepts) {
    const [first = '', ...rest] = key.split(' ');
    if (!light.has(first) || set.has('_') || set.has('adv')) continue;
    for (const concept of concepts.get(rest.join(' ')) ?? []) if (!EMPTY.has(concept)) set.add(concept);
  }
}

const WORD = /[\p{L}\p{N}]+'?|[%°]|(?<![\p{L}\p{N}/])\/(?![\p{L}\p{N}/])/gu;

/** Small words, without hyphens: « M-un » is two, « n'est » is two. */
export function splitWords(text: string): readonly string[] {
  return text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}
