import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Licences that let their code stand in a bundle under another one, as long as their text goes with it. */
const ALLOWED = /^(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0)$/;

/** Writes THIRD-PARTY.txt beside the bundle: what foreign code is in it, and under which words. Refuses what may not be there. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])) : [],
      );
      const folders = [...new Set(modules.flatMap((id) => packageFolder(id) ?? []))];
      const texts = folders.map(licenceOf).toSorted();
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: `${HEAD}${texts.join(RULE)}` });
    },
  };
}

const HEAD = 'jarvis-audit holds code of these packages.\n\n';
const RULE = `\n${'-'.repeat(80)}\n\n`;

/** The outermost package that a module belongs to; null for our own. */
function packageFolder(id: string): string | null {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}

function licenceOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.test(license)) throw new Error(`${name}: its licence, ${license}, may not be bundled`);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const holder = typeof author === 'string' ? author : author?.name;
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}${holder ? `, ${holder}` : ''}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
