import type { Concept } from './concepts.ts';
import { nodeTemplates } from './node-names.ts';
import { type NumberReader, numberReader } from './numbers.ts';
import { type Branch, branch, type Entry, grow } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import { folded, split, type Word } from './words.ts';

/** All that languages have a name for, at once: people mix them. */
export interface Language {
  readonly root: Branch;
  /** What is looked for by ear, too. */
  readonly entries: readonly Entry[];
  readonly sayings: readonly string[];
  readonly read: NumberReader;
  readonly hesitations: ReadonlySet<string>;
  readonly elided: readonly string[];
  /** Of these the mere articles: « n' » denies. */
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
  readonly known: ReadonlySet<string>;
  readonly endings: readonly string[];
}

/** A language with the names of nodes. */
export interface Lexicon extends Omit<Language, 'root' | 'known' | 'endings'> {
  readonly roots: readonly Branch[];
  /** How nodes are called. */
  readonly nodes: readonly Entry[];
  /** The keys under which a word may be found. */
  keysOf(word: Word): readonly string[];
  /** Words of our own, alone or in a phrase. */
  knows(text: string): boolean;
}

export function languageOf(vocabularies: readonly Vocabulary[]): Language {
  const entries = vocabularies.flatMap(entriesOf);
  const root = branch();
  const known = new Set<string>();
  grow(root, [...entries, ...vocabularies.flatMap(({ written }) => plainOf(written))], known);
  const elided = vocabularies.flatMap((each) => each.elided);
  const all = (words: (vocabulary: Vocabulary) => readonly string[]) => new Set(vocabularies.flatMap(words).map(folded));
  return {
    root,
    entries,
    known,
    elided,
    sayings: vocabularies.flatMap((each) => each.sayings),
    endings: [...all(({ endings }) => endings)],
    read: numberReader(vocabularies),
    hesitations: all(({ hesitations }) => hesitations),
    respelled: new Map(
      vocabularies.flatMap((each) => Object.entries(each.respelled).map(([from, to]) => [folded(from), split(to)] as const)),
    ),
    denying: all(({ denying }) => denying),
    owners: all(({ owners }) => owners),
    subjects: all(({ subjects }) => subjects),
    speakers: all(({ speakers }) => speakers),
    joints: all(({ joints }) => joints),
    governing: all(({ governing }) => governing),
    articles: elided.filter((each) =>
      (root.next?.get(each) ?? []).every(({ meanings }) => meanings.every(({ concept }) => concept === 'plain')),
    ),
  };
}

/** Names of nodes belong to one matcher; the language is of all. */
export function lexiconOf(language: Language, vocabularies: readonly Vocabulary[], names: readonly string[]): Lexicon {
  const nodes = nodeTemplates(names, vocabularies).map(([template, value]) => ({ template, meaning: { concept: 'node', value } as const }));
  const root = branch();
  const known = new Set<string>();
  grow(root, nodes, known);
  const keysOf = (word: Word) => keys(word, language.known, language.endings);
  return {
    ...language,
    roots: [language.root, root],
    nodes,
    keysOf,
    knows: (text) =>
      known.has(text) || keysOf({ text, written: text, number: null, isAfterPause: false }).some((key) => language.known.has(key)),
  };
}

function entriesOf({ words, modes, sections, times }: Vocabulary): readonly Entry[] {
  return [
    ...plainOf(words),
    ...valued('mode', modes),
    ...valued('section', sections),
    ...times.map(([template, concept, value]) => ({ template, meaning: { concept, value } })),
  ];
}

function plainOf(words: Vocabulary['written']): readonly Entry[] {
  return Object.entries(words).flatMap(([concept, templates]) =>
    templates.map((template) => ({ template, meaning: { concept: concept as Concept } })),
  );
}

function valued(concept: Concept, templates: Readonly<Record<string, readonly string[]>>): readonly Entry[] {
  return Object.entries(templates).flatMap(([value, each]) => each.map((template) => ({ template, meaning: { concept, value } })));
}

const SHORTEST_STEM = 2;

function keys({ text, number }: Word, known: ReadonlySet<string>, endings: readonly string[]): readonly string[] {
  const all = [text];
  if (number !== null) all.push('#', `=${number}`);
  // « à dix-sept heures un audit »: an article is no minute
  if (number !== null && (number > 1 || text === String(number))) all.push('%');
  for (const ending of endings) {
    const length = text.length - ending.length;
    if (length < SHORTEST_STEM || !text.endsWith(ending)) continue;
    const stem = `${text.slice(0, length)}*`;
    if (known.has(stem)) all.push(stem);
  }
  return all;
}
