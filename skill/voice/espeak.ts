import { ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { plainSpeech } from './plain-speech.ts';
import type { Speaker } from './speaker.ts';

const NO_SOUND = /^error:|pcm_open|Unknown PCM/m;
const VOICES = { fr: 'fr-fr', en: 'en-gb' } as const;

/** espeak-ng, the text on its standard input: an argument could be an option. `voice` is one of its own voice names. */
export function espeak(host: Host, voice?: string): Speaker {
  return {
    id: 'espeak-ng',
    async speak(text, language, signal) {
      const { exitCode, stderr } = await host.run(
        ['espeak-ng', '-v', voice ?? VOICES[language], '--stdin'],
        { input: `${plainSpeech(text)}\n` },
        signal,
      );
      // without a sound card it says so on stderr, and exits with 0
      if (exitCode !== 0 || NO_SOUND.test(stderr))
        throw new ProbeError('unreachable', stderr.trim().split('\n').at(-1) || `exit code ${exitCode}`);
    },
  };
}
