import { RATE_HZ } from './sound-source.ts';

/** Brings a stream of samples to {@link RATE_HZ}, piece by piece. */
export interface Resampler {
  /** What can be told so far; the rest waits for what follows. */
  push(samples: Float32Array): Float32Array;
  /** What is left at the end of the sound. */
  flush(): Float32Array;
}

/** Zero crossings of the filter on each side of its middle: the band between heard and removed is 1.2 kHz at 16 kHz. */
const CROSSINGS = 32;
/** Places of the filter's table between two of its zero crossings, with straight lines between them. */
const RESOLUTION = 512;
/** Of the Kaiser window: what would fold back is 80 dB below. */
const BETA = 8;
/** Cycles per sample of the slower rate: the band ends there, half its width below the highest frequency that there can be. */
const CUTOFF = 0.461;

/** A windowed sinc: what lies above half of the slower rate is removed, not folded back. */
export function createResampler(fromHz: number): Resampler {
  if (fromHz === RATE_HZ) return { push: (samples) => samples, flush: () => new Float32Array(0) };
  const scale = Math.min(1, RATE_HZ / fromHz);
  const reach = CROSSINGS / scale;
  let kept = new Float32Array(0);
  /** The place of the first kept sample in the whole sound; before it there was silence. */
  let keptFrom = 0;
  let made = 0;
  const centre = (index: number) => (index * fromHz) / RATE_HZ;

  function make(until: number): Float32Array {
    const output = new Float32Array(Math.max(0, until - made));
    for (let index = 0; index < output.length; index += 1) output[index] = at(centre(made + index));
    made += output.length;
    const unneeded = Math.min(kept.length, Math.max(0, Math.floor(centre(made) - reach) - keptFrom));
    kept = kept.slice(unneeded);
    keptFrom += unneeded;
    return output;
  }

  function at(place: number): number {
    const first = Math.max(keptFrom, Math.ceil(place - reach));
    const last = Math.min(keptFrom + kept.length - 1, Math.floor(place + reach));
    let sum = 0;
    for (let sample = first; sample <= last; sample += 1) {
      sum += (kept[sample - keptFrom] ?? 0) * filterAt(Math.abs(place - sample) * scale);
    }
    return sum * scale;
  }

  return {
    push(samples) {
      const joined = new Float32Array(kept.length + samples.length);
      joined.set(kept);
      joined.set(samples, kept.length);
      kept = joined;
      const end = keptFrom + kept.length;
      return make(Math.floor(((end - 1 - reach) * RATE_HZ) / fromHz) + 1);
    },
    flush: () => make(Math.ceil(((keptFrom + kept.length) * RATE_HZ) / fromHz)),
  };
}

/** `distance` in samples of the slower rate. */
function filterAt(distance: number): number {
  const place = distance * RESOLUTION;
  const index = Math.floor(place);
  const [left = 0, right = 0] = [TABLE[index], TABLE[index + 1]];
  return left + (right - left) * (place - index);
}

const TABLE = Float64Array.from({ length: CROSSINGS * RESOLUTION + 1 }, (_, index) => {
  const distance = index / RESOLUTION;
  const window = bessel(BETA * Math.sqrt(1 - (distance / CROSSINGS) ** 2)) / bessel(BETA);
  return 2 * CUTOFF * sinc(2 * CUTOFF * distance) * window;
});

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The modified Bessel function of order zero, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
