import { RATE_HZ } from '../sound-source.ts';
import type { Frames } from './embedder.ts';
import { type Comparable, comparable, meanOf } from './likeness.ts';
import { prepared } from './prepared.ts';
import { warp } from './warping.ts';

/** Why a recording is asked for again. */
export type Flaw = 'silent' | 'short' | 'long' | 'quiet' | 'clipped' | 'unlike';

/** « Stop » takes 300 ms. */
const SHORTEST_MS = 150;
const LONGEST_S = 6;
/** Of full scale, where it is loudest: below, it is mostly the noise of the microphone. */
const LEAST_LOUD = 0.01;
const CLIPPED = 0.99;
/** More of the samples than this stand at the end of the scale. */
const MOST_CLIPPED = 0.003;
/** Of the same sentence by the same person; another sentence is at 0.8. */
const MOST_UNLIKE = 0.65;

/** What is wrong with the sound of a recording; null where it can be used. */
export function flawOf(samples: Float32Array): Flaw | null {
  if (samples.length > LONGEST_S * RATE_HZ) return 'long';
  const sound = prepared(samples);
  if (!sound) return 'silent';
  if (sound.spokenMs < SHORTEST_MS) return 'short';
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (loudest < LEAST_LOUD) return 'quiet';
  const clipped = samples.reduce((count, sample) => count + (Math.abs(sample) >= CLIPPED ? 1 : 0), 0);
  return clipped > MOST_CLIPPED * samples.length ? 'clipped' : null;
}

/** Whether two recordings may be of one sentence. `common`: the mean of everybody's speech; null where it is not known. */
export function areAlike(one: Frames, other: Frames, common: Frames | null): boolean {
  const mean = common ?? meanOf([one, other]);
  const [a, b]: readonly [Comparable, Comparable] = [comparable(one, mean), comparable(other, mean)];
  return Math.min(warp(a, b).distance, warp(b, a).distance) <= MOST_UNLIKE;
}
