import type { FoundInventory } from '../inventory/find.ts';
import { candidates } from './candidates.ts';
import type { Phrase } from './patiently.ts';

/**
 * The words of whoever may phrase a report of this inventory; null where nobody may. What became of each server that was asked is
 * told to `log`. Its client is loaded for the first report that somebody may phrase.
 */
export function phraseFor({ inventory, speech }: FoundInventory, log: (line: string) => void): Phrase {
  return async (report, locale, signal) => {
    const phrasers = candidates(report, inventory, speech?.llm);
    if (phrasers.length === 0) return null;
    try {
      const { phrase } = await import('./phrase.ts');
      const { text, attempts } = await phrase(report, phrasers, locale, signal);
      for (const { id, outcome } of attempts) log(`${id} phrased nothing: ${outcome}`);
      return text === null ? null : locale.aloud(text);
    } catch (error) {
      // the template speaks, and the fault is told where somebody can mend it
      log(`nothing was phrased: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
}
