import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProbeError } from '../../audit/define.ts';
import { toProbeError } from '../../host/failures.ts';
import { type WavLayout, wavLayout } from '../wav.ts';
import { createFramer } from './frames.ts';
import { monoOf } from './pcm.ts';
import { createResampler } from './resample.ts';
import { FRAME_MS, type SoundSource } from './sound-source.ts';

interface WavSourceOptions {
  /** As fast as it is taken, instead of as fast as it was spoken. */
  readonly isHurried?: boolean;
  /** A longer file is refused; an hour when absent. */
  readonly longestMs?: number;
}

const LONGEST_MS = 3_600_000;
/** Pictures and titles may stand before the sound. */
const HEAD_BYTES = 1024 * 1024;
const PIECE_SAMPLES = 4_096;

/** A WAV file in place of a microphone: a frame comes when its last sample would have been recorded. It is read as it is played. */
export function wavSource(path: string, { isHurried = false, longestMs = LONGEST_MS }: WavSourceOptions = {}): SoundSource {
  return {
    id: 'file',
    isHurried,
    async *open(signal) {
      if (signal.aborted) return;
      await using file = await openSound(path);
      const layout = await layoutOf(file, longestMs);
      const startedAt = performance.now();
      let count = 0;
      for await (const frame of framesOf(file, layout)) {
        count += 1;
        if (!isHurried) await until(startedAt + count * FRAME_MS, signal);
        if (signal.aborted) return;
        yield frame;
        if (signal.aborted) return;
      }
    },
  };
}

async function openSound(path: string): Promise<FileHandle> {
  try {
    // before it is opened: a pipe would wait for whoever writes to it
    const stats = await stat(path);
    if (!stats.isFile()) throw new ProbeError('malformed', `${path}: no regular file`);
    return await open(path, 'r');
  } catch (error) {
    throw toProbeError(error);
  }
}

async function layoutOf(file: FileHandle, longestMs: number): Promise<WavLayout> {
  const { size } = await file.stat();
  const head = await pieceOf(file, 0, Math.min(size, HEAD_BYTES));
  const layout = wavLayout(head, size);
  if (layout.bytes === 0) throw new ProbeError('malformed', 'no sound in it');
  if (layout.durationMs > longestMs) throw new ProbeError('too-large', `more than ${Math.round(longestMs / 1000)} s of sound`);
  return layout;
}

async function* framesOf(file: FileHandle, { format, from, bytes }: WavLayout): AsyncGenerator<Float32Array> {
  const resampler = createResampler(format.rate);
  const framer = createFramer();
  const pieceBytes = (PIECE_SAMPLES * format.channels * format.bits) / 8;
  for (let at = 0; at < bytes; at += pieceBytes) {
    const piece = await pieceOf(file, from + at, Math.min(pieceBytes, bytes - at));
    yield* framer.push(resampler.push(monoOf(piece, format)));
  }
  yield* framer.push(resampler.flush());
  const last = framer.flush();
  if (last) yield last;
}

async function pieceOf(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position });
  // somebody makes it shorter while it is played
  if (bytesRead < length) throw new ProbeError('malformed', 'the sound is cut short');
  return buffer;
}

/** Ends early when `signal` aborts. */
async function until(atMs: number, signal: AbortSignal): Promise<void> {
  const ms = atMs - performance.now();
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => {});
}
