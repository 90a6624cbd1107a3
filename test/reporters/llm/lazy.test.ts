import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const STATIC = /^(?:import|export)\s+(?!type\s)(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm;

/** Every file that is loaded with this one, without what is imported when it is needed. */
function loadedWith(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const walk = (file: URL) => {
    if (seen.has(file.href) || !file.pathname.endsWith('.ts')) return;
    seen.add(file.href);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) walk(new URL(path, file));
  };
  walk(new URL(entry, ROOT));
  return new Set([...seen].map((href) => href.slice(ROOT.href.length)));
}

test.each(['skill/create-skill.ts', 'skill/audit/run.ts', 'skill/cli.ts'])(
  '%s loads neither the verifier nor its tables of words',
  (entry) => {
    const loaded = loadedWith(entry);
    expect(loaded.has('locales/fr/locale.ts') || loaded.size > 20).toBe(true);
    expect([...loaded].filter((file) => /^reporters\/llm\/|^locales\/.*claim-?[a-z]*\.ts$/.test(file))).toEqual([]);
  },
);
