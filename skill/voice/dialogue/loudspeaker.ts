import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import { type Played, play } from '../speaking/play.ts';
import { PLAYERS } from '../speaking/players.ts';
import { silence, type Wav } from '../wav.ts';
import { startWaiting, type WaitingPlayer } from './waiting-player.ts';

/** Plays one sound after the other. */
export interface Loudspeaker {
  /** To its end, on the first player that can. Rejects only when `signal` aborts, and is silent then. */
  play(wav: Wav, signal: AbortSignal): Promise<Played>;
  /** Finds out which player can, with a moment of silence: the first one costs a second where the output sleeps. */
  warm(): Promise<void>;
}

/** It takes sound from its standard input, and is there with PulseAudio and with PipeWire. */
const FIRST = 'paplay';
const WARM_UP_MS = 80;

/** Asks the player that was heard last before the others, and has it wait for the next sound. All go when `signal` aborts. */
export function createLoudspeaker(host: Host, signal: AbortSignal): Loudspeaker {
  let last: string = FIRST;
  let waiting: WaitingPlayer | null = null;

  function waitFor(id: string) {
    last = id;
    const player = PLAYERS.find((each) => each.id === id);
    if (player && !signal.aborted && (waiting === null || waiting.isGone())) waiting = startWaiting(player, host, signal);
  }

  async function onWaiting(wav: Wav, silenced: AbortSignal): Promise<Played | null> {
    const player = waiting;
    waiting = null;
    if (!player || player.isGone()) return null;
    const playing = player.play(wav, silenced);
    waitFor(player.id);
    try {
      await playing;
      return { by: player.id };
    } catch (error) {
      silenced.throwIfAborted();
      // it may have been heard in part: nobody wants to hear it twice
      const failure = toFailure(error);
      return failure.code === 'timeout' ? { by: null, attempts: [{ id: player.id, failure }] } : null;
    }
  }

  async function playAnew(wav: Wav, silenced: AbortSignal): Promise<Played> {
    const ordered = [...PLAYERS.filter(({ id }) => id === last), ...PLAYERS.filter(({ id }) => id !== last)];
    const played = await play(wav, host, silenced, ordered);
    if (played.by !== null) waitFor(played.by);
    return played;
  }

  return {
    play: async (wav, silenced) => (await onWaiting(wav, silenced)) ?? (await playAnew(wav, silenced)),
    warm: async () => void (await playAnew(silence(WARM_UP_MS), signal).catch(() => {})),
  };
}
