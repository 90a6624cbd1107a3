import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createNodeHost } from '../../skill/host/node.ts';
import { temporaryFolder } from './fake-program.ts';

/** Mono, 16 bits. */
const RATE = 22_050;
const WINDOW_MS = 20;
const WINDOW_BYTES = 2 * Math.round((RATE * WINDOW_MS) / 1000);
/** Speech has thousands; a null sink that plays nothing has exactly none. */
const AUDIBLE = 300;
const PATIENCE_MS = 10_000;

/**
 * A sound server of our own, which ends with the test. Its loudspeaker, `ear`, is heard by nobody but this test; what is
 * played to `mouth` is what its microphone hears, and nothing but exact zeros otherwise.
 */
export async function startPulse() {
  const folder = temporaryFolder();
  const runtime = join(folder.path, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const socket = join(runtime, 'sound');
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder.path,
    XDG_RUNTIME_DIR: runtime,
    PULSE_SERVER: `unix:${socket}`,
  };
  const daemon = spawn(
    'pulseaudio',
    ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disable-shm=yes', '--log-level=error']
      .concat(['-L', `module-native-protocol-unix socket=${socket}`])
      .concat(['-L', `module-null-sink sink_name=ear rate=${RATE} channels=1`])
      // with rewinds its microphone would hear up to two seconds at once, before they were played
      .concat(['-L', 'module-null-sink sink_name=mouth rate=16000 channels=1 norewinds=1']),
    { env: environment, stdio: 'ignore' },
  );
  onTestFinished(async () => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    if (daemon.exitCode === null && daemon.kill('SIGKILL')) await ended;
    folder[Symbol.dispose]();
  });
  await untilItAnswers(environment);
  await tell(environment, ['set-default-sink', 'ear']);
  await tell(environment, ['set-default-source', 'mouth.monitor']);
  return {
    environment,
    ear: () => listen(environment),
    /** Plays a WAV file to the microphone; resolves when its last sample has been heard there. */
    mouth: (wav: Buffer) => playTo('mouth', wav, folder.path, environment),
    /** As when the machine's sound server is killed. */
    kill: () => void daemon.kill('SIGKILL'),
  };
}

async function tell(env: Readonly<Record<string, string>>, words: readonly string[]) {
  const { exitCode, stderr } = await createNodeHost().run(['pactl', ...words], { env }, AbortSignal.timeout(PATIENCE_MS));
  if (exitCode !== 0) throw new Error(`pactl ${words.join(' ')}: ${stderr}`);
}

let files = 0;

async function playTo(sink: string, wav: Buffer, folder: string, env: Readonly<Record<string, string>>) {
  files += 1;
  const file = join(folder, `${sink}-${files}.wav`);
  writeFileSync(file, wav);
  // it gives up when the test does
  const patience = AbortSignal.timeout(PATIENCE_MS + Math.ceil(wav.length / 8));
  const { exitCode, stderr } = await createNodeHost().run(['paplay', `--device=${sink}`, file], { env }, patience);
  if (exitCode !== 0) throw new Error(`paplay: ${stderr}`);
}

async function untilItAnswers(env: Readonly<Record<string, string>>) {
  const host = createNodeHost();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const { exitCode } = await host.run(['pactl', 'info'], { env }, patience);
    if (exitCode === 0) return;
    await sleep(50, undefined, { signal: patience });
  }
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
