import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sayable } from '../sayable.ts';
import { claimsOf } from './claims-of.ts';
import type { Entries, Entry } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';
import { WAYS } from './ways.ts';

/** An open finding, as it may be told. */
export interface Known {
  readonly finding: ReportFinding;
  /** Any of these is enough: tokens or concepts that must all be said. */
  readonly told: readonly (readonly Need[])[];
  readonly remedies: readonly (readonly Need[])[];
  /** Words and figures that may be said of it, and of its remedy. */
  readonly words: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly remedyWords: ReadonlySet<string>;
  readonly remedyConcepts: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export interface Need {
  readonly raw?: string;
  readonly concepts: ReadonlySet<string>;
}

/** What a finding lets one say. */
export function knownOf(finding: ReportFinding, report: Report, locale: Locale, names: Entries): Known {
  const words = wordsOf(locale, sayable(finding.message as Message, report, locale));
  const raw = wordsOf(locale, finding.message as Message);
  const ways = WAYS[finding.message.id] ?? {};
  const tokens = (text: string | null) => content(read(text ?? '', names, locale) ?? []);
  const spoken = tokens(words.spoken);
  const said = [...spoken, ...tokens(raw.text.replace(/\s*\([^)]*\)/g, ''))];
  const action = tokens(words.action);
  const remedy = tokens(words.remedy?.replace(/\s*\([^)]*\)/g, '').replace(/[;,] .*/, '') ?? null);
  const { failure } = finding.message.values;
  const connection = typeof failure === 'string' ? [`conn:${failure}`] : [];
  const apart = new Set((ways.apart ?? '').split(' ').filter((each) => !spoken.some(({ concepts }) => concepts.has(each))));
  const isOwn = (way: string) => way.split(' ').every((each) => !apart.has(each));
  const own = [finding.target, finding.subject, ...Object.values(finding.message.values).flat()].filter((each) => typeof each === 'string');
  return {
    finding,
    told: [...ways_([...(ways.told ?? []), ...connection].filter(isOwn)), needs(spoken)].filter((each) => each.length > 0),
    remedies: finding.stale
      ? ways_(['do:recheck'])
      : [...ways_(ways.remedy), needs(action), needs(remedy)].filter((each) => each.length > 0),
    words: new Set(said.filter(isWord).map((token) => token.raw)),
    concepts: new Set([
      ...conceptsOf(spoken),
      ...[...(ways.told ?? []), ...connection, ways.also ?? '']
        .flatMap((way) => way.split(' '))
        .filter((each) => each !== 'measure' && each !== 'num' && !apart.has(each)),
    ]),
    remedyWords: new Set([...action, ...remedy].filter(isWord).map((token) => token.raw)),
    remedyConcepts: new Set(
      [...conceptsOf(action), ...(finding.stale ? ['do:recheck'] : []), ...(ways.remedy ?? []), ways.remedyAlso ?? ''].flatMap((way) =>
        way.split(' '),
      ),
    ),
    figures: new Set([...said, ...tokens(raw.spoken)].flatMap(figureOf)),
    names: new Set([...own.map((name) => name.toLowerCase()), ...spoken.flatMap((token) => [...(token.names ?? [])])]),
  };
}

const ways_ = (combinations: readonly string[] = []): readonly (readonly Need[])[] =>
  combinations.map((way) => way.split(' ').map((concept) => ({ concepts: new Set([concept]) })));

function needs(tokens: readonly Token[]): readonly Need[] {
  return tokens
    .filter((token) => isWord(token) || figureOf(token).length > 0)
    .map((token) => ({ raw: token.raw, concepts: new Set([...token.concepts].filter((each) => !TOO_WIDE.has(each))) }));
}

const TOO_WIDE = new Set(['_', 'adv', 'down', 'up', 'other', 'has', 'all', 'read', 'falls', 'lose']);

/** Too general to mean a thing that a sentence speaks of. */
const GENERAL = new Set(
  '_ adv sep upon he therefore more of the it its one also num measure none nor not only all other has read next if plus no yes points half several name first up down has worst critical high medium'.split(
    ' ',
  ),
);

function conceptsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isWord).flatMap(({ concepts }) => [...concepts].filter((each) => !GENERAL.has(each)));
}

const isWord = (token: Token) => token.names === undefined && token.value === undefined;

/** A figure with its unit, as one string. */
export function figureOf({ value, unit, concepts }: Token): readonly string[] {
  return value === undefined || concepts.has('one') ? [] : [`${value}${unit ?? ''}`];
}

/** Without what says nothing. */
export function content(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ concepts }) => !concepts.has('_') && !concepts.has('sep') && !concepts.has('adv'));
}

export function read(text: string, names: Entries, locale: Locale, isName: (entry: Entry, written: string) => boolean = isNameAsWritten) {
  return tokensOf(text, names, claimsOf(locale), isName);
}

/** A name that is also a word is the name where it is written as in the inventory. */
export function isNameAsWritten({ concepts }: Entry, written: string): boolean {
  return concepts.includes(`as:${written}`) || concepts.includes('as:only');
}
