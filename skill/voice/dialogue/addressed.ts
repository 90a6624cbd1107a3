import { folded, split } from '../../../intents/words.ts';

interface Names {
  /** What may stand before the name. */
  readonly callers: readonly string[];
  readonly names: readonly string[];
}

/** How a sentence begins. */
export interface Addressed {
  /** With the assistant's name. */
  readonly isNamed: boolean;
  /** And holds nothing else. */
  readonly isBare: boolean;
}

/** Whether somebody speaks to the assistant: « Jarvis, … », « dis Jarvis ». */
export function addressed(text: string, { callers, names }: Names): Addressed {
  const words = split(text).map(folded);
  const isCalled = callers.includes(words[0] ?? '') && names.includes(words[1] ?? '');
  const before = names.includes(words[0] ?? '') ? 1 : isCalled ? 2 : 0;
  return { isNamed: before > 0, isBare: before > 0 && words.length === before };
}

/** Whether one of these texts holds the words of a sentence, one after the other. */
export function isPartOf(sentence: string, texts: readonly string[]): boolean {
  const words = plain(sentence);
  return words !== ' ' && texts.some((text) => plain(text).includes(words));
}

const plain = (text: string) => ` ${split(text).map(folded).join(' ')} `;
