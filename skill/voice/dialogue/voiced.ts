import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import type { EngineId } from '../speaker.ts';
import { type Ask, asks, type Wishes } from '../speaking/engines/all.ts';
import { plainSpeech } from '../speaking/plain-speech.ts';
import type { Attempt } from '../speaking/play.ts';
import { synthesized } from '../speaking/speak.ts';
import type { Wav } from '../wav.ts';

export interface Sentence {
  readonly text: string;
  readonly isSlow: boolean;
}

/** What will be heard of a sentence: a sound, an engine that speaks by itself, or nothing. */
export type Voiced =
  | { readonly kind: 'sound'; readonly by: EngineId; readonly wav: Wav }
  | { readonly kind: 'speaker'; readonly by: EngineId; speak(signal: AbortSignal): Promise<void> }
  | { readonly kind: 'mute'; readonly attempts: readonly Attempt[] };

/** Turns sentences into sound. */
export interface VoiceMaker {
  /** By the first engine that can. Rejects only when `signal` aborts. */
  make(sentence: Sentence, signal: AbortSignal): Promise<Voiced>;
  /** Makes the sound of sentences that will be said often, and keeps it. Never rejects. */
  keep(texts: readonly string[], signal: AbortSignal): Promise<void>;
  /** Puts off an engine that was no good in use. */
  rest(engine: EngineId): void;
}

/** An engine that failed is asked after all others for so many milliseconds: a server that hangs must not delay each sentence. */
const REST_MS = 60_000;
/** In which one of them must have made the sound: nobody waits longer for the next sentence. */
const SYNTHESIS_MS = 8_000;
const MOST_KEPT = 20;

export function createVoiceMaker(language: 'fr' | 'en', wishes: Wishes, host: Host): VoiceMaker {
  const kept = new Map<string, Voiced>();
  const restingUntil = new Map<EngineId, number>();

  function inOrder(): readonly Ask[] {
    const { chosen, usual } = asks(host, wishes);
    const all = [...chosen, ...usual];
    const isResting = ({ engine }: Ask) => (restingUntil.get(engine.id) ?? 0) > host.now();
    return [...all.filter((ask) => !isResting(ask)), ...all.filter(isResting)];
  }

  const rest = (engine: EngineId) => void restingUntil.set(engine, host.now() + REST_MS);

  async function make({ text, isSlow }: Sentence, signal: AbortSignal): Promise<Voiced> {
    const ready = isSlow ? undefined : kept.get(text);
    if (ready) return ready;
    const attempts: Attempt[] = [];
    const synthesis = host.deadline(SYNTHESIS_MS, signal);
    for (const { engine, voice } of inOrder()) {
      const utterance = { text: plainSpeech(text), language, voice, isSlow };
      if (engine.kind === 'speaker')
        return { kind: 'speaker', by: engine.id, speak: (until) => engine.speak(utterance, host.deadline(engine.budgetMs, until)) };
      try {
        return { kind: 'sound', by: engine.id, wav: await synthesized(engine, utterance, host, synthesis) };
      } catch (error) {
        signal.throwIfAborted();
        attempts.push({ id: engine.id, failure: toFailure(error) });
        rest(engine.id);
      }
    }
    return { kind: 'mute', attempts };
  }

  return {
    make,
    rest,
    async keep(texts, signal) {
      for (const text of texts.slice(0, MOST_KEPT)) {
        const voiced = await make({ text, isSlow: false }, signal).catch(() => null);
        if (voiced?.kind === 'sound') kept.set(text, voiced);
      }
    },
  };
}
