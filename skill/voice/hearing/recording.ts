import { randomUUID } from 'node:crypto';
import { errorCode } from '../../error-code.ts';
import { killMarked, MARK } from '../../host/orphans.ts';
import { createFramer } from './frames.ts';
import { createFreshQueue } from './fresh-queue.ts';
import { monoOf } from './pcm.ts';
import type { Recorder } from './recorders.ts';
import { FRAME_MS, RATE_HZ } from './sound-source.ts';
import { startRecorder } from './start-recorder.ts';

/** One run of a recorder. */
export interface Recording {
  /** Ends with the recorder, or when it is closed. */
  readonly frames: AsyncIterable<Float32Array>;
  /** Why it ended, in the recorder's own last words where it had some. */
  readonly death: () => string;
  /** Nothing of it is left afterwards, whatever it ignores. */
  readonly close: () => void;
}

interface RecordingOptions {
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A recorder that delivers nothing for so long is dead. */
  readonly deafMs: number;
}

const FORMAT = { isFloat: false, channels: 1, rate: RATE_HZ, bits: 16 } as const;
const LOOKS = 8;
/** What waits for a slow reader: ten seconds. */
const MOST_FRAMES = Math.round(10_000 / FRAME_MS);
/** No microphone hears faster than time passes: this many times, after so much. */
const FASTEST = 2;
const HEAD_START_MS = 10_000;
const LAST_WORDS = 300;

/**
 * Starts it by node-record-lpcm16, and ends it without: its `stop` asks nicely, and whom the recorder started lives on.
 * Rejects with a `ProbeError` where it cannot be started.
 */
export async function startRecording(recorder: Recorder, { program, environment, deafMs }: RecordingOptions): Promise<Recording> {
  const mark = randomUUID();
  const env = { ...environment, ...recorder.environment, LC_ALL: 'C', [MARK]: mark };
  const recorded = await startRecorder([program, ...recorder.args], env);
  const { process: child } = recorded;
  const stream = recorded.stream();
  const queue = createFreshQueue<Float32Array>(() => MOST_FRAMES);
  const words = lastWords(child.stderr);
  let reason: string | null = null;
  const end = (why: string) => {
    reason ??= why;
    queue.end();
  };
  const killAll = () => killGroup(child.pid, mark);
  const watch = watchPace(deafMs, end);

  stream.on('data', deliverTo(queue.push, watch.delivered));
  // it tells the end of the program as a string; unheard, either would end this process
  stream.on('error', () => {});
  child.on('error', (error) => end(`could not be started (${errorCode(error) || error.message})`));
  // whom it has left behind would keep its pipe open
  child.once('exit', (code, name) => {
    reason ??= code === null ? `ended by ${name}` : `exit ${code}`;
    killAll();
  });
  child.once('close', () => end('ended'));
  process.once('exit', killAll);

  return {
    frames: queue.items,
    death: () => [reason ?? 'closed', words()].filter(Boolean).join(': '),
    close() {
      watch.stop();
      process.off('exit', killAll);
      if (child.exitCode === null && child.signalCode === null) killAll();
      stream.destroy();
      child.stderr.destroy();
      end('closed');
    },
  };
}

/** A sample may be torn between two chunks. */
function deliverTo(push: (frame: Float32Array) => void, delivered: (samples: number) => void) {
  const framer = createFramer();
  let torn = Buffer.alloc(0);
  return (chunk: Buffer) => {
    const bytes = torn.length === 0 ? chunk : Buffer.concat([torn, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    torn = Buffer.from(bytes.subarray(whole));
    delivered(whole / 2);
    for (const frame of framer.push(monoOf(bytes.subarray(0, whole), FORMAT))) push(frame);
  };
}

/** Counts looks, not time: after a moment in which this process did nothing there was nobody to deliver to. */
function watchPace(deafMs: number, end: (why: string) => void) {
  const startedAt = performance.now();
  let deliveredMs = 0;
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks >= LOOKS) end(`delivered nothing for ${deafMs} ms`);
  }, deafMs / LOOKS);
  return {
    stop: () => clearInterval(timer),
    delivered(samples: number) {
      if (samples > 0) looks = 0;
      deliveredMs += (1000 * samples) / RATE_HZ;
      if (deliveredMs > HEAD_START_MS + FASTEST * (performance.now() - startedAt)) end('delivers faster than time passes');
    },
  };
}

function lastWords(stderr: NodeJS.ReadableStream): () => string {
  let words = '';
  stderr.on('error', () => {});
  stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-LAST_WORDS);
  });
  return () => words.replace(/\p{C}+/gu, ' ').trim();
}

function killGroup(pid: number | undefined, mark: string): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // gone, and all of its group
    if (errorCode(error) !== 'ESRCH') throw error;
  }
  killMarked(mark);
}
