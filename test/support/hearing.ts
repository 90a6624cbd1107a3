import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asHeard, soundOf } from '../../skill/voice/hearing/embedded/sound-of.ts';
import { readWav, type Wav } from '../../skill/voice/wav.ts';
import { temporaryFolder } from './fake-program.ts';
import { wavFile } from './sound.ts';

/** Somebody of espeak's. */
export interface Speaking {
  readonly voice: string;
  readonly wordsPerMinute?: number;
  /** 0 to 99. */
  readonly pitch?: number;
}

/** A sentence as a microphone would have recorded it, without a room or a noise. */
export function spoken(text: string, { voice, wordsPerMinute = 160, pitch = 50 }: Speaking): Float32Array {
  using folder = temporaryFolder();
  const file = join(folder.path, 'speech.wav');
  const options = ['-v', voice, '-s', String(wordsPerMinute), '-p', String(pitch), '-b', '1', '-w', file, '--stdin'];
  execFileSync('espeak-ng', options, { input: `${text}\n` });
  return asHeard(soundOf(readFileSync(file)));
}

/** With so many decibels less of a noise like that of a fan; the same noise for the same seed. */
export function noisy(sound: Float32Array, decibels: number, seed = 1): Float32Array {
  const next = numbers(seed);
  const loud = sound.filter((sample) => Math.abs(sample) > 0.003);
  const power = loud.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, loud.length);
  const level = Math.sqrt(power / 10 ** (decibels / 10));
  let low = 0;
  return sound.map((sample) => {
    // four together are near enough to a bell; the filter keeps the variance
    const white = Math.sqrt(3) * (next() + next() + next() + next() - 2);
    low = 0.85 * low + Math.sqrt(1 - 0.85 ** 2) * white;
    return sample + level * low;
  });
}

function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Silence before and after, as a voice activity detector leaves it. */
export function withPauses(sound: Float32Array, beforeMs: number, afterMs: number): Float32Array {
  const whole = new Float32Array(sound.length + 16 * (beforeMs + afterMs));
  whole.set(sound, 16 * beforeMs);
  return whole;
}

/** What a telephone lets through: nothing above 4 kHz. */
export function overTelephone(sound: Float32Array): Float32Array {
  const half = Float32Array.from(
    { length: Math.floor(sound.length / 2) },
    (_, at) => ((sound[2 * at] ?? 0) + (sound[2 * at + 1] ?? 0)) / 2,
  );
  return asHeard({ samples: half, rate: 8_000 });
}

/** The same as a file of 16 bits, as an engine would have written it. */
export function wavOf(sound: Float32Array): Wav {
  const samples = Buffer.alloc(2 * sound.length);
  for (const [at, sample] of sound.entries()) samples.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, sample))), 2 * at);
  return readWav(wavFile(samples));
}
