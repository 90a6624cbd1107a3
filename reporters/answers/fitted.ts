import type { Locale } from '../../locales/locale.ts';
import { MOST_SAID, MOST_SHOWN, MOST_WORDS } from '../limits.ts';
import type { Answer } from './answer.ts';
import { type Compose, cut, oneLine, type Point } from './point.ts';

/** One sentence for the eye is not the whole answer. */
const LONGEST_SHOWN = 230;
/** A listener keeps three problems in mind, a reader one more. */
const MOST_TOLD = { said: 3, shown: 4 } as const;
/** From here on a sentence gives way to a problem. */
const EXTRA = 4;

interface Form {
  readonly between: string;
  wordsOf(point: Point): string;
  fits(text: string): boolean;
}

/** The answer that tells the most within its limits. */
export function fitted(compose: Compose, locale: Locale): Answer {
  const drafts = new Map<number, readonly Point[]>();
  const draft = (most: number) => {
    const points = drafts.get(most) ?? compose(most);
    drafts.set(most, points);
    return points;
  };
  const { kept } = locale.answers;
  const said: Form = {
    between: ' ',
    wordsOf: ({ said: text }) => kept(heard(text, locale)),
    fits: (text) => text.length <= MOST_SAID && text.split(/\s+/).length <= MOST_WORDS,
  };
  const shown: Form = {
    between: '\n',
    wordsOf: ({ shown: text }) => cut(kept(oneLine(text)), LONGEST_SHOWN),
    fits: (text) => text.length <= MOST_SHOWN,
  };
  return { speech: best(draft, MOST_TOLD.said, said), text: best(draft, MOST_TOLD.shown, shown) };
}

interface Sentence {
  readonly text: string;
  readonly optional: number;
}

/** The first draft whose needed sentences fit, with as many of the others as fit too. */
function best(draft: (most: number) => readonly Point[], mostTold: number, form: Form): string {
  const joined = (all: readonly Sentence[]) => all.map(({ text }) => text).join(form.between);
  let kept: Sentence[] = [];
  for (let most = mostTold; most > 0; most -= 1) {
    kept = [...sentences(draft(most), form)];
    if (form.fits(joined(kept.filter(({ optional }) => optional < EXTRA)))) break;
  }
  while (kept.length > 1 && !form.fits(joined(kept))) {
    const least = Math.max(...kept.map(({ optional }) => optional));
    kept.splice(
      kept.findLastIndex(({ optional }) => optional === least),
      1,
    );
  }
  return joined(kept);
}

/** Nothing twice. */
function sentences(points: readonly Point[], form: Form): readonly Sentence[] {
  const all = points.map((each) => ({ text: form.wordsOf(each), optional: each.optional })).filter(({ text }) => text !== '');
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** A voice does not pause before a small letter. */
function heard(text: string, { aloud }: Locale): string {
  return text === '' ? '' : aloud(text).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
