import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../audit/define.ts';
import { toFailure } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import type { SpeechSettings } from '../../inventory/schema.ts';
import type { Voice } from '../speaker.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { silence } from '../wav.ts';
import { enginesHere } from './engines/all.ts';
import { playOn } from './play.ts';
import { PLAYERS } from './players.ts';
import { synthesized } from './speak.ts';

/** One engine or player of this platform; without a failure it works. */
export interface Availability {
  readonly id: string;
  readonly failure: Failure | null;
}

const SAMPLE = { fr: 'Oui.', en: 'Yes.' } as const;
const SILENCE_MS = 100;

/** Every engine that can exist on this platform, in the order in which they are asked, each tried without a sound. */
export async function availableVoices(
  language: 'fr' | 'en',
  server: SpeechSettings['tts'],
  host: Host,
  signal: AbortSignal,
): Promise<readonly Availability[]> {
  const tried = await Promise.all(enginesHere(host, server).map((engine) => tryEngine(engine, language, host, signal)));
  if (server) return tried;
  return [{ id: 'server', failure: { code: 'missing-tool', detail: 'the inventory names no speech.tts' } }, ...tried];
}

function tryEngine(engine: Voice, language: 'fr' | 'en', host: Host, signal: AbortSignal): Promise<Availability> {
  return outcome(engine.id, async () => {
    if (engine.kind === 'speaker') await engine.check(host.deadline(engine.budgetMs, signal));
    else await synthesized(engine, { text: SAMPLE[language], language }, host, signal);
  });
}

/** Every player of this platform, in the order in which they are asked, each tried with a moment of silence. */
export function availablePlayers(host: Host, signal: AbortSignal): Promise<readonly Availability[]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'silence.wav');
    const sound = silence(SILENCE_MS);
    await writeFile(file, sound.bytes);
    const here = PLAYERS.filter(({ platforms }) => platforms.includes(host.platform));
    return Promise.all(here.map((player) => outcome(player.id, () => playOn(player, file, sound, host, signal))));
  });
}

async function outcome(id: string, work: () => Promise<void>): Promise<Availability> {
  try {
    await work();
    return { id, failure: null };
  } catch (error) {
    return { id, failure: toFailure(error) };
  }
}
