import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verify, verifySentence } from '../../../reporters/llm/verify.ts';
import { sceneOf } from '../../support/told-scenes.ts';

/** Our own sentences, by scene: many ways to say what is, and many to say what is not. */
const told = (file: string) => {
  const scenes = new Map<string, string[]>();
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')) {
    const [scene = '', text = ''] = line.split('|');
    scenes.set(scene, [...(scenes.get(scene) ?? []), text]);
  }
  return [...scenes];
};

const before = (text: string, sentence: string) => text.slice(0, text.indexOf(sentence)).trim();

describe.each(told('truths.txt'))('%s', (name, texts) => {
  const { report, locale } = sceneOf(name);

  test('what is so may be said in many ways', () => {
    expect(texts.filter((text) => !verify(text, report, locale).ok)).toEqual([]);
  });

  test('a truth is one sentence by sentence, as it streams', () => {
    const refused = texts.flatMap((text) =>
      text.split(/(?<=[.!?])\s+/).filter((sentence) => !verifySentence(sentence, report, locale, before(text, sentence)).ok),
    );
    expect(refused).toEqual([]);
  });
});

test.each(told('lies.txt'))('%s: no lie goes through', (name, texts) => {
  const { report, locale } = sceneOf(name);
  expect(texts.filter((text) => verify(text, report, locale).ok)).toEqual([]);
});
