import { execFileSync } from 'node:child_process';

/** Voices that made no template of the recogniser. */
export const STRANGER = 'fr+m3';

/** What espeak says, as a WAV file. */
export function said(text: string, voice: string = STRANGER): Buffer {
  return execFileSync('espeak-ng', ['-v', voice, '-b', '1', '--stdout', '--', text], { maxBuffer: 16 * 1024 * 1024 });
}
