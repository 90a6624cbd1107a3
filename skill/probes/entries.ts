import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';

const MOST_ENTRIES = 2_000;

/** The first 2,000 entries of a foreign list. One entry of another shape makes it another product's list. */
export function entriesOf<T>(list: unknown, entry: z.ZodType<T>, product: string): readonly T[] {
  if (!Array.isArray(list)) throw wrongProduct(product);
  const entries = z.array(entry).safeParse(list.slice(0, MOST_ENTRIES));
  if (!entries.success) throw wrongProduct(product);
  return entries.data;
}

/** The named field of a JSON object; undefined in anything else. */
export function fieldOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;
}

function wrongProduct(product: string) {
  return new ProbeError('wrong-product', `not a model list of ${product}`);
}
