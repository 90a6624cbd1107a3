import { describe, expect, test } from 'vitest';
import { createOwnVoice } from '../../../skill/voice/dialogue/own-voice.ts';
import { asHeard, soundOf } from '../../../skill/voice/hearing/embedded/sound-of.ts';
import { RATE_HZ } from '../../../skill/voice/hearing/sound-source.ts';
import { said } from '../../support/said.ts';
import { isMissing } from '../../support/voices.ts';

const SENTENCE = 'Quatre nœuds sur cinq répondent.';
const LATE_MS = 120;
const missing = isMissing('espeak-ng');

describe.skipIf(missing)(`what the microphone hears while we speak${missing ? ' (needs espeak-ng)' : ''}`, () => {
  test('our own voice is ours, late, coloured and echoed as a room makes it', () => {
    const { voice, sound } = speaking();
    expect(voice.whose(inRoom(sound), 1_000 + LATE_MS)).toEqual({ kind: 'ours' });
  });

  test('another voice over ours is theirs', () => {
    const { voice } = speaking();
    expect(voice.whose(heard('Jarvis, audit système', 'fr+f2'), 1_000)).toEqual({ kind: 'theirs', isOver: true });
  });

  test('who speaks right after us is heard from there on', () => {
    const { voice, sound, setNow } = speaking();
    setNow(1_000 + (1000 * sound.length) / RATE_HZ);
    voice.end();
    const command = heard('audit système', 'fr+f2');
    const whose = voice.whose(joined(inRoom(sound), command), 1_000 + LATE_MS);
    expect(whose.kind).toBe('after');
    const from = whose.kind === 'after' ? whose.from : 0;
    // the echo of our last word is not in it, and the first word of theirs is
    expect(from).toBeGreaterThan(sound.length - RATE_HZ / 10);
    expect(from).toBeLessThan(sound.length + RATE_HZ / 2);
  });

  test('who speaks when nothing was said is theirs', () => {
    const { voice } = speaking();
    expect(voice.whose(heard('audit système', 'fr+f2'), 60_000)).toMatchObject({ kind: 'theirs' });
  });

  test('what an engine says by itself may be all that is heard', () => {
    const voice = createOwnVoice(() => 1_500);
    voice.begin(SENTENCE, null);
    expect(voice.whose(heard('audit système', 'fr+f2'), 1_000).kind).toBe('ours');
  });
});

function heard(text: string, voice: string): Float32Array {
  return asHeard(soundOf(said(text, voice)));
}

/** We say a sentence from second 1 on. */
function speaking() {
  let now = 1_000;
  const own = createOwnVoice(() => now);
  const sound = heard(SENTENCE, 'fr-fr');
  const end = own.begin(SENTENCE, { samples: sound, rateHz: RATE_HZ });
  const setNow = (ms: number) => {
    now = ms;
  };
  setNow(4_000);
  return { voice: { ...own, end }, sound, setNow };
}

/** Each echo in samples, and how loud. */
const ECHOES = [
  [0, 0.5],
  [310, 0.3],
  [900, 0.25],
  [2_100, 0.2],
  [4_000, 0.1],
] as const;

function inRoom(sound: Float32Array): Float32Array {
  const room = new Float32Array(sound.length);
  for (const [late, gain] of ECHOES)
    for (let at = late; at < room.length; at += 1) room[at] = (room[at] ?? 0) + gain * (sound[at - late] ?? 0);
  let low = 0;
  // a small loudspeaker, and a hiss that is the same each time
  return room.map((sample, at) => {
    low += 0.6 * (sample - low);
    return low + 0.002 * Math.sin(at * at);
  });
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const all = new Float32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
