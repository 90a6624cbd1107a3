/** What every part of hearing works with: mono, from −1 to 1, so many samples a second. */
export const RATE_HZ = 16_000;
/** One frame, 32 ms: what the voice activity model looks at. */
export const FRAME_SAMPLES = 512;

/** Where sound comes from: a microphone, or a file that stands in for it. */
export interface SoundSource {
  /** The program that records, or `file`. */
  readonly id: string;
  /**
   * Frames of {@link FRAME_SAMPLES} samples at {@link RATE_HZ}, as they come. Ends with the sound. Rejects with a `ProbeError`
   * where nothing can be recorded; ends at once when `signal` aborts.
   */
  open(signal: AbortSignal): AsyncIterable<Float32Array>;
}
