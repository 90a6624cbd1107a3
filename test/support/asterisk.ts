import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asHeard, soundOf } from '../../skill/voice/hearing/embedded/sound-of.ts';

/** A French woman over a telephone, and what she says: the Debian package asterisk-core-sounds-fr-wav. */
export interface Prompt {
  readonly text: string;
  readonly sound: Float32Array;
}

const SOUNDS = '/usr/share/asterisk/sounds/fr';
const TEXTS = '/usr/share/doc/asterisk-core-sounds-fr/core-sounds-fr.txt.gz';

/** Every prompt once; null where the package is not installed. */
export function asteriskPrompts(): readonly Prompt[] | null {
  if (!existsSync(SOUNDS) || !existsSync(TEXTS)) return null;
  const lines = gunzipSync(readFileSync(TEXTS)).toString('utf8').split('\n');
  const prompts = new Map<string, Prompt>();
  for (const line of lines) {
    const [, name = '', said = ''] = /^([\w/-]+): ([^[(]+)$/.exec(line) ?? [];
    const text = said.replace(/^[. ]+|[.: ]+$/g, '');
    const file = join(SOUNDS, `${name}.wav`);
    if (text === '' || prompts.has(text.toLowerCase()) || !existsSync(file)) continue;
    prompts.set(text.toLowerCase(), { text, sound: asHeard(soundOf(readFileSync(file))) });
  }
  return [...prompts.values()];
}
