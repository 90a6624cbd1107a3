import { join } from 'node:path';
import type { Host } from '../../../host/host.ts';
import { espeakCommand } from '../../speaking/engines/espeak.ts';
import { espeakNpmCommand } from '../../speaking/engines/espeak-npm.ts';
import { refuseExit } from '../../speaking/engines/exit.ts';
import { pico2wave } from '../../speaking/engines/pico2wave.ts';
import { plainSpeech } from '../../speaking/plain-speech.ts';
import { synthesized } from '../../speaking/speak.ts';
import { inTemporaryFolder, soundFrom } from '../../temporary-folder.ts';
import { asHeard, type Sound, soundOf } from './sound-of.ts';

/** Somebody who speaks templates. */
export interface TemplateVoice {
  /** The engine, and what makes its voice another one. */
  readonly id: string;
  /** Speaks them all, in this order. Rejects with a `ProbeError` where it cannot. */
  speak(texts: readonly string[], host: Host, signal: AbortSignal): Promise<readonly Float32Array[]>;
}

/** espeak's own voices that differ most: country, throat, words a minute. Humans speak slower than espeak is wont to. */
const ESPEAK = {
  fr: [
    ['fr-fr', 160],
    ['fr-ch+f5', 130],
    ['fr-ch+m3', 145],
    ['fr-be+f2', 140],
  ],
  en: [
    ['en-gb', 160],
    ['en-us+f5', 130],
    ['en-gb-scotland+m3', 145],
    ['en-us+f2', 140],
  ],
} as const;

type Command = (voice: string, file: string, options: readonly string[]) => readonly string[];
const ENGINES: readonly Command[] = [espeakCommand, espeakNpmCommand];

/** espeak's voices that speak the templates. */
export function espeakVoices(language: 'fr' | 'en'): readonly TemplateVoice[] {
  return ESPEAK[language].map(([voice, wordsPerMinute]) => espeakVoice(voice, wordsPerMinute));
}

/** One of espeak's, by the program where it is installed, else by the npm package: both speak alike. */
export function espeakVoice(voice: string, wordsPerMinute: number): TemplateVoice {
  return {
    id: `espeak-ng ${voice} ${wordsPerMinute}`,
    async speak(texts, host, signal) {
      const spoken: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += MOST_AT_ONCE) {
        const some = texts.slice(from, from + MOST_AT_ONCE);
        spoken.push(...(await firstThatCan((command) => speakAtOnce(some, command, voice, wordsPerMinute, host, signal), signal)));
      }
      return spoken;
    },
  };
}

/** SVOX Pico has one voice of each language, and sounds more like a human. */
export function picoVoice(language: 'fr' | 'en', host: Host): TemplateVoice {
  const engine = pico2wave(host);
  return {
    id: 'pico2wave',
    async speak(texts, _, signal) {
      const spoken: Float32Array[] = [];
      for (const text of texts) {
        const { bytes } = await synthesized(engine, { text: plainSpeech(text), language }, host, signal);
        spoken.push(asHeard(soundOf(bytes)));
      }
      return spoken;
    },
  };
}

/** Sentences of one process: each costs some 3 s of sound. */
const MOST_AT_ONCE = 40;
/** Longer than any pause within a sentence, and told from it by being silent to the last bit. */
const BREAK_MS = 1_500;
const SHORTEST_BREAK_MS = 900;

async function firstThatCan<T>(work: (command: Command) => Promise<T>, signal: AbortSignal): Promise<T> {
  const [first, ...others] = ENGINES;
  let outcome = first ? work(first) : Promise.reject(new Error('no engine'));
  for (const command of others)
    outcome = outcome.catch((error) => {
      signal.throwIfAborted();
      return work(command).catch(() => Promise.reject(error));
    });
  return await outcome;
}

/** One process speaks many sentences: to start it costs more than to speak one. */
async function speakAtOnce(
  texts: readonly string[],
  command: Command,
  voice: string,
  wordsPerMinute: number,
  host: Host,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const input = texts.map((text) => `${plainSpeech(text).replaceAll('&', ' ')}<break time="${BREAK_MS}ms"/>\n`).join('');
  const sound = await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'speech.wav');
    refuseExit(await host.run(command(voice, file, ['-m', '-s', String(wordsPerMinute)]), { input }, signal));
    return soundOf(await soundFrom(file));
  });
  const pieces = piecesOf(sound);
  if (pieces.length !== texts.length) throw new Error(`${texts.length} sentences were spoken in ${pieces.length} pieces`);
  return pieces.map((samples) => asHeard({ samples, rate: sound.rate }));
}

const QUIET = 4 / 32_768;

/** What lies between the long silences. */
function piecesOf({ samples, rate }: Sound): readonly Float32Array[] {
  const step = Math.round(rate / 100);
  const pieces: Float32Array[] = [];
  let start: number | null = null;
  let end = 0;
  for (let at = 0; at <= samples.length; at += step) {
    const isQuiet = samples.subarray(at, at + step).every((sample) => Math.abs(sample) <= QUIET);
    if (!isQuiet) {
      start ??= at;
      end = at + step;
    }
    const isOver = at + step > samples.length || at - end >= (SHORTEST_BREAK_MS / 10) * step;
    if (start === null || !isOver) continue;
    pieces.push(samples.slice(start, end));
    start = null;
  }
  return pieces;
}
