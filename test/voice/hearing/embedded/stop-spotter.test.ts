import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../../skill/host/node.ts';
import { PADDING, prepared } from '../../../../skill/voice/hearing/embedded/prepared.ts';
import { openStopSpotter, type StopSpotter } from '../../../../skill/voice/hearing/embedded/stop-spotter.ts';
import { temporaryFolder } from '../../../support/fake-program.ts';
import { spoken, wavOf, withPauses } from '../../../support/hearing.ts';
import { isMissing } from '../../../support/voices.ts';

const cache = temporaryFolder();
const host = createNodeHost();
let shared: Promise<StopSpotter> | null = null;
const spotter = () => {
  shared ??= openStopSpotter({ language: 'fr', folders: { cache: cache.path, data: null }, host }, new AbortController().signal);
  return shared;
};
afterAll(async () => {
  await (await shared)?.close();
  await host.close();
  cache[Symbol.dispose]();
});

const STRANGER = { voice: 'fr-fr+Annie', wordsPerMinute: 165 };
const OURS = { voice: 'fr-fr', wordsPerMinute: 175 };
const SUMMARY = 'Deux nœuds sont en panne sur cinq. La sécurité est à trente-neuf pour cent.';
const word = (text: string) => prepared(spoken(text, STRANGER))?.samples.slice(PADDING, -PADDING) ?? new Float32Array(0);

/** Milliseconds at which it was spotted. */
async function spottedIn(sound: Float32Array, frame = 512) {
  const ear = await spotter();
  ear.reset();
  const hits: number[] = [];
  for (let at = 0; at < sound.length; at += frame) if (await ear.hear(sound.subarray(at, at + frame))) hits.push((at + frame) / 16);
  return hits;
}

describe.skipIf(isMissing('espeak-ng'))('the « stop » spotter', () => {
  // its words are spoken first, on a machine that may be busy
  beforeAll(spotter, 120_000);

  test.each(['stop', 'arrête', 'tais-toi'])('hears « %s » as it ends, once', async (text) => {
    const said = word(text);
    const hits = await spottedIn(withPauses(said, 700, 900));
    expect(hits).toHaveLength(1);
    // 50 ms of what was cut out stand behind the word, and a frame is 32 ms
    const late = (hits[0] ?? 0) - (700 + said.length / 16 - 50);
    expect(late).toBeLessThanOrEqual(120);
    expect(late).toBeGreaterThan(-200);
  });

  test('however the samples come, and again after a while', async () => {
    const twice = new Float32Array(4 * 16_000);
    for (const at of [8_000, 40_000]) twice.set(word('stop'), at);
    expect(await spottedIn(twice, 100)).toHaveLength(2);
    expect(await spottedIn(twice, 16_000)).toHaveLength(2);
  });

  test('does not take our own voice for it, as loud or as soft as it comes back', async () => {
    const ours = spoken(SUMMARY, OURS);
    await (await spotter()).expect(wavOf(ours));
    for (const loudness of [1, 0.2]) expect(await spottedIn(withPauses(ours, 77, 0).map((sample) => loudness * sample))).toEqual([]);
    await (await spotter()).expect(null);
  });

  test('hears nothing in silence, nothing in numbers that are none', async () => {
    expect(await spottedIn(new Float32Array(32_000))).toEqual([]);
    expect(await spottedIn(new Float32Array(32_000).fill(Number.NaN))).toEqual([]);
    expect(await spottedIn(new Float32Array(0))).toEqual([]);
  });

  test('what was heard before a reset is forgotten', async () => {
    const said = word('stop');
    const ear = await spotter();
    ear.reset();
    await ear.hear(withPauses(said.subarray(0, said.length / 2), 700, 0));
    ear.reset();
    expect(await ear.hear(new Float32Array(16_000))).toBe(false);
  });
});
