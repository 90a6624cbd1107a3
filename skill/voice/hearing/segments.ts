import type { HearingEvent } from '../listener.ts';
import { FRAME_MS, FRAME_SAMPLES } from './sound-source.ts';

/** A frame, what it probably is, and when its last sample was recorded (`performance.now()`). */
export interface HeardFrame {
  readonly samples: Float32Array;
  readonly probability: number;
  readonly endMs: number;
}

export interface SegmentOptions {
  /** Speech begins at this probability. */
  readonly startsAt?: number;
  /** And goes on down to this one. */
  readonly endsBelow?: number;
  /** What is kept of the time before the first sound. */
  readonly beforeMs?: number;
  /** What is kept of the time after the last sound. */
  readonly afterMs?: number;
  /** Silence that ends what is said. */
  readonly hangMs?: number;
  /** Less speech than this is a click. */
  readonly shortestMs?: number;
  /** What goes on longer is cut, and the rest of it is not heard. */
  readonly longestMs?: number;
}

export const SEGMENT_DEFAULTS = {
  startsAt: 0.5,
  endsBelow: 0.35,
  beforeMs: 300,
  afterMs: 160,
  hangMs: 480,
  shortestMs: 120,
  longestMs: 12_000,
} as const satisfies Required<SegmentOptions>;

/** Cuts frames into what was said at a time; every start has one end. */
export interface Segmenter {
  push(frame: HeardFrame): readonly HearingEvent[];
  /** The sound has ended: what was being said ends with it. */
  flush(): readonly HearingEvent[];
}

/** Speech that has begun; `frames` starts a moment before it. */
interface Segment {
  readonly frames: HeardFrame[];
  /** How many of them were before it. */
  readonly before: number;
  readonly startedMs: number;
  lastSoundMs: number;
  /** Frames up to the last one with sound in it. */
  lastSoundCount: number;
  speechFrames: number;
  isTold: boolean;
}

export function createSegmenter(options: SegmentOptions = {}): Segmenter {
  const { startsAt, endsBelow, beforeMs, afterMs, hangMs, shortestMs, longestMs } = { ...SEGMENT_DEFAULTS, ...options };
  const most = (ms: number) => Math.ceil(ms / FRAME_MS);
  const before: HeardFrame[] = [];
  let segment: Segment | null = null;
  /** Of speech that was cut, when its last sound was; null where none was. */
  let swallowedMs: number | null = null;

  function push(frame: HeardFrame): readonly HearingEvent[] {
    if (swallowedMs !== null) return swallow(swallowedMs, frame);
    if (segment) {
      segment.frames.push(frame);
      return grown(segment, frame, frame.probability >= endsBelow);
    }
    if (frame.probability < startsAt) {
      before.push(frame);
      if (before.length > most(beforeMs)) before.shift();
      return [];
    }
    segment = begin(before.splice(0), frame);
    return grown(segment, frame, true);
  }

  function swallow(lastSoundMs: number, frame: HeardFrame): readonly HearingEvent[] {
    if (frame.probability >= endsBelow) swallowedMs = frame.endMs;
    else if (frame.endMs - lastSoundMs >= hangMs) swallowedMs = null;
    return [];
  }

  function grown(current: Segment, frame: HeardFrame, isSound: boolean): readonly HearingEvent[] {
    const events: HearingEvent[] = [];
    if (isSound) {
      current.speechFrames += 1;
      current.lastSoundMs = frame.endMs;
      current.lastSoundCount = current.frames.length;
      if (!current.isTold && current.speechFrames * FRAME_MS >= shortestMs) {
        current.isTold = true;
        events.push({ type: 'speech-started', atMs: current.startedMs });
      }
    }
    const isTooLong = current.frames.length - current.before >= most(longestMs);
    const isOver = frame.endMs - current.lastSoundMs >= hangMs;
    if (!isTooLong && !isOver) return events;
    if (isTooLong) swallowedMs = frame.endMs;
    return [...events, ...ended(current, isTooLong)];
  }

  function ended(current: Segment, isCut: boolean): readonly HearingEvent[] {
    segment = null;
    const { frames, startedMs, lastSoundMs, lastSoundCount, isTold } = current;
    const kept = lastSoundCount + most(afterMs);
    // what follows a click, or a breath, may be the beginning of what is said next
    if (!isCut) before.push(...frames.slice(-most(beforeMs)));
    if (!isTold) return [];
    return [{ type: 'speech-ended', samples: joined(frames.slice(0, kept)), startedMs, lastSoundMs, isCut }];
  }

  return { push, flush: () => (segment ? ended(segment, false) : []) };
}

function begin(before: HeardFrame[], frame: HeardFrame): Segment {
  const frames = [...before, frame];
  const startedMs = frame.endMs - FRAME_MS;
  return {
    frames,
    before: before.length,
    startedMs,
    lastSoundMs: frame.endMs,
    lastSoundCount: frames.length,
    speechFrames: 0,
    isTold: false,
  };
}

function joined(frames: readonly HeardFrame[]): Float32Array {
  const samples = new Float32Array(frames.length * FRAME_SAMPLES);
  for (const [index, frame] of frames.entries()) samples.set(frame.samples, index * FRAME_SAMPLES);
  return samples;
}
