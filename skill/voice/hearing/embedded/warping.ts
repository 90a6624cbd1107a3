import { type Frames, WIDTH } from './embedder.ts';

/** Frames of the recording that may be left over before and after the template: a breath, a click, the rest of a pause. */
const SLACK = 3;

/** How far two ways of saying something lie apart when each is stretched onto the other. */
export interface Warp {
  /** Mean cosine distance along the best path: 0 is the same, about 0.2 another sentence, 2 at most. */
  readonly distance: number;
}

const FARTHEST = 2;

/** Dynamic time warping of a whole template onto a recording, but for a little at its ends. */
export function warp(heard: Frames, template: Frames): number {
  const [rows, columns] = [heard.length / WIDTH, template.length / WIDTH];
  if (rows === 0 || columns === 0) return FARTHEST;
  let above = new Float64Array(0);
  let stepsAbove = new Float64Array(0);
  let nearest = FARTHEST;
  for (let row = 0; row < rows; row += 1) {
    const costs = new Float64Array(columns);
    const steps = new Float64Array(columns);
    for (let column = 0; column < columns; column += 1) {
      const distance = 1 - product(heard, row, template, column);
      let cost = Number.POSITIVE_INFINITY;
      let count = 1;
      // a step along both counts as two: a path through the middle is worth as much as one around it
      const take = (before: number, stepsBefore: number, weight: number) => {
        const [sum, length] = [before + weight * distance, stepsBefore + weight];
        if (sum / length < cost / count) [cost, count] = [sum, length];
      };
      if (column === 0 && row <= SLACK) take(0, 0, 2);
      if (column === 1 && row === 0) take(0, 0, 2);
      if (row > 0 && column > 0) take(above[column - 1] ?? 0, stepsAbove[column - 1] ?? 0, 2);
      if (row > 0) take(above[column] ?? 0, stepsAbove[column] ?? 0, 1);
      if (column > 0) take(costs[column - 1] ?? 0, steps[column - 1] ?? 0, 1);
      costs[column] = cost;
      steps[column] = count;
    }
    if (row >= rows - 1 - SLACK) nearest = Math.min(nearest, (costs[columns - 1] ?? FARTHEST) / (steps[columns - 1] ?? 1));
    above = costs;
    stepsAbove = steps;
  }
  return nearest;
}

/** The cosine between two frames: both are of unit length. */
function product(a: Frames, row: number, b: Frames, column: number): number {
  let sum = 0;
  for (let at = 0; at < WIDTH; at += 1) sum += (a[row * WIDTH + at] ?? 0) * (b[column * WIDTH + at] ?? 0);
  return sum;
}
