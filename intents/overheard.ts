import { type Branch, follow, meaningsAt, type Phrases, phrasesOf } from './phrases.ts';
import { overheard } from './tables.ts';
import type { Reason } from './understanding.ts';
import type { Word } from './words.ts';

/** Why words that hold these phrases ask nothing of us, whatever else they hold; null when they hold none. */
export type Veto = (words: readonly Word[]) => Reason | null;

/** `$` stands where a sentence ends, `_` for any one word. */
const END = '$';
const ANY = '_';

/** What is said to others or about others, what is denied, and what we never do: by phrases that nothing beside them can make a request. */
export function vetoOf(): Veto {
  const all = overheard().map(({ reason, anywhere, atStart }) => ({ reason, anywhere: phrasesOf(anywhere), atStart: phrasesOf(atStart) }));
  return (words) => {
    const keys = [...words.map((word) => [...word.keys, ANY]), [END]];
    const found = all.find(({ anywhere, atStart }) => isAt(atStart, keys, 0) || keys.some((_, start) => isAt(anywhere, keys, start)));
    return found?.reason ?? null;
  };
}

function isAt(phrases: Phrases, keys: readonly (readonly string[])[], start: number): boolean {
  let level: readonly Branch[] = (keys[start] ?? []).flatMap(phrases.after);
  for (let at = start + 1; level.length > 0; at++) {
    if (level.some((place) => meaningsAt(place).length > 0)) return true;
    const next: Branch[] = [];
    for (const place of level) for (const key of keys[at] ?? []) follow(place, key, next);
    level = next;
  }
  return false;
}
