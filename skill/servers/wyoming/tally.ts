const EVERY_MS = 1_000;

/** Tells what can be made to happen again and again at most once a second, with how often it did. */
export function createTally(tell: (code: string, count: number) => void, everyMs = EVERY_MS): (code: string) => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  let untold = 0;
  return (code) => {
    untold += 1;
    if (performance.now() - toldMs < everyMs) return;
    tell(code, untold);
    toldMs = performance.now();
    untold = 0;
  };
}
