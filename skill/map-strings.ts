type Change = (text: string) => string;

/** The same value with every string changed, keys included. What holds nothing that changes stays the very same object. */
export function mapStrings(value: unknown, change: Change): unknown {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return mapArray(value, change);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [change(String(key)), mapStrings(item, change)]));
  return mapObject(value as Readonly<Record<string, unknown>>, change);
}

// by index, because an iterator makes an array of each of the hundred thousand places of a large report
function mapArray(value: readonly unknown[], change: Change): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let index = 0; index < value.length; index += 1) {
    const after = mapStrings(value[index], change);
    if (changed === null && !Object.is(after, value[index])) changed = value.slice(0, index);
    changed?.push(after);
  }
  return changed ?? value;
}

function mapObject(value: Readonly<Record<string, unknown>>, change: Change): object {
  const keys = Object.keys(value);
  let changed: [string, unknown][] | null = isRecord(value) ? null : [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const name = change(key);
    const after = mapStrings(value[key], change);
    if (changed === null && (name !== key || !Object.is(after, value[key])))
      changed = keys.slice(0, index).map((same) => [same, value[same]]);
    changed?.push([name, after]);
  }
  return changed === null ? value : Object.fromEntries(changed);
}

/** Anything else may say more than its fields: a URL, an error, what has a `toJSON`. */
function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
