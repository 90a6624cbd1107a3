import { join } from 'node:path';
import { createMatcher } from '../../intents/matcher.ts';
import { locales } from '../../locales/all.ts';
import { createNodeHost, type NodeHost } from '../../skill/host/node.ts';
import { SAID, type SpokenCommand, spokenCommands } from '../../skill/voice/hearing/embedded/commands.ts';
import { decided } from '../../skill/voice/hearing/embedded/decision.ts';
import { type EmbeddedRecognizer, openEmbeddedRecognizer } from '../../skill/voice/hearing/embedded/embedded-recognizer.ts';
import { openEmbedder } from '../../skill/voice/hearing/embedded/embedder.ts';
import { comparable } from '../../skill/voice/hearing/embedded/likeness.ts';
import { prepared } from '../../skill/voice/hearing/embedded/prepared.ts';
import { espeakVoice } from '../../skill/voice/hearing/embedded/template-voices.ts';
import { templatesOf } from '../../skill/voice/hearing/embedded/templates.ts';
import { noisy } from '../support/hearing.ts';
import type { Bench, Figure } from './figures.ts';
import { asCommand, foreignSentences, humanSpeech, VOICES } from './hearing-sounds.ts';
import { median } from './measure.ts';
import { stopWord } from './stop-word.ts';

const NODES = ['M1', 'M2', 'M3', 'OL1', 'GEMINI'];
/** Decibels between speech and noise; null is none. */
const NOISES = [null, 15] as const;
const HOUR_MS = 3_600_000;
/** What starts something: the worst that foreign speech can do. */
const ACTIONS: ReadonlySet<string> = new Set(['audit_full', 'schedule', 'cancel']);
const never = new AbortController().signal;

/** What the embedded recogniser understands of voices that it has never heard, and what it makes of speech that is not for it. */
export async function* hearing({ folder }: Pick<Bench, 'folder'>, isWanted: (name: string) => boolean): AsyncGenerator<Figure> {
  if (!isWanted('hearing: commands, foreign speech, stop')) return;
  const host = createNodeHost();
  try {
    for (const language of ['fr', 'en'] as const) {
      const options = { nodes: NODES, language, folders: { cache: join(folder, 'hearing'), data: null }, host };
      const recognizer = await openEmbeddedRecognizer(options, never);
      try {
        yield* commands(recognizer, language, host);
        yield* foreign(recognizer, language, host);
      } finally {
        await recognizer.close();
      }
    }
    yield* humanCommands(folder, host);
    yield* stopWord({ cache: join(folder, 'hearing'), data: null }, host);
  } finally {
    await host.close();
  }
}

async function* commands(recognizer: EmbeddedRecognizer, language: 'fr' | 'en', host: NodeHost): AsyncGenerator<Figure> {
  const all = spokenCommands(language, NODES);
  const match = createMatcher(NODES);
  const meaningOf = (sentence: string) => JSON.stringify(match(sentence, 'active'));
  for (const noise of NOISES) {
    const outcomes: Outcome[] = [];
    for (const [voice, wordsPerMinute] of VOICES.report[language]) {
      const sounds = await espeakVoice(voice, wordsPerMinute).speak(
        all.map(({ said }) => locales[language].aloud(said)),
        host,
        never,
      );
      for (const [at, sound] of sounds.entries()) {
        const command = all[at] as SpokenCommand;
        const samples = noise === null ? sound : noisy(sound, noise, at + 1);
        const startedAt = performance.now();
        const heard = await recognizer.recognize(samples, { language, context: command.context }, never);
        const tookMs = performance.now() - startedAt;
        const isRight = heard !== null && meaningOf(heard.text) === meaningOf(command.sentence);
        outcomes.push({ said: command.sentence, heard: heard?.text ?? null, isRight, tookMs });
      }
    }
    yield accuracy(`hearing: commands, ${language}, ${noiseName(noise)}, ${VOICES.report[language].length} unknown voices`, outcomes);
  }
}

interface Outcome {
  readonly said: string;
  readonly heard: string | null;
  readonly isRight: boolean;
  readonly tookMs: number;
}

const LEAST_RIGHT = 0.85;
const MOST_RECOGNITION_MS = 130;

function accuracy(name: string, outcomes: readonly Outcome[], least = LEAST_RIGHT): Figure {
  const count = (isWanted: (outcome: Outcome) => boolean) => outcomes.filter(isWanted).length;
  const right = count(({ isRight }) => isRight) / outcomes.length;
  const wrong = count(({ isRight, heard }) => !isRight && heard !== null) / outcomes.length;
  const tookMs = median(outcomes.map((outcome) => outcome.tookMs));
  const bySentence = Object.entries(Object.groupBy(outcomes, ({ said }) => said)).map(([said, some = []]) => [
    said,
    `${some.filter(({ isRight }) => isRight).length}/${some.length}`,
  ]);
  return {
    ...NO_PROCESS,
    name,
    value: `${percent(right)} right, ${percent(wrong)} taken for another, of ${outcomes.length}; ${Math.round(tookMs)} ms`,
    target: `${percent(least)}, ${MOST_RECOGNITION_MS} ms`,
    isKept: right >= least && tookMs <= MOST_RECOGNITION_MS,
    data: { right, wrong, tookMs, bySentence: Object.fromEntries(bySentence), failed: outcomes.filter(({ isRight }) => !isRight) },
  };
}

/** Sentences of everyday life and near ones by the engine that speaks the templates, and a human's, cut as a listener cuts. */
async function* foreign(recognizer: EmbeddedRecognizer, language: 'fr' | 'en', host: NodeHost): AsyncGenerator<Figure> {
  const voices = VOICES.report[language];
  const sentences = foreignSentences(language, 'report');
  const spoken: { readonly text: string; readonly samples: Float32Array }[] = [];
  for (const [at, [voice, wordsPerMinute]] of voices.entries())
    for (const text of sentences.filter((_, place) => place % voices.length === at))
      for (const samples of await espeakVoice(voice, wordsPerMinute)
        .speak([locales[language].aloud(text)], host, never)
        .catch(() => []))
        spoken.push({ text, samples });
  const human = (language === 'fr' ? humanSpeech('report')?.foreign : null) ?? [];
  const kinds = [
    ['by the templates’ engine', spoken],
    ['human', human.map((samples) => ({ text: '', samples }))],
  ] as const;
  for (const [kind, sounds] of kinds)
    for (const context of ['idle', 'active'] as const)
      if (sounds.length > 0)
        yield await falseAccepts(`hearing: foreign speech ${kind}, ${language}, ${context}`, sounds, { recognizer, language, context });
}

interface Hearer {
  readonly recognizer: EmbeddedRecognizer;
  readonly language: 'fr' | 'en';
  readonly context: 'idle' | 'active';
}

async function falseAccepts(
  name: string,
  sounds: readonly { readonly text: string; readonly samples: Float32Array }[],
  { recognizer, language, context }: Hearer,
): Promise<Figure> {
  const match = createMatcher(NODES);
  const heard: { readonly text: string; readonly as: string; readonly isAction: boolean }[] = [];
  let durationMs = 0;
  for (const { text, samples } of sounds) {
    durationMs += samples.length / 16;
    const as = await recognizer.recognize(samples, { language, context }, never);
    if (as) heard.push({ text, as: as.text, isAction: ACTIONS.has(match(as.text, context).intent) });
  }
  const actions = heard.filter(({ isAction }) => isAction).length;
  const hourly = (count: number) => Math.round((count * HOUR_MS) / durationMs);
  return {
    ...NO_PROCESS,
    name,
    value: `${heard.length} of ${sounds.length} accepted in ${(durationMs / 60_000).toFixed(1)} min of speech (${hourly(heard.length)} an hour), ${actions} actions`,
    target: 'no action',
    isKept: actions === 0,
    data: { durationMs, heard, actions },
  };
}

/** A human over a telephone, of whom there is no template: half of her short sentences as a closed set. */
async function* humanCommands(folder: string, host: NodeHost): AsyncGenerator<Figure> {
  const human = humanSpeech('report');
  if (!human) return;
  const embedder = await openEmbedder();
  try {
    const options = { language: 'fr', folders: { cache: join(folder, 'human'), data: null }, host } as const;
    const templates = await templatesOf({ commands: human.commands.map(asCommand), foreign: SAID.fr.foreign }, options, embedder, never);
    for (const noise of NOISES) {
      const outcomes: Outcome[] = [];
      for (const [at, { text, sound }] of human.commands.entries()) {
        const startedAt = performance.now();
        const speech = prepared(noise === null ? sound : noisy(sound, noise, at + 1));
        const heard = speech && decided(comparable(await embedder.embed(speech.samples), templates.common), templates, 'idle');
        const tookMs = performance.now() - startedAt;
        outcomes.push({ said: text, heard: heard?.text ?? null, isRight: heard?.text === text, tookMs });
      }
      yield accuracy(`hearing: commands, human French over a telephone, ${noiseName(noise)}`, outcomes, 0);
    }
  } finally {
    await embedder.close();
  }
}

const NO_PROCESS = { cpuMs: null, ratio: null, dominated: null } as const;
const noiseName = (decibels: number | null) => (decibels === null ? 'clean' : `${decibels} dB of noise`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
