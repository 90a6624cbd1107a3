import { locales } from '../../../../locales/all.ts';
import { ProbeError } from '../../../audit/define.ts';
import type { Wav } from '../../wav.ts';
import { SAID } from './commands.ts';
import { type Embedder, type Frames, HOP_SAMPLES, openEmbedder, WINDOW_SAMPLES } from './embedder.ts';
import { type Comparable, comparable, meanOf } from './likeness.ts';
import { PADDING, prepared } from './prepared.ts';
import { asHeard, soundOf } from './sound-of.ts';
import { spokenFrames, spokenFramesFile } from './spoken-frames.ts';
import { endDistance, growing, levelled, nearestTo } from './spotting.ts';
import { espeakVoices, picoVoice, type TemplateVoice } from './template-voices.ts';
import { joined, type TemplateOptions } from './templates.ts';

/** Hears « stop » while we speak. */
export interface StopSpotter {
  /** The next samples of the microphone, however many. True when « stop » has just been said; once for each. */
  hear(samples: Float32Array): Promise<boolean>;
  /** What we are about to say: it comes back through the microphone, and is not « stop ». Null: nothing any more. */
  expect(speech: Wav | null): Promise<void>;
  /** Forgets what it heard. */
  reset(): void;
  close(): Promise<void>;
}

/** Chosen on one half of the voices of the bench, which reports on the other. */
const MOST_DISTANCE = 0.5;
/** It must be this much nearer to « stop » than to anything else that is said. */
const LEAST_MARGIN = 0.02;
/** And this much nearer than to what we are saying ourselves. */
const LEAST_OWN_MARGIN = 0.06;
/** Frames that a word is looked for in: the longest, said slowly. */
const RECENT = 16;
/** One « stop » is one. */
const DEAF_FRAMES = 8;
/** Quieter is no voice near the microphone. */
const SILENCE = 0.003;

/** Rejects with a `ProbeError` where the optional packages are missing or no engine can speak the words. */
export async function openStopSpotter(options: Omit<TemplateOptions, 'nodes'>, signal: AbortSignal): Promise<StopSpotter> {
  const embedder = await openEmbedder();
  const { words, others, common } = await spotterTemplates(options, embedder, signal);
  let own: Comparable = new Float32Array(0);
  let window = new Float32Array(WINDOW_SAMPLES);
  let waiting = new Float32Array(0);
  let recent: Float32Array[] = [];
  let deafFor = 0;

  async function look(): Promise<boolean> {
    const isSilent = window.every((sample) => Math.abs(sample) < SILENCE);
    const frame = isSilent ? null : comparable(await embedder.embed(levelled(window)), common, 0);
    recent = frame ? [...recent, frame].slice(-RECENT) : [];
    deafFor -= 1;
    if (!frame || deafFor > 0) return false;
    if (!isStop(joined(recent), { words, others, own })) return false;
    deafFor = DEAF_FRAMES;
    return true;
  }

  return {
    async hear(samples) {
      waiting = joined([waiting, samples.map((sample) => (Number.isFinite(sample) ? sample : 0))]);
      let isSpotted = false;
      while (waiting.length >= HOP_SAMPLES) {
        window = joined([window.subarray(HOP_SAMPLES), waiting.subarray(0, HOP_SAMPLES)]);
        waiting = waiting.slice(HOP_SAMPLES);
        isSpotted = (await look()) || isSpotted;
      }
      return isSpotted;
    },
    async expect(speech) {
      // it begins in silence
      own =
        speech === null
          ? new Float32Array(0)
          : comparable(await inPieces(embedder, joined([SILENT, asHeard(soundOf(speech.bytes))])), common, 0);
    },
    reset() {
      window = new Float32Array(WINDOW_SAMPLES);
      waiting = new Float32Array(0);
      recent = [];
      deafFor = 0;
    },
    close: () => embedder.close(),
  };
}

/** What the newest frames are compared with. */
interface SpotTemplates {
  readonly words: readonly Comparable[];
  readonly others: Comparable;
  readonly own: Comparable;
}

function isStop(recent: Comparable, { words, others, own }: SpotTemplates): boolean {
  const distance = Math.min(...words.map((word) => endDistance(recent, word)));
  if (distance > MOST_DISTANCE || nearestTo(recent, others) - distance < LEAST_MARGIN) return false;
  return nearestTo(recent, own) - distance >= LEAST_OWN_MARGIN;
}

async function spotterTemplates(
  { language, folders, host, progress }: Omit<TemplateOptions, 'nodes'>,
  embedder: Embedder,
  signal: AbortSignal,
) {
  const { aloud } = locales[language];
  const voices = [...espeakVoices(language), picoVoice(language, host)];
  const { stop, foreign } = SAID[language];
  const wanted = foreign.flatMap((text) => voices.map((voice) => ({ voice, text: aloud(text) })));
  const file = spokenFramesFile(folders.cache, language);
  const others = [...(await spokenFrames(wanted, { embedder, file, host, progress }, signal)).values()];
  const words: Frames[] = [];
  for (const voice of voices) {
    const behind = joined(await spokenBy(voice, foreign.slice(-TALKING).map(aloud)));
    for (const [at, sound] of (await spokenBy(voice, stop.map(aloud))).entries())
      for (const [place, level] of BEHIND.entries()) {
        const talk = behind.subarray((at + place) * HOP_SAMPLES * SHIFT_HOPS);
        words.push(await embedder.embed(levelled(over(growing(sound), talk, level))));
      }
  }
  if (words.length === 0) throw new ProbeError('missing-tool', 'no speech engine here can speak the words that silence us');
  const common = meanOf([...words, ...others]);
  const compared = (frames: Frames) => comparable(frames, common, 0);
  return { words: words.map(compared), others: joined(others.map(compared)), common };

  async function spokenBy(voice: TemplateVoice, texts: readonly string[]): Promise<readonly Float32Array[]> {
    try {
      const sounds = await voice.speak(texts, host, signal);
      return sounds.flatMap((sound) => prepared(sound)?.samples.slice(PADDING, -PADDING) ?? []);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ProbeError) return [];
      throw error;
    }
  }
}

const SILENT = new Float32Array(WINDOW_SAMPLES);

/** How loud we are behind the word, for whoever says it louder. */
const BEHIND = [0, 0.06, 0.06, 0.2, 0.2, 0.4];
/** Each time something else is said. */
const SHIFT_HOPS = 7;
/** Sentences that are spoken behind the words. */
const TALKING = 6;

function over(word: Float32Array, behind: Float32Array, level: number): Float32Array {
  return word.map((sample, at) => sample + level * (behind[at] ?? 0));
}

/** So many samples keep the process for some 15 ms. */
const PIECE_SAMPLES = 2 * 16_000;

/** Long speech, while others have their turn in between. */
async function inPieces(embedder: Embedder, sound: Float32Array): Promise<Frames> {
  const pieces: Frames[] = [];
  // each begins where the first window of the one before ended its last hop
  for (let from = 0; from + WINDOW_SAMPLES <= sound.length; from += PIECE_SAMPLES) {
    pieces.push(await embedder.embed(levelled(sound.subarray(from, from + PIECE_SAMPLES + WINDOW_SAMPLES))));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return joined(pieces);
}
