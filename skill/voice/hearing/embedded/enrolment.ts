import type { Embedder, Frames } from './embedder.ts';
import { prepared } from './prepared.ts';
import { areAlike, type Flaw, flawOf } from './recording-check.ts';

/** What the user hears of it while it goes on. */
export interface Prompter {
  /** Say this now: the `number`th of `total`. */
  ask(sentence: string, number: number, total: number): void;
  /** Say it again, for this reason. */
  again(flaw: Flaw): void;
  /** What was recorded of a sentence does not fit together: it is begun anew. */
  restart(sentence: string): void;
  /** It would not succeed; the next one. */
  skip(sentence: string): void;
}

export interface Enrolment {
  readonly sentences: readonly string[];
  readonly embedder: Embedder;
  /** The mean of everybody's speech; null where it is not known. */
  readonly common: Frames | null;
  readonly prompter: Prompter;
}

/** Recordings of each sentence: one day it is said with a cold. */
export const TIMES = 3;
/** Of one sentence; then it is left out. */
const MOST_FLAWS = 6;
/** The recording before may have been the wrong one. */
const MOST_UNLIKE = 2;

/** Asks for each sentence until it was recorded so many times, or the sound ends. What is kept is how it is heard, and nothing of the sound. */
export async function enrol(
  recordings: AsyncIterable<Float32Array>,
  enrolment: Enrolment,
): Promise<ReadonlyMap<string, readonly Frames[]>> {
  const { sentences, prompter } = enrolment;
  const kept = new Map<string, readonly Frames[]>();
  let at = 0;
  let sentence = begun(sentences, at);
  const ask = () => sentence && prompter.ask(sentence.text, at * TIMES + sentence.frames.length + 1, sentences.length * TIMES);
  const next = () => {
    at += 1;
    sentence = begun(sentences, at);
  };
  ask();
  for await (const samples of recordings) {
    if (!sentence) break;
    const outcome = await heard(samples, sentence, enrolment);
    if (outcome === 'kept') kept.set(sentence.text, [...sentence.frames]);
    else prompter.again(outcome);
    if (sentence.unlike === MOST_UNLIKE) {
      prompter.restart(sentence.text);
      kept.delete(sentence.text);
      sentence = { ...sentence, frames: [], unlike: 0 };
    } else if (sentence.flaws === MOST_FLAWS) {
      prompter.skip(sentence.text);
      next();
    } else if (sentence.frames.length === TIMES) next();
    if (!sentence) break;
    ask();
  }
  return kept;
}

/** A sentence that is being recorded. */
interface Sentence {
  readonly text: string;
  readonly frames: Frames[];
  flaws: number;
  /** One after the other. */
  unlike: number;
}

function begun(sentences: readonly string[], at: number): Sentence | null {
  const text = sentences[at];
  return text === undefined ? null : { text, frames: [], flaws: 0, unlike: 0 };
}

async function heard(samples: Float32Array, sentence: Sentence, { embedder, common }: Enrolment): Promise<Flaw | 'kept'> {
  const flaw = flawOf(samples);
  const sound = flaw === null ? prepared(samples) : null;
  if (!sound) {
    sentence.flaws += 1;
    return flaw ?? 'silent';
  }
  const frames = await embedder.embed(sound.samples);
  if (sentence.frames.some((other) => !areAlike(frames, other, common))) {
    sentence.flaws += 1;
    sentence.unlike += 1;
    return 'unlike';
  }
  sentence.unlike = 0;
  sentence.frames.push(frames);
  return 'kept';
}
