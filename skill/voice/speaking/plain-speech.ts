/** Characters that some engine takes for markup, phonemes or an option: `[[…]]`, `<…>`, quotes, backslashes, braces. */
const MARKUP = /[<>[\]{}"\\|`^~*_#]/g;
const LONGEST = 2_000;

/** A text that every engine only reads: one line, no markup, nothing that begins like an option. */
export function plainSpeech(text: string): string {
  return text
    .replace(MARKUP, ' ')
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s-]+/, '')
    .slice(0, LONGEST)
    .replace(HALF_CHARACTER, '')
    .trim();
}

/** The cut may have parted a surrogate from its pair. */
const HALF_CHARACTER = /\p{Cs}$/u;
