/** What happens in front of the microphone; times are of `performance.now()`. */
export type HearingEvent =
  | { readonly type: 'speech-started'; readonly atMs: number }
  /** `samples`: from a moment before the first sound to a moment after the last. `lastSoundMs`: when that last sound was recorded. `isCut`: it went on past the longest. */
  | {
      readonly type: 'speech-ended';
      readonly samples: Float32Array;
      readonly startedMs: number;
      readonly lastSoundMs: number;
      readonly isCut: boolean;
    };

/** Cuts what is heard into what one person said at a time. */
export interface Listener {
  readonly id: string;
  /** Ends with the sound; rejects with a `ProbeError` where nothing can be heard. */
  listen(signal: AbortSignal): AsyncIterable<HearingEvent>;
}
