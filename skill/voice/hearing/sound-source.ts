/** What every part of hearing works with: mono, from −1 to 1, so many samples a second. */
export const RATE_HZ = 16_000;
/** One frame, 32 ms: what the voice activity model looks at. */
export const FRAME_SAMPLES = 512;
export const FRAME_MS = (1000 * FRAME_SAMPLES) / RATE_HZ;

/** Where sound comes from: a microphone, or a file that stands in for it. */
export interface SoundSource {
  /** The program that records, or `file`. */
  readonly id: string;
  /** It comes faster than it was recorded: its time is counted in samples. */
  readonly isHurried?: boolean;
  /**
   * Frames of {@link FRAME_SAMPLES} samples at {@link RATE_HZ}, as they come. Ends with the sound. Rejects with a `ProbeError`
   * where nothing can be recorded; ends at once when `signal` aborts.
   */
  open(signal: AbortSignal): AsyncIterable<Float32Array>;
}
