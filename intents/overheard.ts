import type { Lexicon } from './lexicon.ts';
import { type Branch, branch, follow, grow, meaningsAt } from './phrases.ts';
import type { Reason } from './understanding.ts';
import type { Overheard, Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Why words that hold these phrases ask nothing of us, whatever else they hold; null when they hold none. */
export type Veto = (words: readonly Word[], lexicon: Lexicon) => Reason | null;

/** `^` and `$` stand where a sentence begins and ends, `_` for any one word. */
const BEGIN = '^';
const END = '$';
const ANY = '_';

/** What is said to others or about others, what is denied, and what we never do: by phrases that nothing beside them can make a request. */
export function vetoOf(vocabularies: readonly Pick<Vocabulary, 'overheard'>[]): Veto {
  const roots = REASONS.map((reason) => ({ reason, root: rootOf(vocabularies.flatMap(({ overheard }) => overheard[reason])) }));
  return (words, lexicon) => {
    const keys = [[BEGIN], ...words.map((word) => [...lexicon.keysOf(word), ANY]), [END]];
    return roots.find(({ root }) => keys.some((_, start) => isAt(root, keys, start)))?.reason ?? null;
  };
}

/** The clearest first. */
const REASONS: readonly (keyof Overheard)[] = ['negated', 'refused', 'not-for-us'];

function rootOf(templates: readonly string[]): Branch {
  const root = branch();
  grow(
    root,
    templates.map((template) => ({ template, meaning: { concept: 'reported' } as const })),
    new Set(),
  );
  return root;
}

function isAt(root: Branch, keys: readonly (readonly string[])[], start: number): boolean {
  let level: readonly Branch[] = [root];
  for (let at = start; at < keys.length && level.length > 0; at++) {
    const next: Branch[] = [];
    for (const place of level) for (const key of keys[at] ?? []) follow(place, key, next);
    if (next.some((place) => meaningsAt(place).length > 0)) return true;
    level = next;
  }
  return false;
}
