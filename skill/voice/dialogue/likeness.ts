import { RATE_HZ } from '../hearing/sound-source.ts';
import { transform } from './fourier.ts';

/** Whether one sound is in another, and how much later. */
export interface Likeness {
  /** How far the best lag stands out among all. */
  readonly prominence: number;
  /** In samples. */
  readonly lag: number;
}

/** A piece is short enough for two clocks to agree, and long enough to be unlike another. */
const PIECE = 4_096;
const SIZE = 16_384;
/** Lags that are tried: from 0 to this. */
export const MOST_LAG = SIZE - PIECE;
/** Pieces that are looked at: the loudest. */
const MOST_PIECES = 5;
/** Quieter than this, of full scale, is the room. */
const QUIET = 0.005;
/** Where small loudspeakers sound and voices differ, in hertz. */
const BAND = { from: 200, to: 5_000 } as const;

/**
 * Looks for `said` in `heard`, both at {@link RATE_HZ}: `said` begins {@link MOST_LAG} samples before `heard`. Only the phases
 * count (PHAT), so that neither a room nor a microphone that colours the sound hides it, nor somebody who speaks at the same time.
 */
export function likeness(heard: Float32Array, said: Float32Array): Likeness {
  const all = new Float64Array(MOST_LAG + 1);
  for (const at of loudest(heard)) {
    const around = said.subarray(at, at + SIZE);
    // of silence the phases are those of rounding
    if (loudnessOf(around) < QUIET / 10) continue;
    const correlation = correlate(heard.subarray(at, at + PIECE), around);
    for (let lag = 0; lag <= MOST_LAG; lag += 1) all[lag] = (all[lag] ?? 0) + (correlation[lag] ?? 0);
  }
  return prominent(all);
}

function loudest(heard: Float32Array): readonly number[] {
  const pieces = Array.from({ length: Math.floor(heard.length / PIECE) }, (_, index) => {
    const at = index * PIECE;
    return { at, loudness: loudnessOf(heard.subarray(at, at + PIECE)) };
  });
  const loud = pieces.filter(({ loudness }) => loudness > QUIET).toSorted((a, b) => b.loudness - a.loudness);
  return loud.slice(0, MOST_PIECES).map(({ at }) => at);
}

function loudnessOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** For each lag, of which none is so large that the circle closes. */
function correlate(heard: Float32Array, said: Float32Array): Float64Array {
  // two real signals are transformed as one complex one
  const both = { real: new Float64Array(SIZE), imaginary: new Float64Array(SIZE) };
  both.real.set(said);
  both.imaginary.set(heard);
  transform(both);
  const phases = { real: new Float64Array(SIZE), imaginary: new Float64Array(SIZE) };
  const [from, to] = [Math.ceil((BAND.from * SIZE) / RATE_HZ), Math.floor((BAND.to * SIZE) / RATE_HZ)];
  for (let at = from; at <= to; at += 1) {
    const [a, b] = [both.real[at] ?? 0, both.imaginary[at] ?? 0];
    const [c, d] = [both.real[SIZE - at] ?? 0, both.imaginary[SIZE - at] ?? 0];
    const [saidReal, saidImaginary, heardReal, heardImaginary] = [a + c, b - d, b + d, c - a];
    const crossReal = saidReal * heardReal + saidImaginary * heardImaginary;
    const crossImaginary = saidImaginary * heardReal - saidReal * heardImaginary;
    const length = Math.hypot(crossReal, crossImaginary) || 1;
    // the transform of the conjugate is the inverse one
    phases.real[at] = crossReal / length;
    phases.imaginary[at] = -crossImaginary / length;
    phases.real[SIZE - at] = crossReal / length;
    phases.imaginary[SIZE - at] = crossImaginary / length;
  }
  transform(phases);
  return phases.real;
}

function prominent(correlation: Float64Array): Likeness {
  let [peak, index, power] = [0, 0, 0];
  for (const [at, value] of correlation.entries()) {
    power += value * value;
    if (value > peak) [peak, index] = [value, at];
  }
  // what stands MOST_LAG into `said` was not late at all
  return { prominence: power > 0 ? peak / Math.sqrt(power / correlation.length) : 0, lag: MOST_LAG - index };
}
