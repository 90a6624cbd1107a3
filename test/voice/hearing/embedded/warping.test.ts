import { expect, test } from 'vitest';
import { WIDTH } from '../../../../skill/voice/hearing/embedded/embedder.ts';
import { comparable, meanOf } from '../../../../skill/voice/hearing/embedded/likeness.ts';
import { FARTHEST, warp } from '../../../../skill/voice/hearing/embedded/warping.ts';

/** Each letter is a sound that is like no other. */
function sounds(letters: string): Float32Array {
  const frames = new Float32Array(letters.length * WIDTH);
  for (const [at, letter] of [...letters].entries()) frames[at * WIDTH + (letter.codePointAt(0) ?? 0) - 97] = 1;
  return frames;
}

test('the same is at no distance, however slowly it is said', () => {
  expect(warp(sounds('abcd'), sounds('abcd')).distance).toBeCloseTo(0);
  expect(warp(sounds('aabbbccddd'), sounds('abcd')).distance).toBeCloseTo(0);
  expect(warp(sounds('abcd'), sounds('aaabbccccd')).distance).toBeCloseTo(0);
});

test('a breath before or after costs nothing, another word does', () => {
  expect(warp(sounds('zabcdz'), sounds('abcd')).distance).toBeCloseTo(0);
  expect(warp(sounds('zzzzzabcd'), sounds('abcd')).distance).toBeGreaterThan(0.2);
  expect(warp(sounds('abcdzzzzz'), sounds('abcd')).distance).toBeGreaterThan(0.2);
});

test('one wrong word in an equal sentence is told by the worst of it', () => {
  const { distance, worst } = warp(sounds('abcxyfghij'), sounds('abcdefghij'));
  expect(distance).toBeLessThan(0.35);
  expect(worst).toBeGreaterThan(0.6);
});

test('nothing is far from everything', () => {
  expect(warp(new Float32Array(0), sounds('abc'))).toEqual({ distance: FARTHEST, worst: FARTHEST });
  expect(warp(sounds('abc'), new Float32Array(0)).distance).toBe(FARTHEST);
});

test('what lies over a whole recording, as a voice or a line does, is taken out of it', () => {
  const plain = sounds('abcabcddd').map((value, at) => value + 0.001 * (at % 7));
  const line = plain.map((value, at) => value + (at % WIDTH === 40 ? 0.8 : 0));
  const common = meanOf([plain]);
  const isAway = (ownShare: number) => warp(comparable(line, common, ownShare), comparable(plain, common, ownShare)).distance;
  expect(isAway(0)).toBeGreaterThan(0.2);
  expect(isAway(1)).toBeLessThan(0.001);
  expect(isAway(0.6)).toBeLessThan(isAway(0) / 2);
});
