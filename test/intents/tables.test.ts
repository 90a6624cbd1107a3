import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { tables } from '../../.config/tables.ts';
import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';
import { labelledIn } from '../support/labelled.ts';

it('the tables that are computed at build make the matcher that computes its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-tables-'));
  try {
    const file = join(folder, 'matcher.mjs');
    const input = fileURLToPath(new URL('../../intents/matcher.ts', import.meta.url));
    const bundle = await rolldown({ input, platform: 'node', plugins: [tables()] });
    const { output } = await bundle.write({ file, format: 'esm' });
    expect(output[0].code).not.toContain('conjugation.ts');
    const built = (await import(file)) as { readonly createMatcher: typeof createMatcher };
    const [ours, theirs] = [createMatcher(DEFAULT_NODES), built.createMatcher(DEFAULT_NODES)];
    const sentences = ['own.csv', 'heard-f.csv']
      .flatMap((name) => labelledIn(new URL(name, import.meta.url)))
      .map(({ utterance }) => utterance);
    expect(sentences.map((sentence) => theirs(sentence, 'active'))).toEqual(sentences.map((sentence) => ours(sentence, 'active')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
