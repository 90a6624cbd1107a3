/** Verbs in -er by their stems: every ending in which one asks for something. */
export function er(stems: string): string {
  return listed(stems)
    .map((stem) => `${stem}*`)
    .join('|');
}

const IR = 'is it issons issez issent isse isses issions issiez ir irais irait iriez irons iras irez ira issant';
const RE = 's t ons ez ent e es ions iez re rais rait riez rons ras rez ra ant';

/** « finir » by its stem: `fin`. */
export function ir(stems: string): string {
  return inflected(stems, IR);
}

/** « interrompre » by its stem: `interromp`. Those in -d have a third person without an ending. */
export function re(stems: string): string {
  return `${inflected(stems, RE)}|${listed(stems).join('|')}`;
}

const SUBJUNCTIVE = 'e es ent ions iez';
const FUTURE = 'as ez ons ais ait iez a';

/** An irregular verb: its forms of the present and the infinitive, and the stems of its subjunctive and future. */
export function irregular(forms: string, subjunctive: string, future: string): string {
  return [listed(forms).join('|'), inflected(subjunctive, SUBJUNCTIVE), inflected(future, FUTURE)].join('|');
}

/** Participles and adjectives that agree: `tombé` is also tombée, tombés, tombées. */
export function agreed(words: string): string {
  return listed(words)
    .flatMap((word) =>
      word.endsWith('s') || word.endsWith('x') ? [word, `${word}e`, `${word}es`] : [word, `${word}e`, `${word}s`, `${word}es`],
    )
    .join('|');
}

/** Every stem with every ending. */
export function inflected(stems: string, endings: string): string {
  return listed(stems)
    .flatMap((stem) => listed(endings).map((ending) => stem + ending))
    .join('|');
}

function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
