/** A sentence as it is written and as a recogniser without accents writes it: the assistant tells the two apart. */
export function spellings(sentence: string): readonly string[] {
  return [...new Set([sentence, sentence.replaceAll('œ', 'oe'), unaccented(sentence)])];
}

/** Small letters, plain apostrophes, no accents, single spaces. */
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
