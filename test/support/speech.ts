import { execFileSync } from 'node:child_process';
import { monoOf } from '../../skill/voice/hearing/pcm.ts';
import { createResampler } from '../../skill/voice/hearing/resample.ts';
import { FRAME_SAMPLES, RATE_HZ } from '../../skill/voice/hearing/sound-source.ts';
import { wavLayout } from '../../skill/voice/wav.ts';
import type { Random } from './random.ts';
import { wavFile } from './sound.ts';

/** Where a sound of speech begins and ends: this loud. */
const AUDIBLE = 0.01;
const MOST_BYTES = 64 * 1024 * 1024;

/** What espeak-ng says, at {@link RATE_HZ}, from the first sound to the last. */
export function spoken(text: string, voice = 'fr-fr'): Float32Array {
  const wav = execFileSync('espeak-ng', ['-v', voice, '--stdin', '--stdout'], { input: text, maxBuffer: MOST_BYTES });
  const { format, from, bytes } = wavLayout(wav, wav.length);
  const resampler = createResampler(format.rate);
  const whole = joined([resampler.push(monoOf(wav.subarray(from, from + bytes), format)), resampler.flush()]);
  const isAudible = (sample: number) => Math.abs(sample) > AUDIBLE;
  return whole.slice(whole.findIndex(isAudible), whole.findLastIndex(isAudible) + 1);
}

export function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function quiet(ms: number): Float32Array {
  return new Float32Array((RATE_HZ * ms) / 1000);
}

/** When something is said in a sound. */
export interface Said {
  readonly startMs: number;
  readonly endMs: number;
}

/** Speech and, as numbers, milliseconds of silence, one after the other; and where the speech is. */
export function scene(parts: readonly (Float32Array | number)[]): { readonly samples: Float32Array; readonly said: readonly Said[] } {
  const said: Said[] = [];
  let atMs = 0;
  for (const part of parts) {
    const ms = typeof part === 'number' ? part : (1000 * part.length) / RATE_HZ;
    if (typeof part !== 'number') said.push({ startMs: atMs, endMs: atMs + ms });
    atMs += ms;
  }
  return { samples: joined(parts.map((part) => (typeof part === 'number' ? quiet(part) : part))), said };
}

/** White noise, so many decibels below what is there. */
export function withNoise(samples: Float32Array, snrDb: number, random: Random): Float32Array {
  const sounding = samples.filter((sample) => sample !== 0);
  const power = sounding.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, sounding.length);
  const loudness = Math.sqrt(power) * 10 ** (-snrDb / 20);
  return samples.map((sample) => sample + loudness * normal(random));
}

/** Of mean 0 and deviation 1, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** As a WAV file of 16 bits. */
export function wavOf(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(2 * samples.length);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, sample))), 2 * index);
  return wavFile(bytes);
}

/** Whole frames of it. */
export function* framesIn(samples: Float32Array): Generator<Float32Array> {
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) yield samples.slice(at, at + FRAME_SAMPLES);
}
