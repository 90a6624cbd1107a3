/** The sentences of a text, in order: each is said as soon as it is ready, and silence can fall between two. */
export function sentencesOf(text: string, language: 'fr' | 'en'): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => WORD.test(sentence));
}

const WORD = /[\p{L}\p{N}]/u;
