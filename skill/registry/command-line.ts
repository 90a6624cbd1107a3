import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotSucceed } from '../cannot-succeed.ts';
import type { Settings } from '../config.ts';
import { DEFAULT_FILE } from '../inventory/find.ts';
import { powershellLine } from './powershell.ts';

/** Sentences that follow one another are one conversation. */
const SESSION = 'assistant';

/** Beside the folder of this file in the repository, beside its bundle in the package. */
const MAIN = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../main.ts' : './main.js', import.meta.url));

/**
 * What asks us a sentence, as the assistant must start it: by this very program, and with the inventory and the folder
 * of reports of whoever registers, for the assistant has another working directory.
 */
export async function askingLine({ config, out, locale }: Pick<Settings, 'config' | 'out' | 'locale'>) {
  const inventory = await inventoryFile(config);
  const options = [
    ...['--session', SESSION],
    ...(inventory === null ? [] : ['--config', inventory]),
    ...['--out', resolve(out)],
    ...(locale === 'fr' ? [] : ['--locale', locale]),
  ];
  return (sentence: string) => powershellLine([process.execPath, MAIN, 'ask', sentence, ...options]);
}

async function inventoryFile(config: string | undefined): Promise<string | null> {
  const file = resolve(config ?? DEFAULT_FILE);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return file;
  if (config !== undefined) throw new CannotSucceed(`${config}: no such file; expected an inventory`);
  return null;
}
