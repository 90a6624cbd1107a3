import { join } from 'node:path';
import type { Host } from '../../../host/host.ts';
import type { Synthesizer } from '../../speaker.ts';
import { inTemporaryFolder, soundFrom } from '../../temporary-folder.ts';
import { refuseExit } from './exit.ts';

const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** SVOX Pico. Newer ones read standard input, which no other user sees; older ones know only an argument. */
export function pico2wave(host: Host): Synthesizer {
  return {
    id: 'pico2wave',
    kind: 'synthesizer',
    platforms: ['linux'],
    budgetMs: 5_000,
    synthesize: ({ text, language }, signal) =>
      inTemporaryFolder(async (folder) => {
        const file = join(folder, 'speech.wav');
        const command = ['pico2wave', '-l', LANGUAGES[language], '-w', file];
        await host.run(command, { input: `${text}\n` }, signal);
        const sound = await soundFrom(file).catch(() => null);
        if (sound && sound.length > 0) return sound;
        refuseExit(await host.run([...command, '--', text], {}, signal));
        return await soundFrom(file);
      }),
  };
}
