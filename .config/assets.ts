import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'rolldown';

/** Copies these files beside the bundle, where the code that reads them by name will stand. */
export function assets(files: readonly string[]): Plugin {
  return {
    name: 'assets',
    generateBundle() {
      for (const file of files) this.emitFile({ type: 'asset', fileName: basename(file), source: readFileSync(file) });
    },
  };
}
