import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FRAME_SAMPLES, RATE_HZ } from '../../../skill/voice/hearing/sound-source.ts';
import { wavSource } from '../../../skill/voice/hearing/wav-source.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { codeOf, timed } from '../../support/gathering.ts';
import { toneWav, wavFile } from '../../support/sound.ts';
import { joined } from '../../support/speech.ts';

const never = new AbortController().signal;

function fileOf(wav: Buffer): string {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const path = join(folder.path, 'sound.wav');
  writeFileSync(path, wav);
  return path;
}

async function heard(path: string, signal = never): Promise<Float32Array> {
  const frames: Float32Array[] = [];
  for await (const frame of wavSource(path, { isHurried: true }).open(signal)) frames.push(frame);
  return joined(frames);
}

const TONE_HZ = 440;

/** A second of a tone at half of full scale, in any writing. */
function writtenTone({ rate = RATE_HZ, bits = 16, channels = 1, format = 1 }): Buffer {
  const width = bits / 8;
  const bytes = Buffer.alloc(rate * channels * width);
  for (let index = 0; index < rate; index += 1) {
    const value = 0.5 * Math.sin((2 * Math.PI * TONE_HZ * index) / rate);
    for (let channel = 0; channel < channels; channel += 1) {
      const at = (index * channels + channel) * width;
      if (format === 3) bytes.writeFloatLE(value, at);
      else if (bits === 8) bytes.writeUInt8(Math.round(128 + 127 * value), at);
      else bytes.writeIntLE(Math.round((2 ** (bits - 1) - 1) * value), at, width);
    }
  }
  return wavFile(bytes, { rate, bits, channels, format });
}

describe('a WAV file in place of a microphone', () => {
  test.each<[string, Parameters<typeof writtenTone>[0]]>([
    ['16 bits', {}],
    ['8 bits', { bits: 8 }],
    ['24 bits', { bits: 24 }],
    ['32 bits', { bits: 32 }],
    ['32 bits of floating point', { bits: 32, format: 3 }],
    ['8 kHz', { rate: 8_000 }],
    ['11.025 kHz of 8 bits', { rate: 11_025, bits: 8 }],
    ['48 kHz stereo of floating point', { rate: 48_000, channels: 2, bits: 32, format: 3 }],
    ['192 kHz of eight channels', { rate: 192_000, channels: 8 }],
  ])('sounds the same, however it is written: %s', async (_, writing) => {
    const samples = await heard(fileOf(writtenTone(writing)));
    expect(samples.length).toBe(Math.ceil(RATE_HZ / FRAME_SAMPLES) * FRAME_SAMPLES);
    const worst = samples
      .subarray(2_000, 14_000)
      .reduce(
        (most, sample, index) => Math.max(most, Math.abs(sample - 0.5 * Math.sin((2 * Math.PI * TONE_HZ * (index + 2_000)) / RATE_HZ))),
        0,
      );
    expect(worst).toBeLessThan(writing.bits === 8 ? 0.015 : 0.002);
  });

  test('is heard to its last sample', async () => {
    const samples = await heard(fileOf(writtenTone({ rate: 48_000 })));
    expect(samples.findLastIndex((sample) => sample !== 0)).toBe(RATE_HZ - 1);
  });

  test('is the mean of its channels', async () => {
    const bytes = Buffer.alloc(4 * RATE_HZ);
    for (let index = 0; index < RATE_HZ; index += 1) bytes.writeInt16LE(16_384, 4 * index);
    expect((await heard(fileOf(wavFile(bytes, { channels: 2 }))))[8_000]).toBeCloseTo(0.25, 6);
  });

  test('holds no number that is none, and none above full scale', async () => {
    const bytes = Buffer.alloc(4 * RATE_HZ);
    for (const [index, value] of [Number.NaN, Number.POSITIVE_INFINITY, -1e30, 0.5].entries()) bytes.writeFloatLE(value, 4 * index);
    const samples = await heard(fileOf(wavFile(bytes, { bits: 32, format: 3 })));
    expect([...samples.subarray(0, 4)]).toEqual([0, 0, -1, 0.5]);
  });

  test('may be silent, and as short as it likes', async () => {
    expect(await heard(fileOf(wavFile(Buffer.alloc(2))))).toEqual(new Float32Array(FRAME_SAMPLES));
  });

  test.each<[string, Buffer, string]>([
    ['garbage', Buffer.alloc(5_000, 'garbage'), 'malformed'],
    ['nothing', Buffer.alloc(0), 'malformed'],
    ['no sample', wavFile(Buffer.alloc(0)), 'malformed'],
    ['cut short', wavFile(Buffer.alloc(100), { declaredBytes: 101 }), 'malformed'],
    ['a code that few know', wavFile(Buffer.alloc(100), { format: 85 }), 'malformed'],
  ])('is refused: %s', async (_, wav, code) => {
    expect(await codeOf(heard(fileOf(wav)))).toBe(code);
  });

  test('is refused where there is none, or no file, or a pipe that nobody writes to', async () => {
    const path = fileOf(toneWav(100));
    expect(await codeOf(heard(`${path}.absent`))).toBe('not-found');
    expect(await codeOf(heard('/dev/zero'))).toBe('malformed');
    execFileSync('mkfifo', [`${path}.pipe`]);
    expect(await codeOf(heard(`${path}.pipe`))).toBe('malformed');
  });

  test('is refused when it is longer than it may be', async () => {
    const source = wavSource(fileOf(toneWav(2_000)), { longestMs: 1_999 });
    expect(await codeOf(source.open(never)[Symbol.asyncIterator]().next())).toBe('too-large');
  });

  test('may become shorter while it is heard', async () => {
    const path = fileOf(toneWav(5_000));
    const work = async () => {
      for await (const _ of wavSource(path, { isHurried: true }).open(never)) truncateSync(path, 20_000);
    };
    expect(await codeOf(work())).toBe('malformed');
  });

  test('comes as fast as it was spoken, and no faster', async () => {
    const delays: number[] = [];
    const startedAt = performance.now();
    for await (const _ of wavSource(fileOf(toneWav(640))).open(never))
      delays.push(performance.now() - startedAt - 32 * (delays.length + 1));
    expect(delays).toHaveLength(20);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(-2);
    // what is late once does not make the rest late
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(40);
  });

  test('ends at once when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const { ms } = await timed(async () => {
      for await (const _ of wavSource(fileOf(toneWav(30_000))).open(stop.signal)) {
        // the rest is of no interest
      }
    });
    expect(ms).toBeLessThan(500);
    expect(await heard(fileOf(toneWav(100)), AbortSignal.abort())).toHaveLength(0);
  });
});
