import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { cut } from './cut.ts';

/** The name of the process of a /proc folder, never its arguments: they may hold secrets. Null when it is gone. */
export function processName(folder: string): string | null {
  const name = orNull(() => cut(readFileSync(`${folder}/comm`, 'utf8')));
  // Node calls its main thread so, which names nothing
  if (name === 'MainThread') return orNull(() => cut(basename(readlinkSync(`${folder}/exe`)))) || name;
  return name || null;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
