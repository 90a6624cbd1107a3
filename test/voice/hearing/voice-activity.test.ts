import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { energyGate } from '../../../skill/voice/hearing/energy-gate.ts';
import { openSilero, type VoiceActivity } from '../../../skill/voice/hearing/voice-activity.ts';
import { randomFrom } from '../../support/random.ts';
import { framesIn, normal, quiet, scene, spoken, withNoise } from '../../support/speech.ts';
import { isMissing } from '../../support/voices.ts';

const missing = isMissing('espeak-ng');
const silero = await openSilero();
afterAll(() => silero.close());

async function probabilities(samples: Float32Array, activity: VoiceActivity = silero): Promise<readonly number[]> {
  const all: number[] = [];
  activity.reset();
  for (const frame of framesIn(samples)) all.push(await activity.hear(frame));
  return all;
}

const share = (values: readonly number[]) => values.filter((value) => value >= 0.5).length / values.length;
const noise = (seconds: number, loudness: number) => {
  const random = randomFrom(1);
  return quiet(1_000 * seconds).map(() => loudness * normal(random));
};
const hum = (seconds: number) => quiet(1_000 * seconds).map((_, index) => 0.2 * Math.sin((2 * Math.PI * 100 * index) / 16_000));
/** A door: loud at once, and gone within a moment. */
const knocks = (seconds: number) =>
  noise(seconds, 1).map((sample, index) => Math.max(-1, Math.min(1, sample * Math.exp(-(index % 16_000) / 800))));

describe.skipIf(missing)(`Silero${missing ? ' (needs espeak-ng)' : ''}`, () => {
  test('hears that somebody speaks, in noise too', async () => {
    const speech = spoken('Jarvis, donne-moi le détail du réseau.');
    expect(share(await probabilities(speech))).toBeGreaterThan(0.9);
    expect(share(await probabilities(withNoise(speech, 10, randomFrom(2))))).toBeGreaterThan(0.9);
  });

  test.each([
    ['silence', quiet(10_000)],
    ['a quiet room', noise(10, 0.0005)],
    ['a fan', noise(10, 0.05)],
    ['the hum of the mains', hum(10)],
    ['somebody who knocks', knocks(10)],
  ])('is not deceived by %s', async (_, samples) => {
    expect(share(await probabilities(samples))).toBe(0);
  });

  test('carries over from frame to frame, and forgets when it is told to', async () => {
    const { samples } = scene([spoken('État du cluster'), 300, spoken('Stop')]);
    const first = await probabilities(samples);
    expect(await probabilities(samples)).toEqual(first);
    const forgetful: number[] = [];
    for (const frame of framesIn(samples)) {
      silero.reset();
      forgetful.push(await silero.hear(frame));
    }
    expect(share(forgetful)).toBeLessThan(share(first) - 0.2);
  });
});

describe.skipIf(missing)(`a gate of loudness, without Silero${missing ? ' (needs espeak-ng)' : ''}`, () => {
  test('hears somebody in a quiet room, and no quiet room', async () => {
    const { samples } = scene([1_000, spoken('Jarvis, audit système'), 1_000]);
    const values = await probabilities(withNoise(samples, 25, randomFrom(2)), energyGate());
    expect(share(values.slice(0, 30))).toBe(0);
    expect(share(values.slice(33, -40))).toBeGreaterThan(0.7);
    expect(share(values.slice(-20))).toBe(0);
  });

  test('gets used to a fan', async () => {
    const values = await probabilities(
      noise(20, 0.05).map((sample, index) => (index < 32_000 ? sample / 100 : sample)),
      energyGate(),
    );
    expect(share(values.slice(63, 70))).toBe(1);
    expect(share(values.slice(-100))).toBe(0);
  });

  test('takes its place where its packages are not installed', async () => {
    const hooks = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name.startsWith('onnxruntime-web')) throw Object.assign(new Error('no such package'), { code: 'ERR_MODULE_NOT_FOUND' });
        return next(name, context);
      } });`;
    const program = `import { openVoiceActivity } from ${JSON.stringify(new URL('../../../skill/voice/hearing/voice-activity.ts', import.meta.url).href)};
      process.stdout.write((await openVoiceActivity()).id);`;
    const idWith = async (more: readonly string[]) =>
      (await promisify(execFile)(process.execPath, [...more, '--input-type=module', '--eval', program])).stdout;
    expect(await idWith(['--import', `data:text/javascript,${encodeURIComponent(hooks)}`])).toBe('energy');
    expect(await idWith([])).toBe('silero');
  });
});
