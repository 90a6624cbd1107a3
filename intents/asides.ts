import type { Concept } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Segment } from './segments.ts';
import type { Word } from './words.ts';

/** Cuts that are tried at each end. */
const MOST_CUTS = 3;

/**
 * What is left of a sentence without a clause before or after the request, the longest first: « avant d'aller dormir, fais
 * un audit ». A clause that denies or takes back may be about the request: it is never left out.
 */
export function withoutAsides(words: readonly Word[], segments: readonly Segment[], lexicon: Lexicon): readonly (readonly Segment[])[] {
  const starts = [0, ...segments.filter((segment) => startsRequest(segment, words, segments, lexicon)).map(({ start }) => start)].slice(
    0,
    MOST_CUTS + 1,
  );
  const ends = [
    words.length,
    ...segments
      .filter((segment) => endsRequest(segment, words, lexicon))
      .map(({ start }) => start)
      .slice(-MOST_CUTS),
  ];
  const kept = starts.flatMap((start) => ends.filter((end) => end > start && end - start < words.length).map((end) => ({ start, end })));
  return kept
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => isAside(segments, 0, start) && isAside(segments, end, words.length))
    .map(({ start, end }) => segments.filter((segment) => segment.start >= start && segment.end <= end))
    .filter((request) => request.filter(isSaying).length > 1);
}

/** One word of ours alone may be of any sentence. */
function isSaying({ meanings }: Segment): boolean {
  return !meanings.some(({ concept }) => concept === 'plain');
}

const REQUESTS: ReadonlySet<Concept> = new Set<Concept>([
  'launch',
  'inspect',
  'tell',
  'what-is',
  'how',
  'which',
  'plan',
  'cancel',
  'compare',
  'explain',
  'detail',
]);

function startsRequest(
  { start, meanings }: Segment,
  words: readonly Word[],
  segments: readonly Segment[],
  { openings, governing }: Lexicon,
): boolean {
  if (start === 0) return false;
  if (words[start]?.isAfterPause) return true;
  if (!openings.has(words[0]?.text ?? '') || governing.has(words[start - 1]?.text ?? '')) return false;
  if (segments.some((segment) => segment.end <= start && segment.meanings.some(({ concept }) => concept === 'negation'))) return false;
  return meanings.some(({ concept }) => REQUESTS.has(concept));
}

/** After a request only a reason, or a word about the speaker. */
function endsRequest({ start, meanings }: Segment, words: readonly Word[], { openings }: Lexicon): boolean {
  const word = words[start];
  if (start === 0 || word === undefined) return false;
  return openings.has(word.text) || (word.isAfterPause && meanings.some(({ concept }) => ABOUT_OTHERS.has(concept)));
}

const ABOUT_OTHERS: ReadonlySet<Concept> = new Set<Concept>(['first-person', 'third-person']);
const TAKEN_BACK: ReadonlySet<Concept> = new Set<Concept>(['denial', 'forbidden', 'remove', 'cancel']);

const OURS: ReadonlySet<Concept> = new Set<Concept>(['audit', 'cluster', 'system', 'nodes', 'node', 'section', 'score', 'report']);

/** Told beside the request: some of it is not in our words, or nothing of it is about us; and nothing in it takes the request back. */
function isAside(segments: readonly Segment[], start: number, end: number): boolean {
  const inside = segments.filter((segment) => segment.start >= start && segment.end <= end);
  if (inside.length === 0) return true;
  const concepts = new Set(inside.flatMap(({ meanings }) => meanings.map(({ concept }) => concept)));
  if (start > 0 && concepts.has('correction')) return false;
  if ([...TAKEN_BACK].some((concept) => concepts.has(concept))) return false;
  if (concepts.has('negation')) return false;
  return inside.some(({ meanings }) => meanings.length === 0) || ![...OURS].some((concept) => concepts.has(concept));
}
