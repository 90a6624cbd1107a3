/** Text from outside, on one line of at most `length` characters: no control characters, no half surrogates. */
export function cut(text: string, length = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.slice(0, length * 4).replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().slice(0, length).toWellFormed();
}
