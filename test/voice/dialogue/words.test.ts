import { describe, expect, test } from 'vitest';
import { en } from '../../../locales/en/locale.ts';
import { fr } from '../../../locales/fr/locale.ts';
import { addressed, isPartOf } from '../../../skill/voice/dialogue/addressed.ts';
import { sentencesOf } from '../../../skill/voice/dialogue/sentences.ts';

test('a text is said sentence by sentence, and a number is no end of one', () => {
  expect(sentencesOf('Quatre nœuds sur cinq répondent. JARVIS 10.2 : note, trente-neuf. Oui ? …', 'fr')).toEqual([
    'Quatre nœuds sur cinq répondent.',
    'JARVIS 10.2 : note, trente-neuf.',
    'Oui ?',
  ]);
});

describe('a sentence is for the assistant', () => {
  test.each([
    ['Jarvis, audit système', true, false],
    ['dis Jarvis état du cluster', true, false],
    ['Hé, JARVIS !', true, true],
    ['jarvis', true, true],
    ['audit système', false, false],
    ["j'ai parlé à Jarvis", false, false],
    ['', false, false],
  ])('« %s »', (text, isNamed, isBare) => {
    expect(addressed(text, fr.listening)).toEqual({ isNamed, isBare });
  });

  test('in English too', () => {
    expect(addressed('Hey Jarvis, system audit', en.listening)).toEqual({ isNamed: true, isBare: false });
  });
});

test('our own words are known again, whatever their accents and signs', () => {
  expect(isPartOf('audite le systeme', ["J'audite le système."])).toBe(true);
  expect(isPartOf('audit système', ["J'audite le système."])).toBe(false);
  expect(isPartOf('', ["J'audite le système."])).toBe(false);
});

test('what is said while somebody waits is true to the numbers', () => {
  expect(fr.listening.progress(6, 10)).toBe('Six cibles lues sur dix.');
  expect(fr.listening.progress(1, 2)).toBe('Une cible lue sur deux.');
  expect(en.listening.progress(6, 10)).toBe('Six of ten targets read.');
});
