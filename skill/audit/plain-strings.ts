/** C0 and C1 controls but tab and line feed, bidirectional marks, zero-width and other invisible characters, lone surrogates. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\u{e0000}|[\u{e0001}-\u{e007f}]/gu;
const LONGEST = 2_000;

/** The same value with no string that could steer a terminal or reorder a line: what comes from a target is hostile. */
export function plainStrings<T>(value: T): T {
  return walk(value) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(walk);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [plain(key), walk(item)]));
}

/** Cut first: a cut may part a surrogate from its pair. */
const plain = (text: string) => text.slice(0, LONGEST).replace(UNPRINTABLE, '');
