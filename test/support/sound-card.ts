import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNodeHost } from '../../skill/host/node.ts';
import { temporaryFolder } from './fake-program.ts';

type Environment = Readonly<Record<string, string>>;

/** Of the loudspeaker: mono, 16 bits. */
export const EAR_RATE = 22_050;
const PATIENCE_MS = 10_000;
/** From the loudspeaker back into the microphone, as in a room. */
const ECHO_MS = 60;

/**
 * A sound server of our own. Its loudspeaker, `ear`, is heard by nobody; what is played to `mouth` is what its microphone
 * hears, and nothing but exact zeros otherwise. With an echo the microphone hears the loudspeaker too.
 */
export async function openSoundCard({ isEcho = false } = {}) {
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
      .concat(['-L', `module-null-sink sink_name=ear rate=${EAR_RATE} channels=1`])
      // with rewinds its microphone would hear up to two seconds at once, before they were played
      .concat(['-L', 'module-null-sink sink_name=mouth rate=16000 channels=1 norewinds=1'])
      .concat(isEcho ? ['-L', `module-loopback source=ear.monitor sink=mouth latency_msec=${ECHO_MS}`] : []),
    { env: environment, stdio: 'ignore' },
  );
  const close = async () => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    if (daemon.exitCode === null && daemon.kill('SIGKILL')) await ended;
    folder[Symbol.dispose]();
  };
  await untilItAnswers(environment);
  await tell(environment, ['set-default-sink', 'ear']);
  await tell(environment, ['set-default-source', 'mouth.monitor']);
  return {
    environment,
    /** Plays a WAV file to the microphone; resolves when its last sample has been heard there. */
    mouth: (wav: Buffer) => playTo('mouth', wav, folder.path, environment),
    /** As when the machine's sound server is killed. */
    kill: () => void daemon.kill('SIGKILL'),
    [Symbol.asyncDispose]: close,
  };
}

async function tell(env: Environment, words: readonly string[]) {
  const { exitCode, stderr } = await createNodeHost().run(['pactl', ...words], { env }, AbortSignal.timeout(PATIENCE_MS));
  if (exitCode !== 0) throw new Error(`pactl ${words.join(' ')}: ${stderr}`);
}

let files = 0;

async function playTo(sink: string, wav: Buffer, folder: string, env: Environment) {
  files += 1;
  const file = join(folder, `${sink}-${files}.wav`);
  writeFileSync(file, wav);
  // it gives up when the test does
  const patience = AbortSignal.timeout(PATIENCE_MS + Math.ceil(wav.length / 8));
  const { exitCode, stderr } = await createNodeHost().run(['paplay', `--device=${sink}`, file], { env }, patience);
  if (exitCode !== 0) throw new Error(`paplay: ${stderr}`);
}

async function untilItAnswers(env: Environment) {
  const host = createNodeHost();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const { exitCode } = await host.run(['pactl', 'info'], { env }, patience);
    if (exitCode === 0) return;
    await sleep(50, undefined, { signal: patience });
  }
}
