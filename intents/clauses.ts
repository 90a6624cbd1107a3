import type { Concept } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { means, type Segment } from './segments.ts';
import type { Word } from './words.ts';

/** A part of a sentence that may be a request of its own, or told beside one. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
  readonly isAfterPause: boolean;
  /** It tells something of somebody: « je rentre ». */
  readonly isOfSomebody: boolean;
  /** Or of something: « mon four sonne ». */
  readonly isOfSomething: boolean;
}

/** Of a bare noun that calls somebody, or names something else. */
const FEWEST_WORDS = 2;
/** More parts are one with the last. */
const MOST_CLAUSES = 8;

/** A sentence in parts: at pauses, before a reason or a circumstance, before what somebody says of himself. */
export function clausesOf(words: readonly Word[], segments: readonly Segment[], lexicon: Lexicon): readonly Clause[] {
  const starts = segments.filter((segment, at) => at === 0 || isStart(segment, at, words, segments, lexicon)).map(({ start }) => start);
  return starts.slice(0, MOST_CLAUSES).map((start, at) => {
    const end = at === MOST_CLAUSES - 1 ? words.length : (starts[at + 1] ?? words.length);
    return {
      start,
      end,
      segments: segments.filter((each) => each.start >= start && each.end <= end),
      isAfterPause: words[start]?.isAfterPause === true,
      isOfSomebody: words.slice(start, end).some(({ text }) => lexicon.subjects.has(text)),
      isOfSomething: words[start]?.isAfterPause === true && lexicon.owners.has(words[start].text) && end - start > FEWEST_WORDS,
    };
  });
}

function isStart(segment: Segment, at: number, words: readonly Word[], segments: readonly Segment[], lexicon: Lexicon): boolean {
  const word = words[segment.start];
  const before = words[segment.start - 1]?.text ?? '';
  if (word?.isAfterPause) return true;
  if (lexicon.governing.has(before)) return false;
  if (means(segment, 'opening') || lexicon.joints.has(word?.text ?? '') || lexicon.speakers.has(word?.text ?? '')) return true;
  return isAfterOpening(at, segments) && REQUESTS.some((concept) => means(segment, concept));
}

/** « avant d'aller dormir fais un audit »: only after an opening may a request begin unheralded, and not after a denial. */
function isAfterOpening(at: number, segments: readonly Segment[]): boolean {
  const before = segments.slice(0, at);
  return before.some((each) => means(each, 'opening')) && !before.some((each) => means(each, 'negation'));
}

const REQUESTS: readonly Concept[] = ['launch', 'inspect', 'tell', 'what-is', 'how', 'which', 'plan', 'compare', 'explain', 'detail'];
