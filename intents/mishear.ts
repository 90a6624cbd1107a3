import type { Concept } from './concepts.ts';
import type { Hearsay } from './hearsay.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sayings } from './sayings.ts';
import { phrasesAt, type Segment, segmentsOf } from './segments.ts';
import { soundOf } from './sounds.ts';
import type { Word } from './words.ts';

/** A longer sentence is not misheard as a whole: it is another. */
const MOST_WORDS = 12;
const MOST_UNEXPLAINED = 3;
/** One phrase of ours was heard as at most so many words. */
const LONGEST_SPAN = 4;
const MOST_COST = 2.5;
const LONG_SOUND = 8;
const MOST_READINGS = 4;
/** Among equals the reading of fewer, longer phrases. */
const PER_SEGMENT = 0.05;
/** What was said clearly comes before what only sounds so. */
const HEARD_AGAIN = 0.1;

/** Ways to read a sentence that a speech recogniser may have misheard, the closest to its sound first. */
export function readingsOf(
  words: readonly Word[],
  exact: readonly Segment[],
  lexicon: Lexicon,
  hearsay: Hearsay,
): readonly (readonly Segment[])[] {
  if (isForeign(words, exact)) return [];
  const paths: Path[][] = [[{ segments: [], cost: 0 }], ...words.map(() => [])];
  const ear = earFor(words, exact);
  for (let start = 0; start < words.length; start++) {
    const here = paths[start] ?? [];
    if (here.length === 0) continue;
    const firm = exact.find((segment) => segment.start <= start && start < segment.end && isFirm(segment));
    const steps = firm ? [firm] : [...phrasesAt(words, start, lexicon), ...heardAt(ear, start, hearsay)];
    for (const step of steps) for (const path of here) extend(paths[step.end] ?? [], path, step);
  }
  return (paths[words.length] ?? []).map(({ segments }) => segments);
}

/** So much of it is strange that it is not ours, however it sounds. */
function isForeign(words: readonly Word[], exact: readonly Segment[]): boolean {
  const strange = exact.filter(({ meanings }) => meanings.length === 0).length;
  return words.length > MOST_WORDS || strange > Math.min(MOST_UNEXPLAINED, words.length / 2 + 1);
}

/** What is known of each word before it is listened to again. */
interface Ear {
  readonly sounds: readonly string[];
  /** With the consonant that is heard only before a vowel: « est à » is « état ». */
  readonly linked: readonly string[];
  /** No phrase of ours explains it. */
  readonly isStrange: readonly boolean[];
  /** It was said, and is not to be heard as anything else. */
  readonly isClear: readonly boolean[];
}

/** A denial, a verb that we refuse, what has been done: not to be read in pieces either. */
const FIRM: ReadonlySet<Concept> = new Set<Concept>([
  'negation',
  'denial',
  'forbidden',
  'remove',
  'what-to-do',
  'told',
  'reported',
  'foreign',
  'opening',
]);
/** What we are asked about needs no second hearing. */
const ANCHORS: ReadonlySet<Concept> = new Set<Concept>(['audit', 'cluster', 'system']);

function isFirm({ meanings }: Segment): boolean {
  if (meanings.some(({ concept }) => concept === 'negation' || concept === 'denial')) return true;
  return meanings.length > 0 && meanings.every(({ concept }) => FIRM.has(concept));
}

function earFor(words: readonly Word[], exact: readonly Segment[]): Ear {
  const sounds = words.map(({ written }) => soundOf(written));
  const meaningsOf = words.flatMap((_, at) => exact.filter(({ start, end }) => start <= at && at < end).map(({ meanings }) => meanings));
  return {
    sounds,
    linked: sounds.map((sound, at) => sound + linkOf(words[at]?.written ?? '', sounds[at + 1] ?? '')),
    isStrange: meaningsOf.map((meanings) => meanings.length === 0),
    isClear: meaningsOf.map((meanings) => meanings.some(({ concept }) => FIRM.has(concept) || ANCHORS.has(concept))),
  };
}

function linkOf(written: string, next: string): string {
  if (!/^[aeiouyAIO2]/.test(next)) return '';
  return /[td]$/.test(written) ? 't' : /[sxz]$/.test(written) ? 'z' : '';
}

/** The usual sentence that this one sounds like as a whole; null when there is none, or when it holds a denial or a refusal. */
export function sayingLike(
  words: readonly Word[],
  exact: readonly Segment[],
  lexicon: Lexicon,
  sayings: Sayings,
): readonly Segment[] | null {
  const isTakenBack = exact.at(-1)?.meanings.some(({ concept }) => concept === 'correction') === true;
  if (isTakenBack || isForeign(words, exact) || exact.some(isFirm)) return null;
  // « Jarvis, tu peux… » is no part of a usual sentence
  const start = exact.find(({ meanings }) => !meanings.some(({ concept }) => concept === 'plain'))?.start ?? 0;
  const { sounds } = earFor(words, exact);
  const found = [0, start].flatMap((from) => sayings.nearest(sounds.slice(from).join('')) ?? []).sort((a, b) => a.cost - b.cost)[0];
  if (!found) return null;
  const said = lexicon.read(found.words.map((written) => ({ written, isAfterPause: false })));
  const segments = segmentsOf(said, lexicon);
  // a day, a node, a section that was named is no mishearing of another word
  if (!valuesOf(exact).every((value) => valuesOf(segments).includes(value))) return null;
  return segments.map((segment, at) => (at === 0 ? { ...segment, cost: found.cost } : segment));
}

function valuesOf(segments: readonly Segment[]): readonly string[] {
  return segments
    .flatMap(({ meanings }) => (meanings.every(({ value }) => value !== undefined) ? meanings.slice(0, 1) : []))
    .map(({ value }) => value ?? '');
}

interface Path {
  readonly segments: readonly Segment[];
  readonly cost: number;
}

function heardAt({ sounds, linked, isStrange, isClear }: Ear, start: number, hearsay: Hearsay): readonly Segment[] {
  const all: Segment[] = [];
  for (let end = start + 1; end <= Math.min(sounds.length, start + LONGEST_SPAN) && !isClear[end - 1]; end++) {
    const isNew = isStrange.slice(start, end).some(Boolean);
    if (!isNew && end === start + 1) continue;
    const apart = sounds.slice(start, end).join('');
    const together = linked.slice(start, end - 1).join('') + sounds[end - 1];
    for (const sound of new Set([apart, together])) {
      const near = hearsay.near(sound).filter(({ cost }) => cost <= mostCost(isNew, end - start, sound.length));
      // phrases that are equally far are one segment of several meanings
      for (const [cost, heard] of Map.groupBy(near, (each) => each.cost))
        all.push({ start, end, cost: cost + HEARD_AGAIN, meanings: heard.map(({ meaning }) => meaning) });
    }
  }
  return all;
}

/** Words that we know are taken for others only when they sound exactly so; one word alone that sounds otherwise is another word. */
function mostCost(isNew: boolean, wordCount: number, length: number): number {
  if (!isNew) return 0;
  return wordCount > 1 || length >= LONG_SOUND ? Number.POSITIVE_INFINITY : 0.5;
}

/** Keeps the best few, in order. */
function extend(paths: Path[], { segments, cost }: Path, step: Segment): void {
  const path = { segments: [...segments, step], cost: cost + step.cost + PER_SEGMENT };
  if (path.cost > MOST_COST) return;
  const at = paths.findIndex((each) => each.cost > path.cost);
  if (at < 0) paths.push(path);
  else paths.splice(at, 0, path);
  paths.length = Math.min(paths.length, MOST_READINGS);
}
