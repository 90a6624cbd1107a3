import type { Host } from '../../host/host.ts';
import { type Played, play } from '../speaking/play.ts';
import { PLAYERS } from '../speaking/players.ts';
import type { Wav } from '../wav.ts';

/** Plays one sound after the other. */
export interface Loudspeaker {
  /** To its end, on the first player that can. Rejects only when `signal` aborts, and is silent then. */
  play(wav: Wav, signal: AbortSignal): Promise<Played>;
}

/** Asks the player that was heard last before the others. */
export function createLoudspeaker(host: Host): Loudspeaker {
  let last: string | null = null;
  return {
    async play(wav, signal) {
      const first = PLAYERS.filter(({ id }) => id === last);
      const played = await play(wav, host, signal, [...first, ...PLAYERS.filter(({ id }) => id !== last)]);
      last = played.by;
      return played;
    },
  };
}
