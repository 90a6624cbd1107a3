import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createResampler } from '../../../skill/voice/hearing/resample.ts';
import { RATE_HZ } from '../../../skill/voice/hearing/sound-source.ts';
import { figure } from '../../support/gathering.ts';
import { joined } from '../../support/speech.ts';

const RATES = [8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000, 15_999];

function resampled(samples: Float32Array, fromHz: number): Float32Array {
  const resampler = createResampler(fromHz);
  return joined([resampler.push(samples), resampler.flush()]);
}

function tone(hz: number, rate: number, seconds = 1): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, index) => Math.sin((2 * Math.PI * hz * index) / rate));
}

/** How loud one frequency is in the middle of a sound, beside a sine of full scale. */
function decibelsAt(hz: number, samples: Float32Array): number {
  const middle = samples.subarray(samples.length >> 2, 3 * (samples.length >> 2));
  let [real, imaginary, total] = [0, 0, 0];
  for (const [index, sample] of middle.entries()) {
    const window = 1 - Math.cos((2 * Math.PI * index) / middle.length);
    real += window * sample * Math.cos((2 * Math.PI * hz * index) / RATE_HZ);
    imaginary += window * sample * Math.sin((2 * Math.PI * hz * index) / RATE_HZ);
    total += window;
  }
  return 20 * Math.log10((2 * Math.hypot(real, imaginary)) / total);
}

/** The loudest thing in it, wherever it is. */
function decibelsOf(samples: Float32Array): number {
  const middle = samples.subarray(samples.length >> 2, 3 * (samples.length >> 2));
  return 20 * Math.log10(Math.sqrt(2 * (middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length)));
}

describe('a sound of another rate', () => {
  test.each(RATES)('keeps what can be heard, and nothing is added to it: %d Hz', (rate) => {
    const highest = 0.42 * Math.min(rate, RATE_HZ);
    for (const hz of [100, 440, 1_000, highest / 2, highest]) {
      const output = resampled(tone(hz, rate), rate);
      expect(decibelsAt(hz, output)).toBeCloseTo(0, 1);
      const rest = output.map((sample, index) => sample - Math.sin((2 * Math.PI * hz * index) / RATE_HZ));
      expect(decibelsOf(rest)).toBeLessThan(-50);
    }
  });

  test.each(RATES.filter((rate) => rate > RATE_HZ))('loses what would fold back: %d Hz', (rate) => {
    const loudest = [8_100, 9_000, 10_000, 11_000].map((hz) => decibelsOf(resampled(tone(hz, rate), rate)));
    figure(`${rate} Hz: what is above 8 kHz comes back at ${Math.round(Math.max(...loudest))} dB`);
    expect(Math.max(...loudest)).toBeLessThan(-75);
  });

  test('gets no mirror image where there was nothing', () => {
    const output = resampled(tone(3_000, 8_000), 8_000);
    expect(decibelsAt(5_000, output)).toBeLessThan(-75);
  });

  test.each(RATES)('is as long as it was: %d Hz', (rate) => {
    expect(resampled(new Float32Array(rate), rate).length).toBe(RATE_HZ);
  });

  test('is the same however it comes in pieces', () => {
    const whole = tone(440, 44_100, 0.2);
    const expected = resampled(whole, 44_100);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 12 }), (lengths) => {
        const resampler = createResampler(44_100);
        const pieces: Float32Array[] = [];
        let at = 0;
        for (const length of lengths) {
          pieces.push(resampler.push(whole.subarray(at, at + length)));
          at += length;
        }
        pieces.push(resampler.push(whole.subarray(at)), resampler.flush());
        expect(joined(pieces)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('is left as it is at our own rate', () => {
    const samples = tone(7_900, RATE_HZ);
    expect(resampled(samples, RATE_HZ)).toEqual(samples);
  });
});
