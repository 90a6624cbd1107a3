import { DEFAULT_FILE } from '../inventory/find.ts';
import { InventoryError } from '../inventory/inventory-error.ts';
import { parseInventory } from '../inventory/load.ts';
import type { SpeechSettings } from '../inventory/schema.ts';
import type { Patient } from './check.ts';

/** The services that the inventory names; an inventory that cannot be read is the business of its own check. */
export async function speechOf({ config, environment, files }: Patient, signal: AbortSignal): Promise<SpeechSettings> {
  const file = config ?? DEFAULT_FILE;
  const text = await files.text(file, signal);
  try {
    return (text === null ? undefined : parseInventory(text, file, environment).speech) ?? {};
  } catch (error) {
    if (error instanceof InventoryError) return {};
    throw error;
  }
}
