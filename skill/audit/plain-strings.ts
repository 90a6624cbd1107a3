import { mapStrings } from '../map-strings.ts';

/** C0 and C1 controls but tab and line feed, bidirectional marks, zero-width and other invisible characters, lone surrogates. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\u{e0000}|[\u{e0001}-\u{e007f}]/gu;
const LONGEST = 2_000;

const ORDINARY = /^[ -~]*$/;

/**
 * The same value with no string that could steer a terminal or reorder a line: what comes from a target is hostile.
 * Strings are cut to `longest` characters.
 */
export function plainStrings<T>(value: T, longest = LONGEST): T {
  // cut first: a cut may part a surrogate from its pair
  return mapStrings(value, (text) => printable(text.slice(0, longest))) as T;
}

/** A text without what steers a terminal, reorders a line or is not seen; of a pile of accents the first three. */
export function printable(text: string): string {
  return ORDINARY.test(text) ? text : text.replace(UNPRINTABLE, '').replace(/(\p{M}{3})\p{M}+/gu, '$1');
}
