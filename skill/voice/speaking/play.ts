import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, ProbeError } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host, RunResult } from '../../host/host.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { Wav } from '../wav.ts';
import { refuseExit } from './engines/exit.ts';
import { PLAYERS, type Player } from './players.ts';

/** Milliseconds that a sound server may take besides the sound itself. */
export const SLACK_MS = 5_000;
const QUESTION_MS = 1_000;

/** Why one engine or player stayed silent. */
export interface Attempt {
  readonly id: string;
  readonly failure: Failure;
}

export type Played = { readonly by: string } | { readonly by: null; readonly attempts: readonly Attempt[] };

/** Plays it to its end on the first of these players that can. Rejects only when `signal` aborts, and is silent then. */
export function play(wav: Wav, host: Host, signal: AbortSignal, players: readonly Player[] = PLAYERS): Promise<Played> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'speech.wav');
    await writeFile(file, wav.bytes, { mode: 0o600 });
    const attempts: Attempt[] = [];
    for (const player of players.filter(({ platforms }) => platforms.includes(host.platform))) {
      try {
        await playOn(player, file, wav, host, signal);
        return { by: player.id };
      } catch (error) {
        signal.throwIfAborted();
        const failure = toFailure(error);
        attempts.push({ id: player.id, failure });
        // it may have been heard in part: nobody wants to hear it twice
        if (failure.code === 'timeout') break;
      }
    }
    return { by: null, attempts };
  });
}

/** Rejects when nothing was to be heard, as far as the player and its sound server tell. */
export async function playOn(player: Player, file: string, { durationMs }: Wav, host: Host, signal: AbortSignal): Promise<void> {
  const options = player.environment ? { env: player.environment(file) } : {};
  if (host.platform === 'linux') await refuseDummy(host, signal);
  const result = await host.run(player.command(file), options, host.deadline(durationMs + SLACK_MS, signal));
  refuseUnplayed(result, result.durationMs, durationMs);
}

/** Throws where a player says that it failed, or ended too early to have been heard. */
export function refuseUnplayed(result: RunResult, playedMs: number, durationMs: number): void {
  refuseExit(result, 'unreachable');
  if (playedMs < durationMs / 2)
    throw new ProbeError('unreachable', `ended after ${Math.round(playedMs)} ms of ${durationMs}: no sound output`);
}

/** Without a sound card PulseAudio and PipeWire play to an output that nobody hears, and call it success. */
export async function refuseDummy(host: Host, signal: AbortSignal): Promise<void> {
  const { stdout } = await host.run(['pactl', 'info'], {}, host.deadline(QUESTION_MS, signal)).catch(() => ({ stdout: '' }));
  if (/^Default Sink: auto_null/m.test(stdout)) throw new ProbeError('unreachable', 'no sound output but a dummy');
}
