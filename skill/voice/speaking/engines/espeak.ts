import { join } from 'node:path';
import type { Host } from '../../../host/host.ts';
import type { Synthesizer } from '../../speaker.ts';
import { inTemporaryFolder, soundFrom } from '../../temporary-folder.ts';
import { refuseExit } from './exit.ts';

/** espeak's voice of each language. */
export const ESPEAK_VOICES = { fr: 'fr-fr', en: 'en-gb' } as const;
/** Words a minute for who was not understood; its own pace is 175. */
const SLOW_PACE = '125';

/** The text on its standard input, since an argument could be an option; the sound to a file, since without a sound card it exits with 0 as well. */
export function espeak(host: Host): Synthesizer {
  return {
    id: 'espeak-ng',
    kind: 'synthesizer',
    budgetMs: 5_000,
    synthesize: ({ text, language, voice, isSlow }, signal) =>
      inTemporaryFolder(async (folder) => {
        const file = join(folder, 'speech.wav');
        const command = espeakCommand(voice ?? ESPEAK_VOICES[language], file, paceOf(isSlow));
        refuseExit(await host.run(command, { input: `${text}\n` }, signal));
        return await soundFrom(file);
      }),
  };
}

/** Options of the pace. */
export function paceOf(isSlow: boolean | undefined): readonly string[] {
  return isSlow ? ['-s', SLOW_PACE] : [];
}

/** What reads standard input to a file. */
export function espeakCommand(voice: string, file: string, options: readonly string[] = []): readonly string[] {
  return ['espeak-ng', '-v', voice, '-b', '1', '-w', file, ...options, '--stdin'];
}
