import { RATE_HZ } from '../sound-source.ts';

/** Loudness is looked at in steps of 10 ms. */
const STEP = RATE_HZ / 100;
/** Kept before the first and after the last that is loud: consonants are quiet. */
export const MARGIN_MS = 50;
const MARGIN = (RATE_HZ * MARGIN_MS) / 1000;
/** Silence around, so that the first and the last sound stand in the middle of a window too. */
export const PADDING = 38 * STEP;
/** Every speaker is as loud as any other. */
const LOUDNESS = 0.08;
/** Quieter than this share of the loudest is a pause. */
const PAUSE = 0.02;
/** And so is what is not this many times as loud as the quietest tenth. */
const ABOVE_NOISE = 2.5;
/** As loud as the last bit of 16: nothing was said. */
const SILENCE = 2 / 32_768;
/** « Stop » is its vowel and little else. */
const SHORTEST_MS = 60;

/** What was said, between its first sound and its last. */
export interface Prepared {
  /** With silence around it, equally loud whoever speaks. */
  readonly samples: Float32Array;
  readonly spokenMs: number;
}

/** Cuts what was recorded to what was said; null where that is nothing. Numbers that are none count as silence. */
export function prepared(recorded: Float32Array): Prepared | null {
  const samples = recorded.map((sample) => (Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0));
  const loudness = loudnessOf(samples);
  const sorted = loudness.toSorted();
  const loudest = sorted[Math.floor(0.95 * sorted.length)] ?? 0;
  const noise = sorted[Math.floor(0.1 * sorted.length)] ?? 0;
  if (loudest <= SILENCE) return null;
  // where all is equally loud there is no pause to be known by
  const least = Math.max(PAUSE * loudest, ABOVE_NOISE * noise < loudest / 2 ? ABOVE_NOISE * noise : 0);
  const first = loudness.findIndex((value) => value >= least);
  const last = loudness.findLastIndex((value) => value >= least);
  const spokenMs = (last - first + 1) * 10;
  if (spokenMs < SHORTEST_MS) return null;
  const spoken = samples.subarray(Math.max(0, first * STEP - MARGIN), (last + 1) * STEP + MARGIN);
  const loud = loudness.filter((value) => value >= least);
  const gain = LOUDNESS / Math.sqrt(loud.reduce((sum, value) => sum + value * value, 0) / loud.length);
  const padded = new Float32Array(spoken.length + 2 * PADDING);
  padded.set(
    spoken.map((sample) => Math.max(-1, Math.min(1, sample * gain))),
    PADDING,
  );
  return { samples: padded, spokenMs };
}

function loudnessOf(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / STEP) }, (_, step) => {
    let power = 0;
    for (let at = step * STEP; at < (step + 1) * STEP; at += 1) power += (samples[at] ?? 0) ** 2;
    return Math.sqrt(power / STEP);
  });
}
