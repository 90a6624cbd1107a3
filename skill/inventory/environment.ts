import type { Host } from '../host/host.ts';
import type { Environment } from './expand.ts';
import { InventoryError } from './inventory-error.ts';
import { type LoadedInventory, printable, secretsOf } from './load.ts';
import { inventorySchema } from './schema.ts';

/** The inventory that the assistant's own environment names make, or null when it sets none of them. */
export async function inventoryFromEnvironment(environment: Environment, host: Host): Promise<LoadedInventory | null> {
  const nodes = [1, 2, 3].flatMap((number) => lmStudio(number, environment));
  if (environment['OLLAMA_URL']) {
    const ping = environment['OLLAMA_DEFAULT_MODEL'];
    nodes.push({ id: 'OL1', kind: 'ollama', url: onLoopback(environment['OLLAMA_URL']), ...(ping ? { ping } : {}) });
  }
  if (nodes.length === 0) return null;
  const { thisMachine } = await import('./discover.ts');
  const parsed = inventorySchema.safeParse({ targets: [...nodes, ...(await thisMachine(host))] });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const id = String(nodes[Number(issue?.path[1])]?.['id'] ?? '');
    const name = id === 'OL1' ? 'OLLAMA_URL' : `LM_STUDIO_${id.slice(1)}_URL`;
    throw new InventoryError('environment', null, `${issue?.path.at(-1) === 'url' ? name : id}: ${issue?.message}`);
  }
  return {
    inventory: { source: 'environment', cluster: { name: 'JARVIS', version: '' }, targets: parsed.data.targets.map(printable) },
    secrets: [...secretsOf(parsed.data)],
  };
}

function lmStudio(number: number, environment: Environment): Record<string, unknown>[] {
  const url = environment[`LM_STUDIO_${number}_URL`];
  if (!url) return [];
  const token = environment[`LM_STUDIO_${number}_API_KEY`] || environment[`LM_STUDIO_${number}_KEY`];
  return [
    {
      id: `M${number}`,
      kind: 'lmstudio',
      url: onLoopback(url),
      ...(token ? { token } : {}),
      // the master is never given a prompt: the assistant runs on it
      ...(number === 1 ? { prompt: 'never' } : {}),
    },
  ];
}

/** The assistant's own default is a base URL with the API path, sometimes on `localhost` or without `http://`. */
export function onLoopback(written: string): string {
  const url = /^[\w.-]+(?::\d+)?(?:\/|$)/.test(written) ? `http://${written}` : written;
  return url.replace(/\/\/localhost(?=[:/]|$)/i, '//127.0.0.1').replace(/\/(?:api\/)?v[01]\/?$/, '');
}
