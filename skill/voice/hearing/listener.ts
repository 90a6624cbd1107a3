import type { HearingEvent, Listener } from '../listener.ts';
import { createFreshQueue, type FreshQueue } from './fresh-queue.ts';
import { createSegmenter, type HeardFrame, type SegmentOptions } from './segments.ts';
import { createSampleClock, createSoundClock } from './sound-clock.ts';
import { FRAME_MS, type SoundSource } from './sound-source.ts';
import { openVoiceActivity, type VoiceActivity } from './voice-activity.ts';

/** One frame, 32 ms of it. `lost`: how many before it were lost so far, since whoever listens was too slow. */
interface FrameEvent extends HeardFrame {
  readonly type: 'frame';
  readonly lost: number;
}

/** For some seconds there was nothing but exact zeros, as of a microphone that is switched off; or there is sound again. */
interface MuteEvent {
  readonly type: 'mute';
  readonly isMute: boolean;
  readonly atMs: number;
}

export type HeardEvent = HearingEvent | FrameEvent | MuteEvent;

export interface VoiceListener extends Listener {
  /** What `listen` tells, between the frames that it was heard in: each event right after the frame that decided it. */
  hear(signal: AbortSignal): AsyncIterable<HeardEvent>;
}

interface ListenerOptions extends SegmentOptions {
  /** Opened, and not closed here; Silero, or a gate of loudness, when absent. */
  readonly activity?: VoiceActivity | undefined;
}

/** What may wait for whoever listens: ten seconds, and the last few sentences. */
const MOST_FRAMES = Math.round(10_000 / FRAME_MS);
const MOST_EVENTS = 16;
/** So much without a single bit is no room. */
const MUTE_MS = 5_000;

/** Cuts what a source gives into what was said. Nothing piles up: who listens too slowly loses what is oldest. */
export function createListener(source: SoundSource, options: ListenerOptions = {}): VoiceListener {
  const listening = <T extends HeardEvent>(isWanted: (event: HeardEvent) => event is T, signal: AbortSignal) =>
    // nobody is late for a file that waits
    source.isHurried ? wanted(sensed(source, options, signal), isWanted) : fresh(source, options, isWanted, signal);
  return {
    get id() {
      return source.id;
    },
    hear: (signal) => listening(isAny, signal),
    listen: (signal) => listening(isHearing, signal),
  };
}

const isAny = (_: HeardEvent): _ is HeardEvent => true;
const isHearing = (event: HeardEvent): event is HearingEvent => event.type === 'speech-started' || event.type === 'speech-ended';

async function* wanted<T extends HeardEvent>(events: AsyncIterable<HeardEvent>, isWanted: (event: HeardEvent) => event is T) {
  for await (const event of events) if (isWanted(event)) yield event;
}

/** Takes what comes as it comes, however slowly it is read. */
async function* fresh<T extends HeardEvent>(
  source: SoundSource,
  options: ListenerOptions,
  isWanted: (event: HeardEvent) => event is T,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const queue = createFreshQueue<T>(({ type }) => (type === 'frame' ? MOST_FRAMES : MOST_EVENTS));
  const taking = take(wanted(sensed(source, options, either), isWanted), queue);
  try {
    for await (const event of queue.items) {
      if (signal.aborted) return;
      yield event.type === 'frame' ? { ...event, lost: queue.lost() } : event;
    }
  } finally {
    stop.abort();
    await taking;
  }
}

async function take<T>(events: AsyncIterable<T>, queue: FreshQueue<T>): Promise<void> {
  try {
    for await (const event of events) queue.push(event);
    queue.end();
  } catch (error) {
    queue.end({ error });
  }
}

async function* sensed(source: SoundSource, options: ListenerOptions, signal: AbortSignal): AsyncGenerator<HeardEvent> {
  const activity = options.activity ?? (await openVoiceActivity());
  try {
    const clock = source.isHurried ? createSampleClock(performance.now()) : createSoundClock();
    const segmenter = createSegmenter(options);
    const mute = createMuteWatch();
    activity.reset();
    for await (const samples of source.open(signal)) {
      const endMs = clock.stamp(performance.now());
      const frame = { samples, endMs, probability: await activity.hear(samples) };
      yield { type: 'frame', ...frame, lost: 0 };
      yield* segmenter.push(frame);
      yield* mute.push(frame);
    }
    if (!signal.aborted) yield* segmenter.flush();
  } finally {
    if (!options.activity) await activity.close();
  }
}

function createMuteWatch() {
  let zeros = 0;
  const mostZeros = Math.ceil(MUTE_MS / FRAME_MS);
  return {
    *push({ samples, endMs }: HeardFrame): Generator<MuteEvent> {
      const wasMute = zeros >= mostZeros;
      zeros = samples.every((sample) => sample === 0) ? zeros + 1 : 0;
      const isMute = zeros >= mostZeros;
      if (isMute !== wasMute) yield { type: 'mute', isMute, atMs: endMs };
    },
  };
}
