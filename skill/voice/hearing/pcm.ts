import type { WavFormat } from '../wav.ts';

/** The mean of the channels, each sample from −1 to 1; `bytes` holds whole samples of every channel. What is no number is silence. */
export function monoOf(bytes: Buffer, { isFloat, channels, bits }: WavFormat): Float32Array {
  const read = isFloat ? readFloat : READERS[bits];
  if (!read) throw new Error(`no reader for ${bits} bits`);
  const width = bits / 8;
  const samples = new Float32Array(bytes.length / (width * channels));
  for (let index = 0, at = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1, at += width) sum += read(bytes, at);
    samples[index] = sum / channels;
  }
  return samples;
}

type Reader = (bytes: Buffer, at: number) => number;

/** Eight bits are unsigned. */
const READERS: Readonly<Record<number, Reader>> = {
  8: (bytes, at) => (bytes.readUInt8(at) - 0x80) / 0x80,
  16: (bytes, at) => bytes.readInt16LE(at) / 0x8000,
  24: (bytes, at) => bytes.readIntLE(at, 3) / 0x80_0000,
  32: (bytes, at) => bytes.readInt32LE(at) / 0x8000_0000,
};

const readFloat: Reader = (bytes, at) => {
  const sample = bytes.readFloatLE(at);
  return Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
};
