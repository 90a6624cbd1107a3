import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

/** What it exports are functions that compute data and need nothing: their results are put in their place. */
const TABLES = /intents\/tables\.ts$/;

/** Computes the tables of words when the program is built, instead of at each start. */
export function tables(): Plugin {
  return {
    name: 'tables',
    async load(id) {
      if (!TABLES.test(id)) return null;
      const computed = (await import(pathToFileURL(id).href)) as Readonly<Record<string, () => unknown>>;
      const functions = Object.entries(computed).map(([name, compute]) => `export const ${name} = () => (${JSON.stringify(compute())});`);
      return { code: functions.join('\n'), moduleType: 'js', moduleSideEffects: false };
    },
  };
}
