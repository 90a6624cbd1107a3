import type { Concept, Meaning } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { type Branch, follow, meaningsAt, type Phrases } from './phrases.ts';
import type { Word } from './words.ts';

/** A stretch of words and what it may mean; without meanings it is unexplained. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  /** 0 when it was said as we know it, more the worse it was heard. */
  readonly cost: number;
}

/** Whether this is one of the things that it may mean. */
export function means({ meanings }: Segment, concept: Concept): boolean {
  return meanings.some((meaning) => meaning.concept === concept);
}

/** Whether we have a meaning for it. */
export function isExplained({ meanings }: Segment): boolean {
  return meanings.length > 0;
}

/** Longest phrase first, from left to right. */
export function segmentsOf(words: readonly Word[], lexicon: Lexicon): readonly Segment[] {
  const all: Segment[] = [];
  for (let start = 0; start < words.length; ) {
    const phrases = phrasesAt(words, start, lexicon);
    const longest = phrases.reduce<Segment | null>((best, each) => (best && best.end >= each.end ? best : each), null);
    const segment = longest ?? { start, end: start + 1, meanings: [], cost: 0 };
    all.push(segment);
    start = segment.end;
  }
  return all;
}

/** Every phrase of ours that begins at this word; phrases of one length are one segment. */
export function phrasesAt(words: readonly Word[], start: number, lexicon: Lexicon): readonly Segment[] {
  const byEnd = new Map<number, Meaning[]>();
  let level: readonly Reached[] = [];
  for (let end = start; end < words.length; end++) {
    // « ça te va ? pas maintenant » is no phrase
    const word = words[end] as Word;
    if (end > start && (level.length === 0 || (word.isAfterPause && lexicon.denying.has(word.text)))) break;
    level = end === start ? begun(word, lexicon.phrases) : level.flatMap((reached) => step(reached, word));
    const meanings = level.flatMap(({ branch, numbers }) => meaningsAt(branch).map((meaning) => filled(meaning, numbers)));
    if (meanings.length > 0) byEnd.set(end + 1, meanings);
  }
  return [...byEnd].map(([end, meanings]) => ({ start, end, meanings, cost: 0 }));
}

interface Reached {
  readonly branch: Branch;
  readonly numbers: readonly number[];
}

function begun(word: Word, phrases: readonly Phrases[]): readonly Reached[] {
  return word.keys.flatMap((key) => {
    const numbers = numbersIn(key, word);
    return phrases.flatMap((each) => each.after(key).map((branch) => ({ branch, numbers })));
  });
}

function step({ branch, numbers }: Reached, word: Word): readonly Reached[] {
  if (!branch.next && !branch.also) return [];
  return word.keys.flatMap((key) => {
    const children: Branch[] = [];
    follow(branch, key, children);
    if (children.length === 0) return [];
    const read = [...numbers, ...numbersIn(key, word)];
    return children.map((child) => ({ branch: child, numbers: read }));
  });
}

function numbersIn(key: string, { number }: Word): readonly number[] {
  return number !== null && (key === '#' || key === '%') ? [number] : [];
}

function filled(meaning: Meaning, numbers: readonly number[]): Meaning {
  const { value } = meaning;
  if (value === undefined || !value.includes('{')) return meaning;
  return { ...meaning, value: value.replace(/\{(\d)\}/g, (_, index: string) => String(numbers[Number(index)] ?? '')) };
}
