/**
 * A sentence in each form in which the assistant may look for it, for it tells them apart: as it is written, as a
 * recogniser without accents writes it, and as its own cleaning leaves what was spoken, without apostrophes.
 */
export function spellings(sentence: string): readonly string[] {
  const written = [sentence, sentence.replaceAll('œ', 'oe'), unaccented(sentence)];
  return [...new Set([...written, ...written.map((each) => each.replaceAll("'", ''))])];
}

/** Small letters, no accents, straight apostrophes, single spaces. */
export function unaccented(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
