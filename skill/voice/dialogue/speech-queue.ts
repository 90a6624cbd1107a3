import type { Host } from '../../host/host.ts';
import { monoOf } from '../hearing/pcm.ts';
import type { Attempt } from '../speaking/play.ts';
import { type Wav, wavLayout } from '../wav.ts';
import type { Loudspeaker } from './loudspeaker.ts';
import type { OwnVoice } from './own-voice.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence, Voiced, VoiceMaker } from './voiced.ts';

/** What became of something that was to be said. */
export type Fate = 'heard' | 'silenced' | 'unheard';

/** Says sentences one after the other; the next is made while one is heard. */
export interface SpeechQueue {
  /** Resolves once all of it was heard or will not be. Never rejects. */
  say(text: string, isSlow?: boolean): Promise<Fate>;
  /** At once: neither what is being said nor what waits is heard any more. */
  silence(): void;
  /** Something is being said, or waits. */
  isSpeaking(): boolean;
  /** When the last sound began or ended, of `performance.now()`; now while one is heard. */
  lastSoundMs(): number;
  /** Resolves when nothing is left to say. */
  idle(): Promise<void>;
}

export interface SpeechParts {
  readonly maker: VoiceMaker;
  readonly loudspeaker: Loudspeaker;
  readonly ownVoice: OwnVoice;
  readonly language: 'fr' | 'en';
  readonly host: Pick<Host, 'now'>;
  /** A sentence that nobody heard, and why: it has to be read. */
  onUnheard(text: string, attempts: readonly Attempt[]): void;
  /** A sound begins; null: it is not known. */
  onSound(wav: Wav | null): void;
}

interface Item {
  readonly sentence: Sentence;
  readonly signal: AbortSignal;
  readonly fate: PromiseWithResolvers<Fate>;
  sound: Promise<Voiced> | null;
}

export function createSpeechQueue(parts: SpeechParts, signal: AbortSignal): SpeechQueue {
  const { maker, language, host } = parts;
  const waiting: Item[] = [];
  let silencer = new AbortController();
  let running: Promise<void> | null = null;
  let lastSoundMs = Number.NEGATIVE_INFINITY;
  let isHeard = false;

  function prepare(item: Item | undefined): Promise<Voiced> | null {
    if (!item) return null;
    item.sound ??= maker.make(item.sentence, item.signal);
    // its failure is met when its turn comes
    item.sound.catch(() => {});
    return item.sound;
  }

  async function run() {
    for (let item = waiting.shift(); item; item = waiting.shift()) item.fate.resolve(await perform(item).catch(() => 'silenced' as const));
    running = null;
  }

  async function perform(item: Item): Promise<Fate> {
    const voiced = await prepare(item);
    // the next is made while this one is heard
    void prepare(waiting[0]);
    const { text } = item.sentence;
    const attempts = voiced === null || voiced.kind === 'mute' ? (voiced?.attempts ?? []) : await heard(voiced, item);
    if (attempts === null) return 'heard';
    parts.onUnheard(text, attempts);
    return 'unheard';
  }

  /** Null when it was. */
  async function heard(voiced: Exclude<Voiced, { kind: 'mute' }>, { sentence: { text }, signal: silenced }: Item) {
    silenced.throwIfAborted();
    const sounding = voiced.kind === 'sound' ? parts.loudspeaker.play(voiced.wav, silenced) : spoken(voiced, silenced);
    const end = parts.ownVoice.begin(text, voiced.kind === 'sound' ? samplesOf(voiced.wav) : null);
    isHeard = true;
    parts.onSound(voiced.kind === 'sound' ? voiced.wav : null);
    try {
      const outcome = await sounding;
      return outcome.by === null ? outcome.attempts : null;
    } finally {
      end();
      isHeard = false;
      lastSoundMs = host.now();
    }
  }

  async function spoken({ by, speak }: Extract<Voiced, { kind: 'speaker' }>, silenced: AbortSignal) {
    try {
      await speak(silenced);
      return { by };
    } catch (error) {
      silenced.throwIfAborted();
      maker.rest(by);
      return { by: null, attempts: [{ id: by, failure: { code: 'unreachable', detail: String(error) } }] } as const;
    }
  }

  return {
    async say(text, isSlow = false) {
      const either = AbortSignal.any([signal, silencer.signal]);
      const items = sentencesOf(text, language).map(
        (sentence): Item => ({ sentence: { text: sentence, isSlow }, signal: either, fate: Promise.withResolvers(), sound: null }),
      );
      waiting.push(...items);
      void prepare(waiting[0]);
      running ??= run();
      const fates = await Promise.all(items.map(({ fate }) => fate.promise));
      return fates.find((fate) => fate !== 'heard') ?? 'heard';
    },
    silence() {
      silencer.abort(new DOMException('told to be silent', 'AbortError'));
      silencer = new AbortController();
      for (const { fate } of waiting.splice(0)) fate.resolve('silenced');
    },
    isSpeaking: () => running !== null,
    lastSoundMs: () => (isHeard ? host.now() : lastSoundMs),
    idle: async () => {
      while (running) await running;
    },
  };
}

function samplesOf({ bytes }: Wav) {
  const { format, from, bytes: length } = wavLayout(bytes, bytes.length);
  return { samples: monoOf(bytes.subarray(from, from + length), format), rateHz: format.rate };
}
