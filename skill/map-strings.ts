type Change = (text: string) => string;

/** The same value with every string changed, keys included. What holds nothing that changes stays the very same object. */
export function mapStrings(value: unknown, change: Change): unknown {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return mapArray(value, change);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [change(String(key)), mapStrings(item, change)]));
  return mapObject(value as Readonly<Record<string, unknown>>, change);
}

function mapArray(value: readonly unknown[], change: Change): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (const [index, before] of value.entries()) {
    const after = mapStrings(before, change);
    if (changed === null && !Object.is(after, before)) changed = value.slice(0, index);
    changed?.push(after);
  }
  return changed ?? value;
}

function mapObject(value: Readonly<Record<string, unknown>>, change: Change): object {
  const keys = Object.keys(value);
  let changed: [string, unknown][] | null = null;
  for (const [index, key] of keys.entries()) {
    const name = change(key);
    const after = mapStrings(value[key], change);
    if (changed === null && (name !== key || !Object.is(after, value[key])))
      changed = keys.slice(0, index).map((same) => [same, value[same]]);
    changed?.push([name, after]);
  }
  return changed === null ? value : Object.fromEntries(changed);
}
