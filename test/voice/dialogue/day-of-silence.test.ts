import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { attend } from '../../../skill/voice/dialogue/attention.ts';
import { createOwnVoice } from '../../../skill/voice/dialogue/own-voice.ts';
import { energyGate } from '../../../skill/voice/hearing/energy-gate.ts';
import { createListener } from '../../../skill/voice/hearing/listener.ts';
import { FRAME_MS, FRAME_SAMPLES, type SoundSource } from '../../../skill/voice/hearing/sound-source.ts';
import { dialogueWith, saying } from '../../support/dialogue.ts';
import { figure } from '../../support/gathering.ts';

const HOUR_FRAMES = 3_600_000 / FRAME_MS;
const DAY_HOURS = 24;
/** Caches and code fill in the first hour; a leak of one number a frame would be 20 MiB. */
const MOST_GROWTH_MIB = 4;

test('a day of a quiet room, with a knock now and then, takes no memory', { timeout: 240_000 }, async () => {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const room = dialogueWith(() => saying('Oui.'), over.signal);
  const collect = garbageCollector();
  const heldMiB: number[] = [];
  const source: SoundSource = {
    id: 'a room',
    isHurried: true,
    async *open() {
      for (let hour = 0; hour <= DAY_HOURS; hour += 1) {
        for (let frame = 0; frame < HOUR_FRAMES; frame += 1) yield sound(frame);
        collect();
        heldMiB.push(process.memoryUsage().heapUsed / 2 ** 20 + process.memoryUsage().arrayBuffers / 2 ** 20);
      }
    },
  };
  const listener = createListener(source, { activity: energyGate() });
  let utterances = 0;
  const hooks = {
    onStarted: room.dialogue.started,
    onStop: room.dialogue.stop,
    onUtterance() {
      utterances += 1;
      room.hears(null);
    },
  };
  await attend({ listener, spotter: null, ownVoice: createOwnVoice(() => performance.now()) }, hooks, over.signal);
  const [first = 0, last = 0] = [heldMiB[0], heldMiB.at(-1)];
  figure(`${first.toFixed(1)} MiB after an hour, ${last.toFixed(1)} after a day more, ${utterances} knocks heard`);
  expect(utterances).toBeGreaterThan(DAY_HOURS);
  expect(room.asked).toEqual([]);
  expect(last - first).toBeLessThan(MOST_GROWTH_MIB);
});

/** A hiss; every ten minutes half a second of something louder. */
function sound(frame: number): Float32Array {
  const isKnock = frame % Math.round(600_000 / FRAME_MS) < 16 && frame > 1_000;
  return noise(isKnock ? 0.2 : 0.002)[frame % NOISES] ?? new Float32Array(FRAME_SAMPLES);
}

const NOISES = 50;
const made = new Map<number, readonly Float32Array[]>();

function noise(loudness: number): readonly Float32Array[] {
  const ready = made.get(loudness);
  if (ready) return ready;
  const frames = Array.from({ length: NOISES }, (_, frame) =>
    new Float32Array(FRAME_SAMPLES).map((__, at) => loudness * Math.sin(at * at + frame)),
  );
  made.set(loudness, frames);
  return frames;
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
