import { nodeTemplates } from './node-names.ts';
import { type Counted, numberReader } from './numbers.ts';
import { type Entry, phraseTable } from './phrase-table.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { type Lists, lists, phrases as table } from './tables.ts';
import { folded, type Piece, split, type Word } from './words.ts';

/** All that languages have a name for, at once: people mix them. */
export interface Language {
  readonly phrases: Phrases;
  readonly lists: readonly Lists[];
  read(pieces: readonly Piece[]): readonly Word[];
  readonly hesitations: ReadonlySet<string>;
  readonly elided: readonly string[];
  readonly articles: readonly string[];
  readonly denying: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  /** Words between two clauses. */
  readonly joints: ReadonlySet<string>;
  /** Words that what follows depends on: it is no request of its own. */
  readonly governing: ReadonlySet<string>;
  readonly respelled: ReadonlyMap<string, readonly string[]>;
  readonly endings: readonly string[];
}

/** A language with the names of nodes. */
export interface Lexicon extends Omit<Language, 'phrases' | 'endings' | 'lists'> {
  readonly phrases: readonly Phrases[];
  /** How nodes are called. */
  readonly nodes: readonly Entry[];
  /** Words of our own, alone or in a phrase. */
  knows(text: string): boolean;
}

export function languageOf(): Language {
  const all = lists();
  const counted = numberReader(all);
  const wordsOf = (pick: (list: Lists) => readonly string[]) => new Set(all.flatMap(pick).map(folded));
  const endings = [...wordsOf((each) => each.endings)];
  return {
    phrases: phrasesOf(table()),
    lists: all,
    endings,
    elided: all.flatMap(({ elided }) => elided),
    articles: all.flatMap(({ articles }) => articles),
    read: (pieces) => counted(pieces).map((word) => ({ ...word, keys: keysOf(word, endings) })),
    hesitations: wordsOf(({ hesitations }) => hesitations),
    respelled: new Map(all.flatMap(({ respelled }) => Object.entries(respelled).map(([from, to]) => [folded(from), split(to)] as const))),
    denying: wordsOf(({ denying }) => denying),
    owners: wordsOf(({ owners }) => owners),
    subjects: wordsOf(({ subjects }) => subjects),
    speakers: wordsOf(({ speakers }) => speakers),
    joints: wordsOf(({ joints }) => joints),
    governing: wordsOf(({ governing }) => governing),
  };
}

/** Names of nodes belong to one matcher; the language is of all. */
export function lexiconOf(language: Language, names: readonly string[]): Lexicon {
  const nodes = nodeTemplates(names, language.lists).map(
    ([template, value]) => ({ template, meaning: { concept: 'node', value } }) as const,
  );
  const phrases = [language.phrases, phrasesOf(phraseTable(nodes))];
  return {
    ...language,
    phrases,
    nodes,
    knows: (text) => [text, ...stemsOf(text, language.endings)].some((key) => phrases.some((each) => each.holds(key))),
  };
}

function keysOf({ text, number }: Counted, endings: readonly string[]): readonly string[] {
  const all = [text, ...stemsOf(text, endings)];
  if (number === null) return all;
  all.push('#', `=${number}`);
  // « à dix-sept heures un audit »: an article is no minute
  if (number > 1 || text === String(number)) all.push('%');
  return all;
}

const SHORTEST_STEM = 2;

/** Every stem that this may be a form of. */
function stemsOf(text: string, endings: readonly string[]): readonly string[] {
  return endings
    .filter((ending) => text.length - ending.length >= SHORTEST_STEM && text.endsWith(ending))
    .map((ending) => `${text.slice(0, text.length - ending.length)}*`);
}
