import type { PlainConcept, TimedConcept } from './concepts.ts';
import type { Section } from './sections.ts';
import type { Reason } from './understanding.ts';

/**
 * One language's words, as templates: `a|b` alternatives, `(a|b)` groups, `[a]` what may be left out, `stem*` every
 * ending of a verb, `#` a number, `%` one that is no article. Accents matter only to how a word sounds.
 */
export interface Vocabulary {
  readonly words: Readonly<
    Record<
      Exclude<PlainConcept, 'opening' | 'reported' | 'foreign' | 'put' | 'that-time' | 'instead' | 'in-short' | 'gpu'>,
      readonly string[]
    >
  >;
  /** More of them, which are never looked for by ear: what is only like them is another word. */
  readonly written: Readonly<Partial<Record<PlainConcept, readonly string[]>>>;
  readonly modes: Readonly<Record<'full' | 'quick', readonly string[]>>;
  readonly sections: Readonly<Record<Exclude<Section, 'summary'>, readonly string[]>>;
  /** `{0}` is the first number; `~pm` moves a morning hour to the evening. */
  readonly times: readonly (readonly [template: string, concept: TimedConcept, value: string])[];
  /** Whole sentences that are asked most, as templates: what was misheard is compared with them. */
  readonly sayings: readonly string[];
  readonly overheard: Overheard;
  /** What `stem*` ends in. */
  readonly endings: readonly string[];
  /** Sounds of somebody who thinks: as if they had not been said. */
  readonly hesitations: readonly string[];
  /** Words as people type or swallow them, and as they are written. */
  readonly respelled: Readonly<Record<string, string>>;
  /** Compound numbers are added up: `vingt` 20, `cinq` 5. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Between tens and units: « vingt et un ». */
  readonly numberJoint: string;
  /** How letters and figures of short names are heard: « aime », « m » for M. */
  readonly spelled: Readonly<Record<string, readonly string[]>>;
  /** What « nœud » is taken for before a node's name, where it could be a denial. */
  readonly nodeMisheard: readonly string[];
  /** What a node of one letter is called by its number: « la machine deux ». */
  readonly nodeWords: readonly string[];
  /** Products by the letters that begin a node's name: OL1 is « Ollama ». */
  readonly products: Readonly<Record<string, readonly string[]>>;
  /** Words that somebody is spoken of by: « je ». */
  readonly subjects: readonly string[];
  /** Words that begin what is spoken of somebody or something: « mon ». */
  readonly owners: readonly string[];
  /** How one begins to speak of himself. */
  readonly speakers: readonly string[];
  /** Words that begin a denial: after a pause they belong to nothing before it. */
  readonly denying: readonly string[];
  /** Words that may stand between two clauses: « et », « mais ». */
  readonly joints: readonly string[];
  /** Words after which comes no request of its own: « que », « de ». */
  readonly governing: readonly string[];
  /** Elided words that may be glued to the next: « laudit ». */
  readonly elided: readonly string[];
  /** Of these the mere articles: « n' » denies. */
  readonly articles: readonly string[];
}

/** Phrases that make a whole sentence no request, by why; here `^` begins a sentence, `$` ends it and `_` is any one word. */
export type Overheard = Readonly<Record<Reason, readonly string[]>>;

/** Several lists of words as one. */
export function joined(...parts: readonly Vocabulary['written'][]): Vocabulary['written'] {
  const all: Partial<Record<PlainConcept, readonly string[]>> = {};
  for (const part of parts)
    for (const [concept, templates] of Object.entries(part) as [PlainConcept, readonly string[]][])
      all[concept] = [...(all[concept] ?? []), ...templates];
  return all;
}
