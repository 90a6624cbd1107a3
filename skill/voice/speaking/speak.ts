import { ProbeError } from '../../audit/define.ts';
import { orAborted } from '../../host/abort.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import type { EngineId, Synthesizer, Utterance } from '../speaker.ts';
import { readWav, type Wav } from '../wav.ts';
import { asks, type Wishes } from './engines/all.ts';
import { plainSpeech } from './plain-speech.ts';
import { type Attempt, play } from './play.ts';

/** Milliseconds in which one of the engines must have made the sound; the speaking itself comes on top. */
const SYNTHESIS_MS = 20_000;

/**
 * What came of it. `attempts` tells why those before it were silent, `unplayed` why the sound stayed a file;
 * `isReplacement`: somebody was chosen by name and another speaks.
 */
export type Spoken = { readonly attempts: readonly Attempt[] } & (
  | ({ readonly outcome: 'heard' } & By)
  | ({ readonly outcome: 'unplayed'; readonly wav: Wav; readonly unplayed: readonly Attempt[] } & By)
  | { readonly outcome: 'mute' }
);
interface By {
  readonly by: EngineId;
  readonly isReplacement: boolean;
}

/** Says it with the first engine that can. Rejects only when `signal` aborts, and is silent then. */
export async function speak(text: string, language: 'fr' | 'en', wishes: Wishes, host: Host, signal: AbortSignal): Promise<Spoken> {
  const said = plainSpeech(text);
  const synthesis = host.deadline(SYNTHESIS_MS, signal);
  const attempts: Attempt[] = [];
  const { chosen, usual } = asks(host, wishes);
  for (const { engine, voice } of [...chosen, ...usual]) {
    const by = { by: engine.id, isReplacement: wishes.voice !== undefined && attempts.length >= chosen.length };
    const utterance = { text: said, language, voice };
    try {
      if (engine.kind === 'speaker') {
        await engine.speak(utterance, host.deadline(engine.budgetMs, signal));
        return { outcome: 'heard', ...by, attempts };
      }
      const wav = await synthesized(engine, utterance, host, synthesis);
      const played = await play(wav, host, signal);
      if (played.by !== null) return { outcome: 'heard', ...by, attempts };
      return { outcome: 'unplayed', ...by, wav, unplayed: played.attempts, attempts };
    } catch (error) {
      signal.throwIfAborted();
      attempts.push({ id: engine.id, failure: toFailure(error) });
    }
  }
  return { outcome: 'mute', attempts };
}

/** What one engine makes of it, proven to be sound. */
export async function synthesized(engine: Synthesizer, utterance: Utterance, host: Host, signal: AbortSignal): Promise<Wav> {
  if (utterance.text === '') throw new ProbeError('malformed', 'nothing that can be said');
  const budget = host.deadline(engine.budgetMs, signal);
  return readWav(await orAborted(budget, () => engine.synthesize(utterance, budget)));
}
