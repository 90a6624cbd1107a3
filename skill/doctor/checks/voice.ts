import { type Check, type Files, fine } from '../check.ts';
import { bring } from '../packages.ts';

/** Whether the summary can be spoken. */
export const voice: Check = {
  id: 'voice',
  async look({ host, files, packages }, signal) {
    const voices = await voicesOf(host.platform, files, signal);
    if (voices.length > 0) return [fine({ id: 'voiceFine', values: { voices } })];
    return [{ state: 'optional', note: { id: 'voiceNone', values: {} }, ...bring(packages, 'espeak-ng') }];
  },
};

/** Engines by name, the best first. */
async function voicesOf(platform: NodeJS.Platform, files: Files, signal: AbortSignal): Promise<readonly string[]> {
  const own = platform === 'darwin' ? ['say'] : platform === 'win32' ? ['powershell'] : [];
  const engines = [...own, 'pico2wave', 'espeak-ng'];
  const found = await Promise.all(engines.map((name) => files.program(name, signal)));
  return engines.filter((_, index) => found[index] !== null);
}
