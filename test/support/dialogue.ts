import { createMatcher } from '../../intents/matcher.ts';
import { fr } from '../../locales/fr/locale.ts';
import type { Command, Skill, SkillEvent } from '../../skill/skill.ts';
import { createAnswers } from '../../skill/voice/dialogue/answers.ts';
import { createDialogue } from '../../skill/voice/dialogue/dialogue.ts';
import { createOwnVoice } from '../../skill/voice/dialogue/own-voice.ts';
import { createSpeechQueue } from '../../skill/voice/dialogue/speech-queue.ts';
import type { Sentence, VoiceMaker } from '../../skill/voice/dialogue/voiced.ts';
import type { Heard } from '../../skill/voice/hearing/recognizers/first-that-can.ts';
import { readWav, type Wav } from '../../skill/voice/wav.ts';
import { toneWav } from './sound.ts';

const WAV = readWav(toneWav(200));

/** A loudspeaker that plays until the test lets go, and tells what it was given. */
export function loudspeaker() {
  const heard: string[] = [];
  const silenced: string[] = [];
  let release = Promise.withResolvers<void>();
  let isHeld = false;
  const texts = new Map<Wav, Sentence>();
  const maker: VoiceMaker = {
    make: async (sentence) => {
      const wav = { ...WAV };
      texts.set(wav, sentence);
      return { kind: 'sound', by: 'espeak-ng', wav };
    },
    keep: async () => {},
    rest: () => {},
  };
  return {
    heard,
    silenced,
    made: () => [...texts.values()].map(({ text }) => text),
    maker,
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      release.resolve();
      release = Promise.withResolvers();
    },
    async play(wav: Wav, signal: AbortSignal) {
      signal.throwIfAborted();
      const text = texts.get(wav)?.text ?? '';
      const stopped = new Promise<never>((_resolve, reject) => void signal.addEventListener('abort', () => reject(signal.reason)));
      stopped.catch(() => {});
      try {
        if (isHeld) await Promise.race([release.promise, stopped]);
        heard.push(text);
        return { by: 'test' };
      } catch (error) {
        silenced.push(text);
        throw error;
      }
    },
  };
}

type Answer = (command: Command, signal: AbortSignal) => AsyncIterable<SkillEvent>;

/** A dialogue over a skill that answers as told and a recogniser that hears as told. */
export function dialogueWith(answer: Answer, signal: AbortSignal) {
  const told: string[] = [];
  const asked: string[] = [];
  const shown: string[] = [];
  const speaker = loudspeaker();
  let nowMs = 100_000;
  const host = { now: () => nowMs };
  const ownVoice = createOwnVoice(host.now);
  const said: string[] = [];
  const queue = createSpeechQueue(
    {
      maker: speaker.maker,
      loudspeaker: { play: speaker.play, warm: async () => {} },
      ownVoice,
      language: 'fr',
      host,
      onUnheard: (text) => void said.push(`unheard: ${text}`),
      onSound: () => {},
    },
    signal,
  );
  const skill = {
    match: createMatcher(['M1', 'M2']),
    handle: (command: Command, until: AbortSignal) => {
      asked.push(command.utterance ?? '');
      return answer(command, until);
    },
  } as unknown as Skill;
  const answers = createAnswers({ skill, queue, locale: fr, host, show: (text) => void shown.push(text), keep: async () => {} }, signal);
  let next: Heard = { recognition: null, by: 'embedded', attempts: [] };
  const dialogue = createDialogue(
    {
      skill,
      answers,
      queue,
      locale: fr,
      language: 'fr',
      host,
      ownVoice,
      isDebug: false,
      tell: (line) => void told.push(line),
      hear: async () => next,
    },
    signal,
  );
  const take = (heard: Heard, manner: 'addressed' | 'overheard') => {
    next = heard;
    dialogue.take(
      { type: 'speech-ended', samples: new Float32Array(16_000), startedMs: nowMs - 1_000, lastSoundMs: nowMs, isCut: false },
      manner,
    );
  };
  return {
    dialogue,
    queue,
    speaker,
    told,
    asked,
    shown,
    pass: (ms: number) => {
      nowMs += ms;
    },
    hears: (text: string | null, manner: 'addressed' | 'overheard' = 'overheard') =>
      take({ recognition: text === null ? null : { text, confidence: 1 }, by: 'embedded', attempts: [] }, manner),
    isDeaf: (manner: 'addressed' | 'overheard') =>
      take({ recognition: null, by: null, attempts: [{ id: 'openai', failure: { code: 'timeout', detail: 'late' } }] }, manner),
  };
}

/** Answers with these words. */
export async function* saying(speech: string): AsyncGenerator<SkillEvent> {
  yield { type: 'accepted', intent: 'cluster_status', slots: {} };
  yield { type: 'done', text: speech, speech, status: 'ok' };
}
