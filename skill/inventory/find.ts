import { access, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { orAborted } from '../host/abort.ts';
import type { Host } from '../host/host.ts';
import { isPipe, readPipe } from '../host/pipes.ts';
import { inventoryFromEnvironment } from './environment.ts';
import type { Environment } from './expand.ts';
import { InventoryError } from './inventory-error.ts';
import { type LoadedInventory, parseInventory } from './load.ts';

export const DEFAULT_FILE = 'jarvis.yaml';

export interface FoundInventory extends LoadedInventory {
  /** Folder that the inventory's own paths are relative to. */
  readonly folder: string;
}

/** The inventory by the order of the contract: the named file, `./jarvis.yaml`, the assistant's environment, this machine alone. */
export async function findInventory(
  file: string | undefined,
  environment: Environment,
  host: Host,
  signal: AbortSignal,
): Promise<FoundInventory> {
  const folder = process.cwd();
  const written = await writtenInventory(file, environment, signal);
  if (written) return written;
  const fromEnvironment = await inventoryFromEnvironment(environment, host);
  if (fromEnvironment) return { ...fromEnvironment, folder };
  // not needed by who has an inventory
  const { discover } = await import('./discover.ts');
  return { inventory: await discover(host, signal), secrets: [], folder };
}

/** The named file or `./jarvis.yaml`; null when there is neither. Reaches nothing else. */
export async function writtenInventory(
  file: string | undefined,
  environment: Environment,
  signal: AbortSignal,
): Promise<FoundInventory | null> {
  const named = file ?? ((await exists(DEFAULT_FILE)) ? DEFAULT_FILE : null);
  if (named === null) return null;
  const loaded = parseInventory(await text(named, signal), named, environment);
  return { ...loaded, inventory: { ...loaded.inventory, file: named }, folder: dirname(resolve(named)) };
}

async function text(file: string, signal: AbortSignal): Promise<string> {
  try {
    if (await orAborted(signal, () => isPipe(file))) return await readPipe(file, signal);
    // a share that is gone
    return await orAborted(signal, () => readFile(file, 'utf8'));
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    throw new InventoryError(file, null, reason === 'ENOENT' ? 'no such file; expected an inventory' : `cannot be read (${reason})`);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
