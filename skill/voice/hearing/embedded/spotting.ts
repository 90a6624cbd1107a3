import { HOP_SAMPLES, WIDTH, WINDOW_SAMPLES } from './embedder.ts';
import { type Comparable, frameDistance } from './likeness.ts';
import { FARTHEST } from './warping.ts';

const SAMPLES_PER_MS = 16;
/** A word is compared from here on: before, the window holds too little of it. */
const HEARD_MS = 320;
/** And until here: it is to be known as it ends, not when silence has followed. */
const AFTER_MS = 40;
/** As in `prepared`. */
const LOUDNESS = 0.08;
/** Nothing quieter is made louder. */
const MOST_GAIN = 40;
const STEP = 160;
/** Of the loudest step: what is quieter is not what is being said. */
const LOUD_SHARE = 0.1;

/** The samples whose embeddings end while the word is being said; `word` begins and ends with its sound. */
export function growing(word: Float32Array): Float32Array {
  const spokenMs = word.length / SAMPLES_PER_MS;
  const frames = Math.max(2, Math.floor((spokenMs + AFTER_MS - HEARD_MS) / (HOP_SAMPLES / SAMPLES_PER_MS)) + 1);
  const samples = new Float32Array(WINDOW_SAMPLES + (frames - 1) * HOP_SAMPLES);
  const end = samples.length - AFTER_MS * SAMPLES_PER_MS;
  samples.set(word.subarray(Math.max(0, word.length - end)), Math.max(0, end - word.length));
  return samples;
}

/** As loud as templates are, whoever speaks how far away. */
export function levelled(window: Float32Array): Float32Array {
  const powers = Float32Array.from({ length: Math.floor(window.length / STEP) }, (_, step) => {
    let power = 0;
    for (let at = step * STEP; at < (step + 1) * STEP; at += 1) power += (window[at] ?? 0) ** 2;
    return power / STEP;
  });
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const loud = powers.filter((power) => power >= LOUD_SHARE ** 2 * loudest);
  const gain = Math.min(MOST_GAIN, LOUDNESS / Math.sqrt(loud.reduce((sum, power) => sum + power, 0) / loud.length || 1));
  return window.map((sample) => Math.max(-1, Math.min(1, sample * gain)));
}

/** How far the newest frames are from the end of a word, stretched onto it; they may begin anywhere. */
export function endDistance(recent: Comparable, word: Comparable): number {
  const [rows, columns] = [recent.length / WIDTH, word.length / WIDTH];
  let later = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  let nearest = FARTHEST;
  // from the end backwards: the newest frame is the word's last
  for (let row = rows - 1; row >= 0; row -= 1) {
    const costs = new Float64Array(columns);
    for (let column = columns - 1; column >= 0; column -= 1) {
      const isEnd = row === rows - 1 && column === columns - 1;
      const after = Math.min(
        later[column] ?? 0,
        later[column + 1] ?? Number.POSITIVE_INFINITY,
        costs[column + 1] ?? Number.POSITIVE_INFINITY,
      );
      costs[column] = (isEnd ? 0 : after) + frameDistance(recent, row, word, column);
    }
    // each frame of the word weighs once: a path that dawdles costs more
    nearest = Math.min(nearest, (costs[0] ?? FARTHEST) / columns);
    later = costs;
  }
  return nearest;
}

/** How far the newest frame is from whichever of these is nearest. */
export function nearestTo(recent: Comparable, others: Comparable): number {
  const [rows, columns] = [recent.length / WIDTH, others.length / WIDTH];
  let nearest = FARTHEST;
  for (let column = 0; column < columns; column += 1) nearest = Math.min(nearest, frameDistance(recent, rows - 1, others, column));
  return nearest;
}
