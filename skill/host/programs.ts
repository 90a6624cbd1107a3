import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { orAborted } from './abort.ts';

/** Where a program is looked for when it is started without a PATH. */
const NO_PATH = '/usr/bin:/bin';

/** The whole path of a program on this PATH; null where there is none. Throws only when `signal` aborts: a dead share must not look like an absent file. */
export async function findProgram(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  signal: AbortSignal,
): Promise<string | null> {
  const folders = (environment['PATH'] ?? environment['Path'] ?? NO_PATH).split(delimiter).filter(Boolean);
  const endings = platform === 'win32' ? (environment['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';') : [''];
  for (const folder of folders) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (await orAborted(signal, () => isProgram(path))) return path;
    }
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
