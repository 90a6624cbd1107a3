import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DEFAULT_NODES } from '../../intents/default-nodes.ts';
import { createMatcher } from '../../intents/matcher.ts';
import type { Matcher } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import { isNode } from '../audit/nodes.ts';
import type { Settings } from '../config.ts';
import type { Environment } from '../inventory/expand.ts';
import { writtenInventory } from '../inventory/find.ts';

/** The languages are understood together: `locale` is taken and changes nothing. */
const Line = z.object({ utterance: z.string(), context: z.enum(['idle', 'active']).default('idle'), locale: z.string().optional() });

/** What the matcher makes of each sentence, one JSON object a line, as they come in. Resolves to the exit code. */
export async function intent(
  { words, config }: Pick<Settings, 'words' | 'config'>,
  _locale: Locale,
  environment: Environment,
  signal: AbortSignal,
): Promise<number> {
  const match = createMatcher(await nodeNames(config, environment, signal));
  if (words.length > 0) {
    for (const utterance of words) print(answer({ utterance, context: 'idle' }, match));
    return 0;
  }
  const lines = createInterface({ input: process.stdin, signal, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) print(answer(lineOf(line), match));
  signal.throwIfAborted();
  return 0;
}

/** The inventory's nodes, or the usual names: nothing is probed to understand a sentence. */
async function nodeNames(config: string | undefined, environment: Environment, signal: AbortSignal): Promise<readonly string[]> {
  const found = await writtenInventory(config, environment, signal);
  return found?.inventory.targets.filter(isNode).map(({ id }) => id) ?? DEFAULT_NODES;
}

type Asked = Pick<z.infer<typeof Line>, 'utterance' | 'context'>;

/** A line that is not such an object is a sentence, whatever it looks like: every line has its answer. */
function lineOf(line: string): Asked {
  if (!line.startsWith('{')) return { utterance: line, context: 'idle' };
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return { utterance: line, context: 'idle' };
  }
}

function answer({ utterance, context }: Asked, match: Matcher): string {
  const { intent: name, slots, confidence, reason } = match(utterance, context);
  return JSON.stringify({ utterance, intent: name, slots, confidence, reason });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
