import { FRAME_SAMPLES } from './sound-source.ts';

/** Cuts a stream of samples into frames of {@link FRAME_SAMPLES}. */
export interface Framer {
  push(samples: Float32Array): readonly Float32Array[];
  /** The last frame, filled up with silence; null where nothing is left. */
  flush(): Float32Array | null;
}

export function createFramer(): Framer {
  let frame = new Float32Array(FRAME_SAMPLES);
  let filled = 0;
  return {
    push(samples) {
      const done: Float32Array[] = [];
      for (let at = 0; at < samples.length; ) {
        const piece = samples.subarray(at, at + FRAME_SAMPLES - filled);
        frame.set(piece, filled);
        filled += piece.length;
        at += piece.length;
        if (filled < FRAME_SAMPLES) break;
        done.push(frame);
        frame = new Float32Array(FRAME_SAMPLES);
        filled = 0;
      }
      return done;
    },
    flush: () => (filled === 0 ? null : frame),
  };
}
