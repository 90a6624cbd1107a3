import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import type { Synthesizer } from '../../speaker.ts';
import { inTemporaryFolder, soundFrom } from '../../temporary-folder.ts';
import { ESPEAK_VOICES, paceOf } from './espeak.ts';
import { refuseExit } from './exit.ts';

/** Beside this file in the repository, beside its bundle in the package. */
const PROGRAM = fileURLToPath(new URL(`./espeak-program.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

/** espeak as WebAssembly, where npm could install it: a GPL program, so it is started in a process of its own and never linked. */
export function espeakNpm(host: Host): Synthesizer {
  return {
    id: 'espeak-ng-npm',
    kind: 'synthesizer',
    budgetMs: 10_000,
    synthesize: ({ text, language, voice, isSlow }, signal) =>
      inTemporaryFolder(async (folder) => {
        const file = join(folder, 'speech.wav');
        const command = espeakNpmCommand(voice ?? ESPEAK_VOICES[language], file, paceOf(isSlow));
        refuseExit(await host.run(command, { input: `${text}\n` }, signal));
        return await soundFrom(file);
      }),
  };
}

/** What reads standard input to a file. Throws a `ProbeError` where npm has not installed it. */
export function espeakNpmCommand(voice: string, file: string, options: readonly string[] = []): readonly string[] {
  return [process.execPath, PROGRAM, installed(), voice, file, ...options];
}

function installed(): string {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve('espeak-ng')).href;
  } catch {
    throw new ProbeError('missing-tool', 'the npm package espeak-ng is not installed');
  }
}
