import { plainStrings } from '../audit/plain-strings.ts';
import { secretsWithin, splitArguments } from '../redact.ts';
import { quoted } from './shell.ts';

/** A command as a shell line, with `standIn` for each secret; the inventory may hold control characters. */
export function lineOf(command: readonly string[], standIn: string): string {
  const words = splitArguments(plainStrings(command)).map(({ shown, secret }) => {
    if (secret !== null) return (/^[\w=.-]*$/.test(shown) ? shown : quoted(shown)) + standIn;
    return quoted(secretsWithin(shown).reduce((line, within) => line.replaceAll(within, () => standIn), shown));
  });
  return words.join(' ');
}
