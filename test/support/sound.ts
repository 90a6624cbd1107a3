/** A sine of 440 Hz at 16 kHz, as a WAV file. */
export function toneWav(durationMs: number): Buffer {
  const samples = Buffer.alloc(2 * Math.round(16 * durationMs));
  for (let at = 0; at < samples.length / 2; at += 1)
    samples.writeInt16LE(Math.round(9_000 * Math.sin((at * 440 * 2 * Math.PI) / 16_000)), 2 * at);
  return wavFile(samples);
}

interface Writing {
  readonly format?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  /** What the header says of the samples' size; the truth when absent. */
  readonly declaredBytes?: number;
  /** A chunk before the samples. */
  readonly before?: Buffer;
}

/** These samples under a header of 16 kHz mono, or of what is asked. */
export function wavFile(
  samples: Buffer,
  { format = 1, channels = 1, rate = 16_000, bits = 16, declaredBytes, before }: Writing = {},
): Buffer {
  const fmt = Buffer.alloc(24);
  fmt.write('fmt ', 0, 'latin1');
  fmt.writeUInt32LE(16, 4);
  fmt.writeUInt16LE(format, 8);
  fmt.writeUInt16LE(channels, 10);
  fmt.writeUInt32LE(rate, 12);
  fmt.writeUInt32LE((rate * channels * bits) / 8, 16);
  fmt.writeUInt16LE((channels * bits) / 8, 20);
  fmt.writeUInt16LE(bits, 22);
  const data = Buffer.alloc(8);
  data.write('data', 0, 'latin1');
  data.writeUInt32LE(declaredBytes ?? samples.length, 4);
  const body = Buffer.concat([Buffer.from('WAVE'), fmt, before ?? Buffer.alloc(0), data, samples]);
  const riff = Buffer.alloc(8);
  riff.write('RIFF', 0, 'latin1');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body]);
}
