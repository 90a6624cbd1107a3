import type { SpokenCommand } from '../../skill/voice/hearing/embedded/commands.ts';
import { asteriskPrompts, type Prompt } from '../support/asterisk.ts';
import { labelledIn } from '../support/labelled.ts';

/** What the thresholds were chosen on, and what is reported: no sentence, no voice and no recording is in both. */
export type Half = 'tuning' | 'report';

type Voices = Readonly<Record<'fr' | 'en', readonly (readonly [voice: string, wordsPerMinute: number])[]>>;

/** None of them speaks templates. */
export const VOICES: Readonly<Record<Half, Voices>> = {
  tuning: {
    fr: [
      ['fr-fr+m7', 150],
      ['fr-be+klatt2', 165],
      ['fr-ch+f4', 185],
      ['fr-fr+m1', 135],
    ],
    en: [
      ['en-us+m7', 150],
      ['en-gb+f4', 175],
    ],
  },
  report: {
    fr: [
      ['fr-fr+Annie', 170],
      ['fr-be+klatt4', 150],
      ['fr-ch+Michael', 190],
      ['fr-fr+m2', 140],
      ['fr-be+Andrea', 160],
    ],
    en: [
      ['en-gb+Annie', 165],
      ['en-us+klatt4', 150],
      ['en-gb-x-rp+m2', 180],
    ],
  },
};

const SENTENCES: Readonly<Record<Half, string>> = { tuning: 'heard-a.csv', report: 'heard-e.csv' };

/** Sentences that ask nothing of us, many of them nearly: people who do not want an audit, or speak of other ones. */
export function foreignSentences(language: 'fr' | 'en', half: Half): readonly string[] {
  const labelled = labelledIn(new URL(`../intents/${SENTENCES[half]}`, import.meta.url));
  return labelled.filter((each) => each.language === language && each.intent === 'none').map(({ utterance }) => utterance);
}

const RATE_HZ = 16_000;
const STEP = RATE_HZ / 100;
/** Of the loudest. */
const PAUSE = 0.05;
const PAUSE_STEPS = 48;
const LONGEST_S = 12;

/** As a voice activity detector cuts it: after 480 ms of silence. */
export function segmentsOf(sound: Float32Array): readonly Float32Array[] {
  const loudness = Array.from({ length: Math.floor(sound.length / STEP) }, (_, at) =>
    sound.subarray(at * STEP, (at + 1) * STEP).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  );
  const least = PAUSE * loudness.reduce((most, value) => Math.max(most, value), 0);
  const segments: Float32Array[] = [];
  let [first, last] = [-1, -1];
  for (let at = 0; at <= loudness.length; at += 1) {
    if ((loudness[at] ?? 0) > least) {
      if (first < 0) first = at;
      last = at;
    }
    if (first < 0 || (at < loudness.length && at - last <= PAUSE_STEPS)) continue;
    const segment = sound.subarray(Math.max(0, first - 10) * STEP, (last + 20) * STEP);
    segments.push(segment.subarray(0, LONGEST_S * RATE_HZ));
    first = -1;
  }
  return segments;
}

/** The human recordings: some sentences as a closed set, all others as foreign speech. */
export function humanSpeech(half: Half): { readonly commands: readonly Prompt[]; readonly foreign: readonly Float32Array[] } | null {
  const prompts = asteriskPrompts();
  if (prompts === null) return null;
  const closed = distinct(prompts.filter(isLikeCommand));
  const isOfHalf = (_: unknown, at: number) => (at % 2 === 0) === (half === 'tuning');
  return {
    commands: closed.filter(isOfHalf),
    foreign: prompts
      .filter((prompt) => !closed.includes(prompt))
      .filter(isOfHalf)
      .flatMap(({ sound }) => segmentsOf(sound)),
  };
}

/** Of a few words, and a second or two. */
function isLikeCommand({ text, sound }: Prompt): boolean {
  const words = text.split(' ').length;
  return words >= 2 && words <= 7 && sound.length > 0.7 * RATE_HZ && sound.length < 2.6 * RATE_HZ;
}

/** No two share most of their words: « pour quitter » and « pour quitter le menu » are one command to nobody. */
function distinct(prompts: readonly Prompt[]): readonly Prompt[] {
  const kept: Prompt[] = [];
  for (const prompt of prompts) if (!kept.some((other) => isNear(prompt.text, other.text))) kept.push(prompt);
  return kept;
}

function isNear(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.intersection(b).size > 0.6 * Math.min(a.size, b.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/[ ']/));
}

/** A recorded sentence as a command of its own. */
export function asCommand({ text }: Prompt): SpokenCommand {
  return { said: text, sentence: text, context: 'idle', meaning: text, isNamed: false };
}
