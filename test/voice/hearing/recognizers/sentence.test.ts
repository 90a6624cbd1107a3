import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../../intents/matcher.ts';
import { imagined as english } from '../../../../locales/en/hearing/imagined.ts';
import { imagined as french } from '../../../../locales/fr/hearing/imagined.ts';
import { sentenceOf } from '../../../../skill/voice/hearing/recognizers/sentence.ts';

describe('what nobody said is nothing', () => {
  test.each([
    "Sous-titres réalisés par la communauté d'Amara.org",
    "Sous-titres réalisés para la communauté d'Amara.org",
    'Sous-titrage Société Radio-Canada',
    "❤️ par SousTitreur.com... Sous-titrage ST' 501",
    "Merci d'avoir regardé cette vidéo !",
    'Merci.',
    'Merci. Merci. Merci.',
    "N'hésitez pas à vous abonner à la chaîne !",
    'Thank you.',
    'Thank you. Thank you.',
    'Thanks for watching!',
    'Subtitles by the Amara.org community',
    'you',
    'Bye.',
    '[BLANK_AUDIO]',
    '[Musique]',
    '(rires)',
    '*soupir*',
    '♪ ♪ ♪',
    '...',
    '…',
    '🎵',
  ])('%s', (text) => {
    expect(sentenceOf(text)).toBeNull();
  });
});

describe('what was said is kept', () => {
  test.each([
    ['État du cluster.', 'État du cluster.'],
    ['  Jarvis,\n audit\tsystème\u0000 ', 'Jarvis, audit système'],
    ["État du cluster. Sous-titres réalisés par la communauté d'Amara.org", 'État du cluster.'],
    ['Merci. Et M2 ?', 'Et M2 ?'],
    ['Merci de lancer un audit', 'Merci de lancer un audit'],
    ['Thank you for auditing the cluster', 'Thank you for auditing the cluster'],
    ['stop', 'stop'],
    ['Silence !', 'Silence !'],
    ['a\u202eb', 'a b'],
  ])('%j', (text, sentence) => {
    expect(sentenceOf(text)).toBe(sentence);
  });

  test('the prompt within a sentence is part of it', () => {
    expect(sentenceOf('M1, M2', 'M1, M2')).toBeNull();
    expect(sentenceOf('et M1, M2 ?', 'M1, M2')).toBe('et M1, M2 ?');
  });
});

test.each([...french, ...english])('« %s » is no command of ours, in a conversation or out of it', (text) => {
  const match = createMatcher(['M1', 'M2']);
  const said = text.replace('…', '');
  expect([match(said, 'idle').intent, match(said, 'active').intent]).toEqual(['none', 'none']);
});
