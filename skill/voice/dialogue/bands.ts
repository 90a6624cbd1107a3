/** Frequencies at which sounds are compared, in hertz: where speech has its formants, and small loudspeakers still sound. */
const FREQUENCIES = Array.from({ length: 14 }, (_, index) => 280 * 1.2 ** index);
export const BANDS = FREQUENCIES.length;
/** Of one row. */
export const ROW_MS = 10;
/** What lies so far below the loudest, in powers of ten, is the room. */
const RANGE = 4;
const QUIETEST = 1e-9;

/** How loud each frequency is in each {@link ROW_MS}, in powers of ten: {@link BANDS} numbers a row. */
export function bandsOf(samples: Float32Array, rateHz: number): Float32Array {
  const width = Math.round((rateHz * ROW_MS) / 1000);
  const rows = Math.floor(samples.length / width);
  const bands = new Float32Array(rows * BANDS);
  let loudest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    const piece = samples.subarray(row * width, (row + 1) * width);
    for (const [band, hertz] of FREQUENCIES.entries()) {
      const power = Math.log10(QUIETEST + powerAt(hertz / rateHz, piece));
      bands[row * BANDS + band] = power;
      loudest = Math.max(loudest, power);
    }
  }
  return bands.map((power) => Math.max(power, loudest - RANGE));
}

/** Goertzel's: one line of a Fourier transform. */
function powerAt(turns: number, samples: Float32Array): number {
  const factor = 2 * Math.cos(2 * Math.PI * turns);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + factor * last - before, last];
  return (last * last + before * before - factor * last * before) / samples.length ** 2;
}
