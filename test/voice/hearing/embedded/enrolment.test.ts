import { afterAll, expect, test } from 'vitest';
import { type Embedder, openEmbedder } from '../../../../skill/voice/hearing/embedded/embedder.ts';
import { enrol, type Prompter } from '../../../../skill/voice/hearing/embedded/enrolment.ts';
import { spoken } from '../../../support/hearing.ts';
import { isMissing } from '../../../support/voices.ts';

const USER = 'fr-fr+Annie';
let opened: Promise<Embedder> | null = null;
const embedder = () => {
  opened ??= openEmbedder();
  return opened;
};
afterAll(async () => (await opened)?.close());

const say = (text: string, wordsPerMinute = 150) => spoken(text, { voice: USER, wordsPerMinute });
const three = (text: string) => [140, 150, 160].map((wordsPerMinute) => say(text, wordsPerMinute));

/** Records these, and tells what the user was told. */
async function recorded(sounds: readonly Float32Array[], sentences: readonly string[]) {
  const told: string[] = [];
  const prompter: Prompter = {
    ask: (sentence, number, total) => told.push(`${number}/${total} ${sentence}`),
    again: (flaw) => told.push(flaw),
    restart: (sentence) => told.push(`restart ${sentence}`),
    skip: (sentence) => told.push(`skip ${sentence}`),
  };
  async function* source() {
    yield* sounds;
  }
  const kept = await enrol(source(), { sentences, embedder: await embedder(), common: null, prompter });
  return { told, kept: Object.fromEntries([...kept].map(([sentence, frames]) => [sentence, frames.length])) };
}

test.skipIf(isMissing('espeak-ng'))('each sentence is asked for three times, and no more is listened to', async () => {
  const { told, kept } = await recorded([...three('état du cluster'), ...three('stop'), say('encore')], ['état du cluster', 'stop']);
  expect(told).toEqual(['1/6 état du cluster', '2/6 état du cluster', '3/6 état du cluster', '4/6 stop', '5/6 stop', '6/6 stop']);
  expect(kept).toEqual({ 'état du cluster': 3, stop: 3 });
});

test.skipIf(isMissing('espeak-ng'))('silence, a click, a whisper, distortion and a speech are asked for again', async () => {
  const good = three('état du cluster');
  const loud = good[0] ?? new Float32Array(0);
  const flawed = [
    new Float32Array(16_000),
    loud.slice(3_000, 4_500),
    loud.map((sample) => sample / 200),
    loud.map((sample) => Math.max(-1, Math.min(1, 30 * sample))),
    new Float32Array(7 * 16_000).fill(0.1),
  ];
  const { told, kept } = await recorded([...flawed, ...good], ['état du cluster']);
  expect(told.filter((line) => !line.includes('/'))).toEqual(['silent', 'short', 'quiet', 'clipped', 'long']);
  expect(kept).toEqual({ 'état du cluster': 3 });
});

test.skipIf(isMissing('espeak-ng'))('what is unlike the others is asked for again', async () => {
  const [one, two, last] = three('état du cluster') as [Float32Array, Float32Array, Float32Array];
  const { told, kept } = await recorded([one, say('je voudrais du pain'), two, last], ['état du cluster']);
  expect(told).toContain('unlike');
  expect(kept).toEqual({ 'état du cluster': 3 });
});

test.skipIf(isMissing('espeak-ng'))('where the first was the wrong one, the sentence is begun anew', async () => {
  const good = three('état du cluster');
  const { told, kept } = await recorded([say('je voudrais du pain'), ...good.slice(1), ...good], ['état du cluster']);
  expect(told).toContain('restart état du cluster');
  expect(kept).toEqual({ 'état du cluster': 3 });
});

test('a sentence that will not succeed is left out, and the sound may end before all was said', async () => {
  const { told, kept } = await recorded(
    Array.from({ length: 7 }, () => new Float32Array(16_000)),
    ['stop', 'pourquoi', 'répète'],
  );
  expect(told).toContain('skip stop');
  expect(told.at(-1)).toBe('4/9 pourquoi');
  expect(kept).toEqual({});
});
