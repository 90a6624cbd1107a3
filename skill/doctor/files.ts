import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { orAborted } from '../host/abort.ts';
import type { Host } from '../host/host.ts';
import { findProgram } from '../host/programs.ts';
import type { Environment } from '../inventory/expand.ts';
import type { Files } from './check.ts';
import { hasPackage } from './npm-packages.ts';

/** The real file system. A signal that aborts is the only thing that throws: a dead share must not look like an absent file. */
export function realFiles(host: Host, environment: Environment): Files {
  const may = (path: string, mode: number, signal: AbortSignal) => quietly(signal, false, () => access(path, mode).then(() => true));
  return {
    program: (name, signal) => findProgram(name, environment, host.platform, signal),
    exists: (path, signal) => may(path, constants.F_OK, signal),
    isWritable: (path, signal) => may(path, constants.W_OK, signal),
    isReadable: (path, signal) => may(path, constants.R_OK, signal),
    names: (folder, signal) => quietly<readonly string[]>(signal, [], () => readdir(folder)),
    hasPackage,
    text: (path, signal) => quietly<string | null>(signal, null, () => host.read(path, signal)),
  };
}

async function quietly<T>(signal: AbortSignal, otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await orAborted(signal, work);
  } catch {
    signal.throwIfAborted();
    return otherwise;
  }
}
