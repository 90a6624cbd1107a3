import { expect, test } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';

/** Every path with the kind of what stands there; a remedy or spoken form is the language's own choice, and so is how long a list is. */
function shape(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return [`${path}: words`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}/${key}`));
}
const withoutSpoken = (paths: readonly string[]) => paths.filter((path) => !/^\/findings\/.*\/spoken:/.test(path)).toSorted();

test('English has the same words as French, and no other', () => {
  expect(withoutSpoken(shape(en))).toEqual(withoutSpoken(shape(fr)));
});

test('what French says in its own way aloud, English does too', () => {
  const aloud = (locale: typeof fr) => shape(locale).filter((path) => path.endsWith('/spoken: function'));
  expect(aloud(en)).toEqual(expect.arrayContaining([...aloud(fr)]));
});

test('each locale says which language it is', () => {
  expect([fr.language, en.language]).toEqual(['fr', 'en']);
});

test('no title, label or fixed phrase is empty', () => {
  for (const locale of [fr, en]) {
    const texts = (value: unknown): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : typeof value === 'string' ? [value] : [];
    expect(texts(locale).filter((text) => (text as string).trim() === '')).toEqual([]);
  }
});

test('English leaves no French behind', () => {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : typeof value === 'string' ? [value] : [];
  expect(texts(en).filter((text) => /[éèàùçœ«»]| [:;!?]/.test(text))).toEqual([]);
});
