import { readWav, wavLayout } from '../../wav.ts';
import { monoOf } from '../pcm.ts';
import { createResampler } from '../resample.ts';

/** Samples from −1 to 1, so many a second. */
export interface Sound {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** What an engine said. Throws a `ProbeError` where it is no sound. */
export function soundOf(file: Buffer): Sound {
  const { bytes } = readWav(file);
  const { format, from, bytes: size } = wavLayout(bytes, bytes.length);
  return { samples: monoOf(bytes.subarray(from, from + size), format), rate: format.rate };
}

/** At the rate that hearing works with. */
export function asHeard({ samples, rate }: Sound): Float32Array {
  const resampler = createResampler(rate);
  const [most, rest] = [resampler.push(samples), resampler.flush()];
  const whole = new Float32Array(most.length + rest.length);
  whole.set(most);
  whole.set(rest, most.length);
  return whole;
}
