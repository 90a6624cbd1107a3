import type { Dimension } from '../../skill/audit/define.ts';
import type { Facts } from './facts.ts';
import { content, type Known } from './known.ts';
import type { Token } from './tokens.ts';

/** What was understood so far, left to right. */
export interface Said {
  readonly told: readonly Known[];
  /** Of this sentence alone. */
  readonly here: readonly Known[];
  /** What was last said of nodes. */
  readonly state: string | null;
  /** In small letters: what « il » and « son » stand for. */
  readonly names: readonly string[];
  readonly mentioned: ReadonlyMap<string, string>;
  /** What the next finding must be, after « le plus grave : ». */
  readonly awaited: ((known: Known) => boolean) | null;
  /** What was counted since the last audit in this sentence: « deux nouveaux, dont … ». */
  /** What the clause before was read as. */
  readonly by: Claim | null;
  readonly counted: 'fresh' | 'fixed' | null;
  /** The dimensions that the next figure is of: « côté sécurité, ». */
  readonly topic: readonly Dimension[];
  /** Those that were scored last; none after the overall score. */
  readonly scored: readonly Dimension[];
  /** Concepts that were spoken of. */
  readonly spoken: ReadonlySet<string>;
  /** Nodes of which the next « tous » does not speak: « à part M3, qui …, tous répondent ». */
  readonly except: readonly string[];
  /** The sentence began with a reason: « puisque … ». */
  readonly isReason: boolean;
  readonly isNothingWrong: boolean;
  readonly isBlind: boolean;
  /** The sentence says that something was not checked again. */
  readonly isStale: boolean;
}

export const NOTHING: Said = {
  told: [],
  here: [],
  state: null,
  names: [],
  mentioned: new Map(),
  awaited: null,
  by: null,
  counted: null,
  topic: [],
  scored: [],
  spoken: new Set(),
  except: [],
  isReason: false,
  isNothingWrong: false,
  isBlind: false,
  isStale: false,
};

/** A run of clauses that is read as one claim. */
export interface Span {
  readonly all: readonly Token[];
  /** Without what says nothing. */
  readonly tokens: readonly Token[];
  readonly names: readonly Token[];
  readonly figures: readonly Token[];
  readonly concepts: ReadonlySet<string>;
  has(concept: string): boolean;
}

/** What is said after this span, or null where it cannot be read so or is not backed. */
export type Claim = (span: Span, facts: Facts, said: Said) => Said | null;

export function spanOf(all: readonly Token[]): Span {
  const tokens = content(all);
  const concepts = new Set(all.flatMap((token) => [...token.concepts]));
  return {
    all,
    tokens,
    names: tokens.filter((token) => token.names !== undefined),
    figures: tokens.filter((token) => token.value !== undefined),
    concepts,
    has: (concept) => concepts.has(concept),
  };
}

/** Every word is one of these concepts; names and figures are the caller's. */
export function isMadeOf({ tokens }: Span, concepts: ReadonlySet<string>): boolean {
  return tokens.every(
    (token) => token.names !== undefined || token.value !== undefined || [...token.concepts].some((concept) => concepts.has(concept)),
  );
}

/** The clauses of a span, without what says nothing. */
export function clausesOf({ all }: Span): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  for (const token of all) {
    if (token.concepts.has('sep')) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses.map(content).filter((clause) => clause.length > 0);
}

/** Nothing is said twice: a second sentence hides in a first where it is. */
export function isSaidOnce({ tokens }: Span): boolean {
  const said = tokens
    .filter(
      ({ concepts, value }) => value === undefined && !['one', 'of', 'the', 'also', 'nor', 'no', 'has'].some((each) => concepts.has(each)),
    )
    .map(({ raw }) => raw);
  return new Set(said).size === said.length;
}

/** One of its meanings is wanted. */
export const hasAny = ({ concepts }: Token, wanted: ReadonlySet<string>) => [...concepts].some((concept) => wanted.has(concept));

/** The ids that a name may stand for. */
export function idsOf(token: Token): readonly string[] {
  return [...(token.names ?? [])];
}

export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Adds what was told; refuses where something else was announced. */
export function telling(said: Said, known: readonly Known[], names?: readonly string[]): Said | null {
  if (said.awaited && known.length > 0 && !known.some(said.awaited)) return null;
  return {
    ...said,
    told: [...said.told, ...known],
    here: [...said.here, ...known],
    names: names ?? said.names,
    awaited: known.length > 0 ? null : said.awaited,
  };
}
