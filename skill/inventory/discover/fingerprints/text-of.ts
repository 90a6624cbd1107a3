import { cut } from '../../../probes/cut.ts';
import { fieldOf } from '../../../probes/entries.ts';

const LONGEST = 40;

/** A short text of a foreign object, such as a version; null when there is none. */
export function textOf(json: unknown, name: string): string | null {
  const value = fieldOf(json, name);
  return typeof value === 'string' ? cut(value, LONGEST) || null : null;
}
