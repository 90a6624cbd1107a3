import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { cacheFolder } from '../../../compiled-code.ts';
import type { Environment } from '../../../inventory/expand.ts';

/** Where hearing keeps what it needs again; null where nobody has a home. */
export interface HearingFolders {
  /** What can be made again. */
  readonly cache: string | null;
  /** The user's own recordings, as embeddings. */
  readonly data: string | null;
}

/** By the customs of each system. */
export function hearingFolders(platform: NodeJS.Platform, environment: Environment): HearingFolders {
  return { cache: within(cacheFolder(platform, environment)), data: within(dataFolder(platform, environment)) };
}

function within(folder: string | null): string | null {
  return folder === null ? null : join(folder, 'jarvis-audit', 'hearing');
}

function dataFolder(platform: NodeJS.Platform, environment: Environment): string | null {
  const named = platform === 'win32' ? environment['APPDATA'] : environment['XDG_DATA_HOME'];
  if (named && isAbsolute(named)) return named;
  const usual = { win32: ['AppData', 'Roaming'], darwin: ['Library', 'Application Support'] } as const;
  const below = platform === 'win32' || platform === 'darwin' ? usual[platform] : ['.local', 'share'];
  try {
    return join(homedir(), ...below);
  } catch {
    return null;
  }
}
