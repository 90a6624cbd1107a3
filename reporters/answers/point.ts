import type { Slots } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import { printable } from '../../skill/audit/plain-strings.ts';
import type { Report } from '../../skill/audit/report.ts';
import { sayableComponent, sayableName } from '../sayable.ts';
import type { Grounds } from './answer.ts';

/** One sentence of an answer, for the ear and for the eye; empty where it is for the other alone. */
export interface Point {
  readonly said: string;
  readonly shown: string;
  /** 0 must be there; the higher, the sooner it is left out. */
  readonly optional: number;
}

/** The points of an answer that tells `most` of a kind; those not told are counted. */
export type Compose = (most: number) => readonly Point[];
export type Composer = (slots: Slots, grounds: Grounds, locale: Locale) => Compose;

/** How a name stands in a sentence: one that is said, or one that is shown. */
export type Name = (name: string) => string;

const LONGEST_NAME = 60;

/** A sentence whose names are said and shown each in their way. Figures become words where it is said. */
export function point(locale: Locale, optional: number, write: (name: Name) => string): Point {
  return { said: write((name) => sayableName(name, locale)), shown: write(shownName(locale)), optional };
}

/** The same of components, some of which may be addresses. */
export function componentPoint(report: Report, locale: Locale, optional: number, write: (name: Name) => string): Point {
  return { said: write((name) => sayableComponent(name, report, locale)), shown: write(shownName(locale)), optional };
}

export function shownOnly(text: string, optional = 0): Point {
  return { said: '', shown: text, optional };
}

export function saidOnly(text: string, optional = 0): Point {
  return { said: text, shown: '', optional };
}

/** A name on one line that steers no terminal. */
export function shownName({ speech }: Locale): Name {
  return (name) => {
    const plain = oneLine(name);
    return plain === '' ? speech.nameless : cut(plain, LONGEST_NAME);
  };
}

export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** At most so many characters, whole words where there are any. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const short = text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const end = short.lastIndexOf(' ');
  return `${(end > longest / 2 ? short.slice(0, end) : short).trimEnd()}…`;
}

/** The first few names, and how many more there are. */
export function few<T>(all: readonly T[], most: number): readonly [readonly T[], number] {
  // naming one more is as short as saying that there is one
  return all.length === most + 1 ? [all, 0] : [all.slice(0, most), Math.max(0, all.length - most)];
}
