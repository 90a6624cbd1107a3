import { setTimeout as sleep } from 'node:timers/promises';
import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { findProgram } from '../../host/programs.ts';
import { recordersOf } from './recorders.ts';
import { type Recording, startRecording } from './recording.ts';
import { FRAME_MS, type SoundSource } from './sound-source.ts';

interface MicrophoneOptions {
  /** Where PATH and the sound server's address are; this process's own when absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** A recorder that delivers nothing for so long is dead; two seconds when absent. */
  readonly deafMs?: number;
}

const DEAF_MS = 2_000;
/** A sound server that is started again, or a plug pulled and put back, is waited for; after so many deaths the next recorder is tried. */
const MOST_DEATHS = 5;
const SHORT_TIME_MS = 30_000;
/** Before the first new start; twice as long before each further one. */
const FIRST_PAUSE_MS = 100;

/**
 * The first recorder that is installed and delivers. One that dies is started again, some times; then the next one is tried.
 * Its `id` is the recorder's as soon as there is one.
 */
export function microphone(host: Host, { environment = process.env, deafMs = DEAF_MS }: MicrophoneOptions = {}): SoundSource {
  let id = 'microphone';
  return {
    get id() {
      return id;
    },
    async *open(signal) {
      const failed: string[] = [];
      let isInstalled = false;
      for (const recorder of recordersOf(host.platform)) {
        if (signal.aborted) return;
        const program = await findProgram(recorder.id, environment, host.platform, signal).catch(() => null);
        if (program === null) {
          failed.push(`${recorder.id}: not installed`);
          continue;
        }
        isInstalled = true;
        id = recorder.id;
        const last = yield* keptAlive(() => startRecording(recorder, { program, environment, deafMs }), signal);
        failed.push(`${recorder.id}: ${last}`);
      }
      if (!signal.aborted) throw new ProbeError(isInstalled ? 'unreachable' : 'missing-tool', `no sound from ${failed.join('; ')}`);
    },
  };
}

type Start = () => Promise<Recording>;

/** Returns why it could not be kept alive; one that has never delivered is not tried again. */
async function* keptAlive(start: Start, signal: AbortSignal): AsyncGenerator<Float32Array, string> {
  let deaths: readonly number[] = [];
  let hasDelivered = false;
  const onDelivered = () => {
    hasDelivered = true;
  };
  for (;;) {
    const death = yield* oneLife(start, onDelivered, signal);
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < SHORT_TIME_MS), now];
    if (signal.aborted || !hasDelivered || deaths.length > MOST_DEATHS) return death;
    await sleep(FIRST_PAUSE_MS * 2 ** (deaths.length - 1), undefined, { signal }).catch(() => {});
    if (signal.aborted) return death;
  }
}

async function* oneLife(start: Start, onDelivered: () => void, signal: AbortSignal): AsyncGenerator<Float32Array, string> {
  const recording = await start();
  signal.addEventListener('abort', recording.close, { once: true });
  try {
    if (signal.aborted) return recording.death();
    for await (const frame of recording.frames) {
      if (signal.aborted) break;
      onDelivered();
      yield frame;
    }
    return recording.death();
  } finally {
    signal.removeEventListener('abort', recording.close);
    recording.close();
  }
}

interface MicrophoneTrial {
  /** The program that records. */
  readonly recorder: string;
  /** It delivers, and nothing but exact zeros: switched off, or no microphone at all. */
  readonly isMute: boolean;
}

/** What a microphone may be silent for as it wakes up. */
const TRIAL_MS = 1_000;

/** Whether anything would be heard. Nothing of it is kept. Rejects with a `ProbeError` where nothing can be recorded. */
export async function tryMicrophone(source: SoundSource, signal: AbortSignal): Promise<MicrophoneTrial> {
  let frames = 0;
  for await (const frame of source.open(signal)) {
    frames += 1;
    const isMute = frame.every((sample) => sample === 0);
    if (!isMute || frames * FRAME_MS >= TRIAL_MS) return { recorder: source.id, isMute };
  }
  signal.throwIfAborted();
  throw new ProbeError('unreachable', 'the sound ended at once');
}
