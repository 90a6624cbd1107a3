/** Text from outside, on one line of at most `length` characters: no control characters, no half surrogates. */
export function cut(text: string, length = 200): string {
  return text
    .slice(0, length * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, length)
    .toWellFormed();
}
