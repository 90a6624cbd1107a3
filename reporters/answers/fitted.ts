import type { Locale } from '../../locales/locale.ts';
import type { Answer } from './answer.ts';
import { type Compose, cut, oneLine, type Point } from './point.ts';

/** Where the assistant cuts what it says, and what it shows. */
const MOST_SAID = 300;
const MOST_SHOWN = 500;
/** Twenty seconds. */
const MOST_WORDS = 55;
/** One sentence for the eye is not the whole answer. */
const LONGEST_SHOWN = 230;
/** Problems told: a listener keeps three in mind, a reader one more. */
const MOST_TOLD = 4;
/** From here on a sentence gives way to a problem. */
const EXTRA = 4;

/** The answer that tells the most within its limits. */
export function fitted(compose: Compose, locale: Locale): Answer {
  const drafts = Array.from({ length: MOST_TOLD }, (_, fewer) => compose(MOST_TOLD - fewer));
  const said = drafts.slice(1).map((draft) => sentences(draft, ({ said: text }) => heard(text, locale)));
  const shown = drafts.map((draft) => sentences(draft, ({ shown: text }) => cut(oneLine(text), LONGEST_SHOWN)));
  const { kept } = locale.answers;
  return {
    speech: kept(best(said, ' ', (text) => text.length <= MOST_SAID && text.split(/\s+/).length <= MOST_WORDS)),
    text: kept(best(shown, '\n', (text) => text.length <= MOST_SHOWN)),
  };
}

interface Sentence {
  readonly text: string;
  readonly optional: number;
}

function sentences(points: readonly Point[], form: (point: Point) => string): readonly Sentence[] {
  const all = points.map((each) => ({ text: form(each), optional: each.optional })).filter(({ text }) => text !== '');
  return [...new Map(all.toReversed().map((sentence) => [sentence.text, sentence])).values()].toReversed();
}

/** A voice does not pause before a small letter. */
function heard(text: string, { aloud }: Locale): string {
  return text === '' ? '' : aloud(text).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The first draft whose needed sentences fit, with as many of the others as fit too. */
function best(drafts: readonly (readonly Sentence[])[], between: string, fits: (text: string) => boolean): string {
  const joined = (all: readonly Sentence[]) => all.map(({ text }) => text).join(between);
  const draft = drafts.find((each) => fits(joined(each.filter(({ optional }) => optional < EXTRA)))) ?? drafts.at(-1) ?? [];
  const kept = [...draft];
  while (kept.length > 1 && !fits(joined(kept))) {
    const least = Math.max(...kept.map(({ optional }) => optional));
    kept.splice(
      kept.findLastIndex(({ optional }) => optional === least),
      1,
    );
  }
  return joined(kept);
}
