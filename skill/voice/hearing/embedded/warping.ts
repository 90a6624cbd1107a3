import { WIDTH } from './embedder.ts';
import { type Comparable, frameDistance } from './likeness.ts';

/** How well a template lies on a recording when both are stretched onto each other. */
export interface Warp {
  /** Mean distance along the best path. */
  readonly distance: number;
  /** The same of its worst third: another word in an otherwise equal sentence. */
  readonly worst: number;
}

/** Frames of the recording that may be left over before and after the template: a breath, the rest of a pause. */
const SLACK = 2;
/** Of the path, for {@link Warp.worst}. */
const WORST_SHARE = 0.3;
/** More than any real distance. */
export const FARTHEST = 2;

/** Where a path came from: along both, the recording, the template. */
const BOTH = 1;
const HEARD = 2;
const TEMPLATE = 3;

/** Dynamic time warping of a whole template onto a recording, but for a little at its ends. */
export function warp(heard: Comparable, template: Comparable): Warp {
  const [rows, columns] = [heard.length / WIDTH, template.length / WIDTH];
  if (rows === 0 || columns === 0) return { distance: FARTHEST, worst: FARTHEST };
  const { costs, steps, from, distances } = filled(heard, template, rows, columns);
  let end = -1;
  let distance = FARTHEST;
  for (let row = Math.max(0, rows - 1 - SLACK); row < rows; row += 1) {
    const cell = row * columns + columns - 1;
    const mean = (costs[cell] ?? 0) / (steps[cell] ?? 1);
    if (mean < distance) [end, distance] = [cell, mean];
  }
  return { distance, worst: end < 0 ? FARTHEST : worstOf(end, from, distances, columns) };
}

function filled(heard: Comparable, template: Comparable, rows: number, columns: number) {
  const distances = new Float32Array(rows * columns);
  const costs = new Float32Array(rows * columns).fill(Number.POSITIVE_INFINITY);
  const steps = new Float32Array(rows * columns).fill(1);
  const from = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const distance = frameDistance(heard, row, template, column);
      distances[cell] = distance;
      // the beginning
      if ((column === 0 && row <= SLACK) || (row === 0 && column === 1)) {
        costs[cell] = 2 * distance;
        steps[cell] = 2;
      }
      // a step along both counts as two: a path through the middle is worth as much as one around it
      if (row > 0 && column > 0) take(cell, cell - columns - 1, BOTH, 2);
      if (row > 0) take(cell, cell - columns, HEARD, 1);
      if (column > 0) take(cell, cell - 1, TEMPLATE, 1);
    }
  }
  return { costs, steps, from, distances };

  function take(cell: number, before: number, way: number, weight: number): void {
    const cost = (costs[before] ?? 0) + weight * (distances[cell] ?? 0);
    const length = (steps[before] ?? 0) + weight;
    if (cost / length >= (costs[cell] ?? 0) / (steps[cell] ?? 1)) return;
    costs[cell] = cost;
    steps[cell] = length;
    from[cell] = way;
  }
}

function worstOf(end: number, from: Uint8Array, distances: Float32Array, columns: number): number {
  const back = { [BOTH]: columns + 1, [HEARD]: columns, [TEMPLATE]: 1 } as Readonly<Record<number, number>>;
  const along: number[] = [];
  for (let cell = end; ; cell -= back[from[cell] ?? 0] ?? 0) {
    along.push(distances[cell] ?? FARTHEST);
    if (from[cell] === 0) break;
  }
  const worst = along.toSorted((a, b) => b - a).slice(0, Math.max(1, Math.round(along.length * WORST_SHARE)));
  return worst.reduce((sum, distance) => sum + distance, 0) / worst.length;
}
