import { readWav } from '../../wav.ts';
import { RATE_HZ } from '../sound-source.ts';

const HEADER_BYTES = 44;
/** Zero crossings of the filter on each side. */
const CROSSINGS = 16;

/** Samples from −1 to 1, so many a second. */
export interface Sound {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** What an engine said: 16 bits, mono, of any rate. Throws a `ProbeError` where it is none. */
export function soundOf(bytes: Buffer): Sound {
  const wav = readWav(bytes).bytes;
  const channels = wav.readUInt16LE(22);
  const samples = new Float32Array(Math.floor((wav.length - HEADER_BYTES) / (2 * channels)));
  for (let at = 0; at < samples.length; at += 1) samples[at] = wav.readInt16LE(HEADER_BYTES + 2 * channels * at) / 32_768;
  return { samples, rate: wav.readUInt32LE(24) };
}

/** At the rate that hearing works with. */
export function asHeard({ samples, rate }: Sound): Float32Array {
  if (rate === RATE_HZ) return samples;
  const cut = Math.min(1, RATE_HZ / rate);
  const reach = Math.ceil(CROSSINGS / cut);
  const filters = new Map<number, Float32Array>();
  return Float32Array.from({ length: Math.floor((samples.length * RATE_HZ) / rate) }, (_, index) => {
    const whole = Math.floor((index * rate) / RATE_HZ);
    // as many filters as there are places between two samples: some hundred
    const phase = (index * rate) % RATE_HZ;
    const filter = filters.get(phase) ?? filterAt(phase / RATE_HZ, reach, cut);
    filters.set(phase, filter);
    let sum = 0;
    for (let at = 0; at < filter.length; at += 1) sum += (samples[whole - reach + at] ?? 0) * (filter[at] ?? 0);
    return sum;
  });
}

function filterAt(phase: number, reach: number, cut: number): Float32Array {
  const filter = Float32Array.from({ length: 2 * reach + 1 }, (_, at) => {
    const distance = at - reach - phase;
    const angle = distance * cut * Math.PI;
    const window = Math.abs(distance) >= reach ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
    return (angle === 0 ? 1 : Math.sin(angle) / angle) * window;
  });
  const weight = filter.reduce((sum, value) => sum + value, 0);
  return filter.map((value) => value / weight);
}
