import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import type { createMatcher } from '../../intents/matcher.ts';

/** What a process pays before its first sentence is answered. */
export interface FirstSentence {
  readonly importMs: number;
  readonly createMs: number;
  readonly sentenceMs: number;
}

const [file = '', sentence = ''] = process.argv.slice(2);
const startedAt = performance.now();
const bundle = (await import(file)) as { readonly createMatcher: typeof createMatcher };
const importedAt = performance.now();
const match = bundle.createMatcher(DEFAULT_NODES);
const createdAt = performance.now();
match(sentence, 'idle');
const answeredAt = performance.now();
const first: FirstSentence = {
  importMs: importedAt - startedAt,
  createMs: createdAt - importedAt,
  sentenceMs: answeredAt - createdAt,
};
process.stdout.write(JSON.stringify(first));
