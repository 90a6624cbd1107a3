import { PassThrough } from 'node:stream';
import { orAborted } from '../../host/abort.ts';
import type { Host, RunResult } from '../../host/host.ts';
import { refuseDummy, refuseUnplayed, SLACK_MS } from '../speaking/play.ts';
import type { Player } from '../speaking/players.ts';
import type { Wav } from '../wav.ts';

/** A player that is started already, for one sound: what is to be heard at once needs no other turn of a busy loop. */
export interface WaitingPlayer {
  readonly id: string;
  /** It ended before it was asked for. */
  isGone(): boolean;
  /** Rejects when nothing was to be heard, and when `signal` aborts, silent at once. */
  play(wav: Wav, signal: AbortSignal): Promise<void>;
}

/** Null where this player takes nothing from its standard input. It goes when `signal` aborts. */
export function startWaiting({ id, waiting }: Player, host: Host, signal: AbortSignal): WaitingPlayer | null {
  if (!waiting) return null;
  const input = new PassThrough();
  const over = new AbortController();
  let isGone = false;
  const running: Promise<RunResult> = host.run(waiting, { input }, AbortSignal.any([signal, over.signal])).finally(() => {
    isGone = true;
  });
  // met when it is asked to play
  running.catch(() => {});
  input.on('error', () => {});
  return {
    id,
    isGone: () => isGone,
    async play(wav, silenced) {
      const startedMs = host.now();
      input.end(wav.bytes);
      try {
        const until = host.deadline(wav.durationMs + SLACK_MS, silenced);
        const [result] = await Promise.all([orAborted(until, () => running), host.platform === 'linux' && refuseDummy(host, until)]);
        refuseUnplayed(result, host.now() - startedMs, wav.durationMs);
      } finally {
        over.abort(new DOMException('it has played', 'AbortError'));
      }
    },
  };
}
