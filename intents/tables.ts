import { vocabulary as english } from '../locales/en/hearing/vocabulary.ts';
import { vocabulary as french } from '../locales/fr/hearing/vocabulary.ts';
import type { Concept } from './concepts.ts';
import { type Entry, type PhraseTable, phraseTable } from './phrase-table.ts';
import { sayingTable } from './sayings.ts';
import { type SoundTable, soundTable } from './sound-table.ts';
import { choicesOf } from './template.ts';
import type { Reason } from './understanding.ts';
import type { Overheard, Vocabulary } from './vocabulary.ts';

/** All languages at once: people mix them. */
const VOCABULARIES: readonly Vocabulary[] = [french, english];

/** The smaller lists of words. */
export type Lists = Omit<Vocabulary, 'words' | 'written' | 'modes' | 'sections' | 'times' | 'sayings' | 'overheard'>;

/*
 * What the matcher knows of languages. Each is computed when a sentence first needs it; the build runs these functions and puts what
 * they return in their place.
 */

export function lists(): readonly Lists[] {
  return VOCABULARIES.map(({ words, written, modes, sections, times, sayings, overheard, ...rest }) => rest);
}

export function phrases(): PhraseTable {
  return phraseTable([...VOCABULARIES.flatMap(entriesOf), ...VOCABULARIES.flatMap(({ written }) => plainOf(written))]);
}

export function sounds(): SoundTable {
  return soundTable(
    VOCABULARIES.flatMap(entriesOf),
    VOCABULARIES.flatMap((vocabulary) => vocabulary.articles),
  );
}

/** Phrases that make a whole sentence no request: wherever they stand, or where it starts. */
interface Veto {
  readonly reason: Reason;
  readonly anywhere: PhraseTable;
  readonly atStart: PhraseTable;
}

const BEGIN = '^';
/** The clearest first. */
const REASONS: readonly (keyof Overheard)[] = ['negated', 'refused', 'not-for-us'];

export function overheard(): readonly Veto[] {
  return REASONS.map((reason) => {
    const all = VOCABULARIES.flatMap((vocabulary) => vocabulary.overheard[reason]).flatMap(choicesOf);
    const tableOf = (templates: readonly string[]) =>
      phraseTable(templates.map((template) => ({ template, meaning: { concept: 'reported' } })));
    return {
      reason,
      anywhere: tableOf(all.filter((each) => !each.startsWith(BEGIN))),
      atStart: tableOf(all.filter((each) => each.startsWith(BEGIN)).map((each) => each.slice(BEGIN.length))),
    };
  });
}

export function sayings(): string {
  return sayingTable(VOCABULARIES.flatMap((vocabulary) => vocabulary.sayings));
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
