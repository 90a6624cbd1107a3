import { FRAME_MS } from './sound-source.ts';

/** Tells when a sound was recorded by when its frames came, which is always late, and never early. */
export interface SoundClock {
  /** When the last sample of this frame was recorded, of `performance.now()`; never before the frame before it. */
  stamp(arrivedMs: number): number;
}

/** Frames over which the least late one is right: a recorder hands over several at once. Its clock drifts less meanwhile. */
const WINDOW_FRAMES = 32;
/** Nothing came for so long: sound was lost, and what comes now was recorded now. */
const GAP_MS = 500;

export function createSoundClock(): SoundClock {
  let count = 0;
  let lastArrivedMs = Number.NEGATIVE_INFINITY;
  /** The least that any frame came after its place in the sound, in this window and in the one before. */
  let here = Number.POSITIVE_INFINITY;
  let before = Number.POSITIVE_INFINITY;
  return {
    stamp(arrivedMs) {
      count += 1;
      const isAfterGap = arrivedMs - lastArrivedMs > GAP_MS;
      if (isAfterGap) before = Number.POSITIVE_INFINITY;
      else if (count % WINDOW_FRAMES === 0) before = here;
      if (isAfterGap || count % WINDOW_FRAMES === 0) here = Number.POSITIVE_INFINITY;
      here = Math.min(here, arrivedMs - count * FRAME_MS);
      lastArrivedMs = arrivedMs;
      return Math.min(here, before) + count * FRAME_MS;
    },
  };
}

/** For sound that comes faster than it was recorded: as if it had been recorded from now on. */
export function createSampleClock(startedMs: number): SoundClock {
  let count = 0;
  return {
    stamp() {
      count += 1;
      return startedMs + count * FRAME_MS;
    },
  };
}
