import type { Concept, Meaning } from './concepts.ts';
import { choicesOf, firstsOf } from './template.ts';
import { folded } from './words.ts';

/** Phrases that share a meaning. */
export interface Entry {
  readonly template: string;
  readonly meaning: Meaning;
}

/** Phrases by their first word, as text: it is read as far as a sentence needs it. */
export interface PhraseTable {
  /** A line each: what it means, a tab, its template. */
  readonly phrases: string;
  /** A line each: a word, and the numbers of the phrases that begin with it. */
  readonly firsts: string;
  /** All other words of theirs. */
  readonly others: string;
}

export function phraseTable(entries: readonly Entry[]): PhraseTable {
  const phrases = entries.flatMap(({ template, meaning }) => choicesOf(plain(template)).map((each) => lineOf(meaning, each)));
  const firsts = new Map<string, number[]>();
  phrases.forEach((phrase, at) => {
    for (const first of firstsOf(textOf(phrase))) firsts.set(keyOf(first), [...(firsts.get(keyOf(first)) ?? []), at]);
  });
  const words = new Set(phrases.flatMap((phrase) => textOf(phrase).split(BETWEEN)));
  return {
    phrases: phrases.join('\n'),
    firsts: [...firsts].map(([key, numbers]) => `${key} ${numbers.join(' ')}`).join('\n'),
    others: [...words].filter((word) => !firsts.has(word)).join(' '),
  };
}

const BETWEEN = /[\s()[\]|]+/;

export function textOf(phrase: string): string {
  return phrase.slice(phrase.indexOf('\t') + 1);
}

export function meaningOf(phrase: string): Meaning {
  const [concept = '', value] = phrase.slice(0, phrase.indexOf('\t')).split('=');
  return value === undefined ? { concept: concept as Concept } : { concept: concept as Concept, value };
}

export function lineOf({ concept, value }: Meaning, text: string): string {
  return `${value === undefined ? concept : `${concept}=${value}`}\t${text}`;
}

/** `=7` is the number seven, however it is written. */
export function keyOf(piece: string): string {
  return /^\d+$/.test(piece) ? `=${Number(piece)}` : piece;
}

function plain(template: string): string {
  return folded(template.toLowerCase()).replace(/['’-]/g, ' ');
}
