import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { orAborted } from '../host/abort.ts';
import type { Host } from '../host/host.ts';
import type { Environment } from '../inventory/expand.ts';
import type { Files } from './check.ts';

/** Where a program is looked for when it is started without a PATH. */
const NO_PATH = '/usr/bin:/bin';

/** The real file system. A signal that aborts is the only thing that throws: a dead share must not look like an absent file. */
export function realFiles(host: Host, environment: Environment): Files {
  const folders = (environment['PATH'] ?? environment['Path'] ?? NO_PATH).split(delimiter).filter(Boolean);
  const endings = host.platform === 'win32' ? (environment['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';') : [''];
  const may = (path: string, mode: number, signal: AbortSignal) => quietly(signal, false, () => access(path, mode).then(() => true));
  return {
    async program(name, signal) {
      for (const folder of folders) {
        for (const ending of endings) {
          const path = join(folder, name + ending);
          const isProgram = await quietly(signal, false, () => isExecutable(path));
          if (isProgram) return path;
        }
      }
      return null;
    },
    exists: (path, signal) => may(path, constants.F_OK, signal),
    isWritable: (path, signal) => may(path, constants.W_OK, signal),
    isReadable: (path, signal) => may(path, constants.R_OK, signal),
    names: (folder, signal) => quietly<readonly string[]>(signal, [], () => readdir(folder)),
    text: (path, signal) => quietly<string | null>(signal, null, () => host.read(path, signal)),
  };
}

async function isExecutable(path: string): Promise<boolean> {
  await access(path, constants.X_OK);
  return (await stat(path)).isFile();
}

async function quietly<T>(signal: AbortSignal, otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await orAborted(signal, work);
  } catch {
    signal.throwIfAborted();
    return otherwise;
  }
}
