import { ProbeError } from '../audit/define.ts';

/** Sound that any player takes: one format chunk, one data chunk, sizes that are true. */
export interface Wav {
  readonly bytes: Buffer;
  readonly durationMs: number;
}

/** What is read of any engine's or server's answer. */
export const MOST_SOUND_BYTES = 20 * 1024 * 1024;
const SHORTEST_MS = 50;
/** Longer than the longest text takes to be read slowly. */
const LONGEST_MS = 240_000;
const HEADER_BYTES = 44;
/** Who streams does not know the size: it writes something near the largest signed or unsigned one, or nothing. */
const UNKNOWN_FROM = 0x7fff0000;

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const BITS: Readonly<Record<number, readonly number[]>> = { [PCM]: [8, 16, 24, 32], [FLOAT]: [32] };

/** How the samples of a WAV file are written. */
export interface WavFormat {
  readonly isFloat: boolean;
  readonly channels: number;
  /** Per second and channel. */
  readonly rate: number;
  readonly bits: number;
}

/** Where the samples of a WAV file are. */
export interface WavLayout {
  readonly format: WavFormat;
  readonly from: number;
  /** Whole samples of every channel. */
  readonly bytes: number;
  readonly durationMs: number;
}

/** Takes what was sent for sound at its word only where it is a WAV that can be heard, and writes it anew. */
export function readWav(bytes: Buffer): Wav {
  if (bytes.length > MOST_SOUND_BYTES) throw new ProbeError('too-large', `more than ${MOST_SOUND_BYTES} bytes of sound`);
  const { format, durationMs, ...place } = wavLayout(bytes, bytes.length);
  const { isFloat, channels, rate, bits } = format;
  const samples = bytes.subarray(place.from, place.from + place.bytes);
  if (durationMs < SHORTEST_MS) refuse(`only ${Math.round(durationMs)} ms of sound`);
  if (durationMs > LONGEST_MS) throw new ProbeError('too-large', `more than ${LONGEST_MS / 1000} s of sound`);
  if (isSilence(samples, bits)) refuse('only silence');
  const head = header(isFloat ? FLOAT : PCM, channels, rate, bits, samples.length);
  return { bytes: Buffer.concat([head, samples]), durationMs: Math.round(durationMs) };
}

/** What the beginning of a file of so many bytes says of its sound. Throws a `ProbeError` where it is no WAV file, or one that few can play. */
export function wavLayout(head: Buffer, totalBytes: number): WavLayout {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') refuse('not a WAV file');
  const chunks = chunksOf(head, totalBytes);
  const format = formatOf(chunks.format);
  const frameBytes = (format.channels * format.bits) / 8;
  const bytes = chunks.bytes - (chunks.bytes % frameBytes);
  return { format, from: chunks.from, bytes, durationMs: (1000 * bytes) / (frameBytes * format.rate) };
}

function refuse(problem: string): never {
  throw new ProbeError('malformed', problem);
}

interface Chunks {
  readonly format: Buffer;
  readonly from: number;
  readonly bytes: number;
}

function chunksOf(bytes: Buffer, totalBytes: number): Chunks {
  let format: Buffer | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const from = at + 8;
    if (id === 'data') {
      if (!format) return refuse('no format before the sound');
      const isUnknown = size >= UNKNOWN_FROM || size === 0;
      if (!isUnknown && from + size > totalBytes) refuse('the sound is cut short');
      return { format, from, bytes: isUnknown ? totalBytes - from : size };
    }
    if (id === 'fmt ' && size >= 16 && from + size <= bytes.length) format = bytes.subarray(from, from + size);
    // chunks begin at even places
    at = from + size + (size % 2);
  }
  return refuse('no sound in it');
}

function formatOf(chunk: Buffer): WavFormat {
  const written = chunk.readUInt16LE(0);
  const code = written === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : written;
  const [channels, rate, bits] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4), chunk.readUInt16LE(14)];
  const isPlayable = (BITS[code]?.includes(bits) ?? false) && channels >= 1 && channels <= 8 && rate >= 4_000 && rate <= 192_000;
  if (!isPlayable) refuse(`sound that few can play (format ${code}, ${bits} bits, ${channels} channels, ${rate} Hz)`);
  return { isFloat: code === FLOAT, channels, rate, bits };
}

/** Eight bits are unsigned: their silence is in the middle. */
function isSilence(samples: Buffer, bits: number): boolean {
  const silence = bits === 8 ? 0x80 : 0;
  return samples.every((byte) => byte === silence);
}

/** Sound as it is sampled, as a WAV that nobody has proven yet. Samples of whole bytes. */
export function pcmWav(
  samples: Buffer,
  { rate, channels, bits }: { readonly rate: number; readonly channels: number; readonly bits: number },
): Buffer {
  return Buffer.concat([header(PCM, channels, rate, bits, samples.length), samples]);
}

function header(code: number, channels: number, rate: number, bits: number, dataBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(code, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE((rate * channels * bits) / 8, 28);
  bytes.writeUInt16LE((channels * bits) / 8, 32);
  bytes.writeUInt16LE(bits, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}

/** Nothing to hear, to find out whether it could be heard. */
export function silence(durationMs: number): Wav {
  const rate = 16_000;
  const samples = Buffer.alloc(2 * Math.round((rate * durationMs) / 1000));
  return { bytes: pcmWav(samples, { rate, channels: 1, bits: 16 }), durationMs };
}
