const LOUDEST = 32_767;

/** What was recorded, as 16 bit: what every server takes. */
export function pcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(2 * samples.length);
  for (const [index, sample] of samples.entries())
    bytes.writeInt16LE(Math.round(LOUDEST * Math.max(-1, Math.min(1, Number.isNaN(sample) ? 0 : sample))), 2 * index);
  return bytes;
}
