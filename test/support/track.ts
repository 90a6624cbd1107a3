import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Of each window of a track. */
export const STEP_MS = 10;
const RATE = 16_000;
const STEP_SAMPLES = (RATE * STEP_MS) / 1000;
/** Speech has thousands; a null sink that plays nothing has exactly none. */
const AUDIBLE = 300;

/** What a source of a sound server gives, recorded until it is disposed of; times are of `performance.now()`. */
export async function startTrack(source: 'ear.monitor' | 'mouth.monitor', environment: Readonly<Record<string, string>>) {
  const recorder = spawn('parec', ['-d', source, '--raw', '--format=s16le', `--rate=${RATE}`, '--channels=1'], {
    env: { ...environment, PULSE_LATENCY_MSEC: '10' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const loudness: number[] = [];
  const waiting = new Set<() => void>();
  let rest = Buffer.alloc(0);
  /** When the first sample was recorded: what came least late tells. */
  let zeroMs = Number.POSITIVE_INFINITY;
  recorder.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= 2 * STEP_SAMPLES; rest = rest.subarray(2 * STEP_SAMPLES)) loudness.push(peak(rest.subarray(0, 2 * STEP_SAMPLES)));
    zeroMs = Math.min(zeroMs, performance.now() - loudness.length * STEP_MS);
    for (const look of waiting) look();
  });
  const indexOf = (atMs: number) => Math.max(0, Math.round((atMs - zeroMs) / STEP_MS));
  const timeOf = (index: number) => zeroMs + index * STEP_MS;
  const isLoud = (value: number) => value > AUDIBLE;
  const until = async <T>(found: () => T | null, mostMs = 20_000): Promise<T> => {
    const patience = AbortSignal.timeout(mostMs);
    for (let result = found(); ; result = found()) {
      if (result !== null) return result;
      if (patience.aborted) throw new Error(`nothing of the kind in ${mostMs} ms`);
      await sleep(STEP_MS);
    }
  };
  await until(() => (loudness.length > 0 ? true : null));
  return {
    until,
    /** When something is heard, from then on; null: not yet. */
    firstSoundMs(fromMs: number): number | null {
      const index = loudness.findIndex((value, at) => at >= indexOf(fromMs) && isLoud(value));
      return index < 0 ? null : timeOf(index);
    },
    /** When the last sound ended; null: there was none from then on. */
    lastSoundMs(fromMs: number): number | null {
      const index = loudness.findLastIndex(isLoud);
      return index < indexOf(fromMs) || index < 0 ? null : timeOf(index + 1);
    },
    /** When nothing was heard any more for so long, the end of the last sound from then on; null: not yet. */
    quietSinceMs(fromMs: number, forMs: number): number | null {
      const last = loudness.findLastIndex(isLoud);
      return last >= indexOf(fromMs) && loudness.length - last > forMs / STEP_MS ? timeOf(last + 1) : null;
    },
    /** Loudness from then on. */
    since: (fromMs: number) => loudness.slice(indexOf(fromMs)),
    isSilentBetween: (fromMs: number, toMs: number) => !loudness.slice(indexOf(fromMs), indexOf(toMs)).some(isLoud),
    [Symbol.dispose]: () => void recorder.kill('SIGKILL'),
  };
}

export type Track = Awaited<ReturnType<typeof startTrack>>;

function peak(samples: Buffer): number {
  let most = 0;
  for (let at = 0; at + 1 < samples.length; at += 2) most = Math.max(most, Math.abs(samples.readInt16LE(at)));
  return most;
}
