import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { energyGate } from '../../skill/voice/hearing/energy-gate.ts';
import { createSegmenter } from '../../skill/voice/hearing/segments.ts';
import { FRAME_MS, RATE_HZ } from '../../skill/voice/hearing/sound-source.ts';
import { openSilero, type VoiceActivity } from '../../skill/voice/hearing/voice-activity.ts';
import { randomFrom } from '../support/random.ts';
import type { Silence } from '../support/silence-loop.ts';
import { framesIn, normal, type Said, scene, spoken, withNoise } from '../support/speech.ts';
import { installed } from '../support/voices.ts';
import type { Figure } from './figures.ts';
import { median } from './measure.ts';

const VOICES = ['fr-fr', 'fr-be', 'fr-ch', 'fr-fr+f3', 'fr-fr+m5', 'en-gb'];
const PHRASES = [
  'Jarvis, audit système',
  'État du cluster',
  'Stop',
  'Qu’est-ce qui est le plus grave ?',
  'Oui',
  'Comment va M1 ?',
  'Répète',
  'Donne-moi le détail du réseau',
];
/** Cut where it should be: so early or late, at most. */
const START_MS = 150;
const END_MS = 260;
const SILENT_MINUTES = 60;
const MOST_CPU = 0.05;
const MOST_GROWTH_KIB = 512;

interface Scene {
  readonly samples: Float32Array;
  readonly said: readonly Said[];
}

const DISTURBANCES: Readonly<Record<string, (samples: Float32Array, seed: number) => Float32Array>> = {
  clean: (samples) => samples,
  'noise at 20 dB': (samples, seed) => withNoise(samples, 20, randomFrom(seed)),
  'noise at 10 dB': (samples, seed) => withNoise(samples, 10, randomFrom(seed)),
  'noise at 5 dB': (samples, seed) => withNoise(samples, 5, randomFrom(seed)),
  'knocks, one a second': knocked,
};

/** How exactly what is said is cut out of a room, and what listening to nothing costs. */
export async function* voiceActivity(isWanted: (name: string) => boolean): AsyncGenerator<Figure> {
  const name = 'voice-activity';
  if (!isWanted(name)) return;
  if (installed('espeak-ng') === null) {
    yield figureOf(name, 'not measured: no espeak-ng here', '', true, {});
    return;
  }
  const scenes = VOICES.flatMap((voice) => PHRASES.map((phrase) => twice(spoken(phrase, voice))));
  const silero = await openSilero();
  for (const activity of [silero, energyGate()]) {
    for (const [room, disturb] of Object.entries(DISTURBANCES)) {
      yield await exactness(
        `${name}: ${activity.id}, ${room}`,
        activity,
        scenes.map((each, seed) => ({ ...each, samples: disturb(each.samples, seed) })),
      );
    }
  }
  await silero.close();
  yield await silence(`${name}: ${SILENT_MINUTES} minutes of silence`);
}

/** The same phrase, one second apart. */
function twice(phrase: Float32Array): Scene {
  return scene([1_200, phrase, 1_000, phrase, 1_500]);
}

function knocked(samples: Float32Array, seed: number): Float32Array {
  const random = randomFrom(seed);
  return samples.map((sample, index) => {
    const knock = 0.5 * normal(random) * Math.exp(-((index + RATE_HZ / 3) % RATE_HZ) / 400);
    return Math.max(-1, Math.min(1, sample + knock));
  });
}

async function exactness(name: string, activity: VoiceActivity, scenes: readonly Scene[]): Promise<Figure> {
  const startedAt = performance.now();
  let heardMs = 0;
  const off: { readonly startMs: number; readonly endMs: number }[] = [];
  let exact = 0;
  for (const { samples, said } of scenes) {
    const ended = await cut(samples, activity);
    heardMs += (1_000 * samples.length) / RATE_HZ;
    const here = ended.map(({ startedMs, lastSoundMs }, index) => ({
      startMs: startedMs - (said[index]?.startMs ?? 0),
      endMs: lastSoundMs - (said[index]?.endMs ?? 0),
    }));
    const isExact = here.length === said.length && here.every((at) => Math.abs(at.startMs) <= START_MS && Math.abs(at.endMs) <= END_MS);
    if (isExact) exact += 1;
    if (here.length === said.length) off.push(...here);
  }
  const factor = (performance.now() - startedAt) / heardMs;
  const [startMs, endMs] = [median(off.map((at) => at.startMs)), median(off.map((at) => at.endMs))];
  const value = `${exact}/${scenes.length} exact, start ${signed(startMs)}, end ${signed(endMs)}, factor ${factor.toFixed(4)}`;
  // the gate is there for those who have nothing better
  const isPromised = activity.id === 'silero';
  const isKept = !isPromised || (exact >= 0.95 * scenes.length && factor <= 0.1);
  return figureOf(name, value, isPromised ? '95 % exact, factor 0.1' : '', isKept, { exact, of: scenes.length, startMs, endMs, factor });
}

async function cut(samples: Float32Array, activity: VoiceActivity) {
  const segmenter = createSegmenter();
  activity.reset();
  const events = [];
  let endMs = 0;
  for (const frame of framesIn(samples)) {
    endMs += FRAME_MS;
    events.push(...segmenter.push({ samples: frame, probability: await activity.hear(frame), endMs }));
  }
  return [...events, ...segmenter.flush()].filter((event) => event.type === 'speech-ended');
}

async function silence(name: string): Promise<Figure> {
  const loop = fileURLToPath(new URL('../support/silence-loop.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', loop, String(SILENT_MINUTES)]);
  const told = JSON.parse(stdout) as Silence;
  const grownKiB = told.heapKiB[1] - told.heapKiB[0];
  const cpu = told.cpuMs / (SILENT_MINUTES * 60_000);
  const value = `heap ${grownKiB < 0 ? '' : '+'}${Math.round(grownKiB)} KiB, ${Math.round(told.rssMiB[1])} MiB, ${(100 * cpu).toFixed(1)} % of a processor`;
  const isKept = grownKiB <= MOST_GROWTH_KIB && cpu <= MOST_CPU && told.heard[0] === 0 && told.heard[1] === 1;
  return { ...figureOf(name, value, `+${MOST_GROWTH_KIB} KiB, ${100 * MOST_CPU} %`, isKept, told), cpuMs: told.cpuMs };
}

function signed(ms: number): string {
  return `${ms < 0 ? '−' : '+'}${Math.abs(Math.round(ms))} ms`;
}

function figureOf(name: string, value: string, target: string, isKept: boolean, data: object): Figure {
  return { name, value, target, cpuMs: null, ratio: null, isKept, dominated: null, data };
}
