/** How alike two courses of loudness are where they fit best, −1 to 1; `later` may begin up to so many steps after `first`. */
export function alike(first: readonly number[], later: readonly number[], mostSteps: number): number {
  let best = -1;
  for (let lag = 0; lag <= mostSteps; lag += 1) best = Math.max(best, correlation(first, later.slice(lag, lag + first.length)));
  return best;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const count = Math.min(a.length, b.length);
  if (count < a.length / 2) return -1;
  const [meanA, meanB] = [mean(a.slice(0, count)), mean(b.slice(0, count))];
  let [both, ofA, ofB] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const [x, y] = [(a[at] ?? 0) - meanA, (b[at] ?? 0) - meanB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return both / (Math.sqrt(ofA * ofB) || 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The loudest of each 10 ms of a WAV file of 16 bits, mono, whose sound begins at byte 44. */
export function loudnessOf(wav: Buffer, rate: number): readonly number[] {
  const step = 2 * Math.round(rate / 100);
  const steps: number[] = [];
  for (let at = 44; at + step <= wav.length; at += step) {
    let most = 0;
    for (let byte = at; byte < at + step; byte += 2) most = Math.max(most, Math.abs(wav.readInt16LE(byte)));
    steps.push(most);
  }
  return steps;
}
