import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openSoundCard, EAR_RATE as RATE } from './sound-card.ts';

const WINDOW_MS = 20;
const WINDOW_BYTES = 2 * Math.round((RATE * WINDOW_MS) / 1000);
/** Speech has thousands; a null sink that plays nothing has exactly none. */
const AUDIBLE = 300;
const PATIENCE_MS = 10_000;

/** A sound server of our own, which ends with the test. */
export async function startPulse() {
  const card = await openSoundCard();
  onTestFinished(() => card[Symbol.asyncDispose]());
  return { ...card, ear: () => listen(card.environment) };
}

/** Records the loudspeaker until the test ends. */
async function listen(environment: Readonly<Record<string, string>>) {
  const recorder = spawn('parec', ['-d', 'ear.monitor', '--raw', '--format=s16le', `--rate=${RATE}`, '--channels=1'], {
    env: { ...environment, PULSE_LATENCY_MSEC: '30' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // how loud each window was: the loudspeaker's own clock, however late we come to read it
  const heard: number[] = [];
  let rest = Buffer.alloc(0);
  recorder.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= WINDOW_BYTES; rest = rest.subarray(WINDOW_BYTES)) {
      heard.push(rms(rest.subarray(0, WINDOW_BYTES)));
    }
  });
  onTestFinished(() => void recorder.kill('SIGKILL'));
  const until = async (isThere: () => boolean) => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    while (!isThere()) await sleep(10, undefined, { signal: patience });
  };
  // it hears at all: silence is heard too
  await until(() => heard.length > 0);
  return {
    audible: () => audible(heard),
    /** Where the recording is now, in milliseconds. */
    positionMs: () => heard.length * WINDOW_MS,
    untilAudible: () => until(() => heard.some(isAudible)),
    untilMs: (positionMs: number) => until(() => heard.length * WINDOW_MS >= positionMs),
  };
}

const isAudible = (loudness: number) => loudness > AUDIBLE;

/** What can be heard of a recording: for how long from the first sound to the last, how loud, and where the last one ends. */
function audible(heard: readonly number[]) {
  const first = heard.findIndex(isAudible);
  const last = heard.findLastIndex(isAudible);
  const between = first < 0 ? [] : heard.slice(first, last + 1);
  const power = between.reduce((sum, loudness) => sum + loudness ** 2, 0) / Math.max(1, between.length);
  return { durationMs: between.length * WINDOW_MS, rms: Math.sqrt(power), endMs: (last + 1) * WINDOW_MS };
}

/** The same of a WAV file of 16 bits, mono, at the same rate, whose sound begins at byte 44. */
export function audibleIn(wav: Buffer) {
  const heard: number[] = [];
  for (let at = 44; at + WINDOW_BYTES <= wav.length; at += WINDOW_BYTES) heard.push(rms(wav.subarray(at, at + WINDOW_BYTES)));
  return audible(heard);
}

function rms(samples: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 1 < samples.length; at += 2) sum += samples.readInt16LE(at) ** 2;
  return Math.sqrt(sum / (samples.length / 2));
}
