import type { Concept, Meaning } from './concepts.ts';
import { nodeTemplates } from './node-names.ts';
import { type NumberReader, numberReader } from './numbers.ts';
import { type Part, partsOf } from './template.ts';
import type { Vocabulary } from './vocabulary.ts';
import { folded, split, type Word } from './words.ts';

/** All that we know a name for, in both languages at once: people mix them. */
export interface Lexicon {
  readonly root: Branch;
  /** What is looked for by ear, too. */
  readonly entries: readonly Entry[];
  readonly sayings: readonly string[];
  /** The keys under which a word may be found. */
  keysOf(word: Word): readonly string[];
  readonly read: NumberReader;
  readonly hesitations: ReadonlySet<string>;
  readonly elided: readonly string[];
  /** Of these the mere articles: « n' » denies. */
  readonly articles: readonly string[];
  readonly subjects: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  /** Words between two clauses. */
  readonly joints: ReadonlySet<string>;
  /** Words that what follows depends on: it is no request of its own. */
  readonly governing: ReadonlySet<string>;
  readonly respelled: ReadonlyMap<string, readonly string[]>;
  /** Words of our own, alone or in a phrase. */
  knows(text: string): boolean;
}

/** A place inside phrases: which words may come next, and what was said if the phrase ends here. */
export interface Branch {
  /** Null where every phrase ends. */
  next: Map<string, Branch[]> | null;
  meanings: readonly Meaning[];
}

/** Phrases that share a meaning. */
export interface Entry {
  readonly template: string;
  readonly meaning: Meaning;
}

export function lexiconOf(vocabularies: readonly Vocabulary[], nodes: readonly string[]): Lexicon {
  const named = nodeTemplates(nodes, vocabularies).map(([template, value]) => ({ template, meaning: { concept: 'node', value } as const }));
  const entries = [...vocabularies.flatMap(entriesOf), ...named];
  const root = branch();
  const known = new Set<string>();
  for (const { template, meaning } of [...entries, ...vocabularies.flatMap(({ written }) => plainOf(written))]) {
    for (const end of grown(partsOf(template.replace(/['’-]/g, ' ')), [root], known)) if (end !== root) end.meanings = [meaning];
  }
  const endings = [...new Set(vocabularies.flatMap((each) => each.endings).map(folded))];
  const elided = vocabularies.flatMap((each) => each.elided);
  const keysOf = (word: Word) => keys(word, known, endings);
  return {
    root,
    entries,
    sayings: vocabularies.flatMap((each) => each.sayings),
    keysOf,
    read: numberReader(vocabularies),
    hesitations: new Set(vocabularies.flatMap((each) => each.hesitations).map(folded)),
    respelled: new Map(
      vocabularies.flatMap((each) => Object.entries(each.respelled).map(([from, to]) => [folded(from), split(to)] as const)),
    ),
    subjects: new Set(vocabularies.flatMap((each) => each.subjects).map(folded)),
    speakers: new Set(vocabularies.flatMap((each) => each.speakers).map(folded)),
    joints: new Set(vocabularies.flatMap((each) => each.joints).map(folded)),
    governing: new Set(vocabularies.flatMap((each) => each.governing).map(folded)),
    elided,
    articles: elided.filter((each) =>
      (root.next?.get(each) ?? []).every(({ meanings }) => meanings.every(({ concept }) => concept === 'plain')),
    ),
    knows: (text) => keysOf({ text, written: text, number: null, isAfterPause: false }).some((key) => known.has(key)),
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

function branch(): Branch {
  return { next: null, meanings: [] };
}

/** Where a choice of sequences leads from these places: all its alternatives end in one place, so that nothing is multiplied out. */
function grown(choice: readonly (readonly Part[])[], from: readonly Branch[], known: Set<string>, end = branch()): readonly Branch[] {
  const ends = choice.map((sequence) => {
    let places = from;
    for (const [at, part] of sequence.entries()) {
      const next = at === sequence.length - 1 ? end : branch();
      places = typeof part === 'string' ? [after(keyOf(part), places, known, next)] : grown(part, places, known, next);
    }
    return places;
  });
  return [...new Set(ends.flat())];
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
  return /^\d+$/.test(text) ? `=${Number(text)}` : text;
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
