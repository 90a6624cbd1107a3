import { join } from 'node:path';
import type { Host } from '../../../host/host.ts';
import type { Synthesizer } from '../../speaker.ts';
import { inTemporaryFolder, soundFrom } from '../../temporary-folder.ts';
import { refuseExit } from './exit.ts';

/** espeak's voice of each language. */
export const ESPEAK_VOICES = { fr: 'fr-fr', en: 'en-gb' } as const;
/** Words a minute: espeak's own pace, and that of who was not understood. */
export const ESPEAK_PACE = { usual: 175, slow: 125 } as const;

/** The text on its standard input, since an argument could be an option; the sound to a file, since without a sound card it exits with 0 as well. */
export function espeak(host: Host): Synthesizer {
  return {
    id: 'espeak-ng',
    kind: 'synthesizer',
    budgetMs: 5_000,
    synthesize: ({ text, language, voice, isSlow }, signal) =>
      inTemporaryFolder(async (folder) => {
        const file = join(folder, 'speech.wav');
        const pace = isSlow ? ['-s', String(ESPEAK_PACE.slow)] : [];
        const command = ['espeak-ng', '-v', voice ?? ESPEAK_VOICES[language], ...pace, '-b', '1', '-w', file, '--stdin'];
        refuseExit(await host.run(command, { input: `${text}\n` }, signal));
        return await soundFrom(file);
      }),
  };
}
