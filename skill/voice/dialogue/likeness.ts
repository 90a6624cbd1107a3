import { BANDS } from './bands.ts';

/** How alike two sounds are, and how many rows the one came after the other. */
export interface Likeness {
  /** −1 to 1: 1 is the same sound, louder or quieter. */
  readonly correlation: number;
  readonly lag: number;
}

/** Fewer rows in common than this say nothing. */
const FEWEST_ROWS = 15;
const UNLIKE: Likeness = { correlation: 0, lag: 0 };

/**
 * Where `heard` is most like `said`, both as of `bandsOf`; `said` may hold rows of NaN where nothing was said. `from` and
 * `to`: the rows by which `heard` may be late.
 */
export function likeness(heard: Float32Array, said: Float32Array, from: number, to: number): Likeness {
  let best = UNLIKE;
  for (let lag = from; lag <= to; lag += 1) {
    const correlation = correlationAt(heard, said, lag);
    if (correlation > best.correlation) best = { correlation, lag };
  }
  return best;
}

/** Pearson's, each band about its own mean: how a room or a microphone colours the sound does not count. */
function correlationAt(heard: Float32Array, said: Float32Array, lag: number): number {
  const [first, end] = [Math.max(0, lag), Math.min(heard.length / BANDS, said.length / BANDS + lag)];
  let [both, ofHeard, ofSaid, rows] = [0, 0, 0, 0];
  for (let band = 0; band < BANDS; band += 1) {
    let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
    rows = 0;
    for (let row = first; row < end; row += 1) {
      const there = said[(row - lag) * BANDS + band] ?? Number.NaN;
      if (Number.isNaN(there)) continue;
      const here = heard[row * BANDS + band] ?? 0;
      rows += 1;
      x += here;
      y += there;
      xx += here * here;
      yy += there * there;
      xy += here * there;
    }
    if (rows < FEWEST_ROWS) return 0;
    both += xy - (x * y) / rows;
    ofHeard += xx - (x * x) / rows;
    ofSaid += yy - (y * y) / rows;
  }
  const scale = Math.sqrt(ofHeard * ofSaid);
  return scale > 0 ? both / scale : 0;
}
