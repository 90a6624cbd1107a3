/** Complex numbers, real and imaginary parts apart. */
export interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** The discrete Fourier transform, in place, of a length that is a power of two. */
export function transform(signal: Complex): void {
  const { cosines, sines } = turnsOf(signal.real.length);
  reorder(signal.real);
  reorder(signal.imaginary);
  for (let half = 1; half < signal.real.length; half *= 2) combine(signal, half, cosines, sines);
}

function combine({ real, imaginary }: Complex, half: number, cosines: Float64Array, sines: Float64Array): void {
  const step = cosines.length / half;
  for (let start = 0; start < real.length; start += 2 * half) {
    for (let low = start, turn = 0; low < start + half; low += 1, turn += step) {
      const high = low + half;
      const [cosine, sine] = [cosines[turn] ?? 0, sines[turn] ?? 0];
      const turnedReal = (real[high] ?? 0) * cosine - (imaginary[high] ?? 0) * sine;
      const turnedImaginary = (real[high] ?? 0) * sine + (imaginary[high] ?? 0) * cosine;
      real[high] = (real[low] ?? 0) - turnedReal;
      imaginary[high] = (imaginary[low] ?? 0) - turnedImaginary;
      real[low] = (real[low] ?? 0) + turnedReal;
      imaginary[low] = (imaginary[low] ?? 0) + turnedImaginary;
    }
  }
}

/** Each number to the place whose bits are its own, reversed. */
function reorder(values: Float64Array): void {
  for (let at = 1, reversed = 0; at < values.length; at += 1) {
    let bit = values.length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at >= reversed) continue;
    const kept = values[at] ?? 0;
    values[at] = values[reversed] ?? 0;
    values[reversed] = kept;
  }
}

interface Turns {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

let last: Turns = { cosines: new Float64Array(0), sines: new Float64Array(0) };

/** The half circle, backwards, in as many steps as half the length. One length is asked for again and again. */
function turnsOf(length: number): Turns {
  const half = length / 2;
  if (last.cosines.length === half) return last;
  const angle = (at: number) => (-Math.PI * at) / half;
  last = {
    cosines: Float64Array.from({ length: half }, (_, at) => Math.cos(angle(at))),
    sines: Float64Array.from({ length: half }, (_, at) => Math.sin(angle(at))),
  };
  return last;
}
