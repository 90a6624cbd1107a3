import { shapesIn } from './shapes.ts';
import { isRandom } from './values.ts';

/** A name as it may be told: one that looks like a secret itself is none. */
export function nameFor(name: string | null): string | null {
  if (name === null || isRandom(name)) return null;
  return shapesIn(name).next().done ? name : null;
}
