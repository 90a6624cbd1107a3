import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { tables } from '../../.config/tables.ts';
import type { FirstSentence } from './first-sentence-child.ts';
import { median } from './measure.ts';

const RUNS = 11;
const CHILD = fileURLToPath(new URL('first-sentence-child.ts', import.meta.url));
const MATCHER = fileURLToPath(new URL('../../intents/matcher.ts', import.meta.url));
const SENTENCES = { clear: "quel est l'état du cluster ?", misheard: "j'ai dû dit du cisse thème" };

/** From the import of the bundled matcher to its first answer, in processes of their own and without V8's cache: medians. */
export async function firstSentences(): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-matcher-'));
  try {
    const file = join(folder, 'matcher.js');
    const bundle = await rolldown({ input: MATCHER, platform: 'node', plugins: [tables()] });
    await bundle.write({ file, format: 'esm', minify: { compress: true, mangle: false } });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const all = Object.entries(SENTENCES).map(([name, sentence]) => {
      const runs = Array.from({ length: RUNS }, () => firstOf(file, sentence));
      const of = (pick: (first: FirstSentence) => number) => `${median(runs.map(pick)).toFixed(1)} ms`;
      const total = of(({ importMs, createMs, sentenceMs }) => importMs + createMs + sentenceMs);
      return [name, `${total} (import ${of(({ importMs }) => importMs)}, createMatcher() ${of(({ createMs }) => createMs)})`] as const;
    });
    return Object.fromEntries(all.map(([name, value]) => [`first answer, ${name}`, value]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstOf(file: string, sentence: string): FirstSentence {
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  return JSON.parse(execFileSync(process.execPath, [CHILD, file, sentence], { encoding: 'utf8', env })) as FirstSentence;
}
