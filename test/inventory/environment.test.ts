import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../skill/host/host.ts';
import { createNodeHost } from '../../skill/host/node.ts';
import { inventoryFromEnvironment } from '../../skill/inventory/environment.ts';
import { findInventory } from '../../skill/inventory/find.ts';
import { InventoryError } from '../../skill/inventory/inventory-error.ts';

/** The real host, that knocks at no door: nobody listens anywhere. */
function deafHost(): Host {
  const host = createNodeHost();
  onTestFinished(() => host.close());
  return { ...host, request: () => Promise.reject(new Error('nobody there')) };
}

const nodes = async (environment: Readonly<Record<string, string>>) => {
  const found = await inventoryFromEnvironment(environment, deafHost());
  return found?.inventory.targets.filter(({ kind }) => kind === 'lmstudio' || kind === 'ollama');
};

describe("the inventory of the assistant's own environment", () => {
  test('is none when it sets none of its names', async () => {
    expect(
      await inventoryFromEnvironment({ OLLAMA_DEFAULT_MODEL: 'qwen3', LM_STUDIO_1_API_KEY: 'x', LM_STUDIO_1_URL: '' }, deafHost()),
    ).toBeNull();
  });

  test('is M1 that is never prompted, M2, M3 and OL1', async () => {
    const urls = {
      LM_STUDIO_1_URL: 'http://127.0.0.1:1234',
      LM_STUDIO_2_URL: 'http://192.168.1.26:1234',
      LM_STUDIO_3_URL: 'http://192.168.1.113:1234',
      OLLAMA_URL: 'http://127.0.0.1:11434',
    };
    expect(await nodes(urls)).toEqual([
      { id: 'M1', kind: 'lmstudio', url: 'http://127.0.0.1:1234', prompt: 'never' },
      { id: 'M2', kind: 'lmstudio', url: 'http://192.168.1.26:1234' },
      { id: 'M3', kind: 'lmstudio', url: 'http://192.168.1.113:1234' },
      { id: 'OL1', kind: 'ollama', url: 'http://127.0.0.1:11434' },
    ]);
  });

  test('also has this machine and its ports', async () => {
    const found = await inventoryFromEnvironment({ OLLAMA_URL: 'http://127.0.0.1:11434' }, deafHost());
    const kinds = found?.inventory.targets.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['ollama', 'host', 'ports']));
    expect(found?.inventory.source).toBe('environment');
  });

  test('prefers LM_STUDIO_n_API_KEY to LM_STUDIO_n_KEY, and keeps both away from the report', async () => {
    const environment = {
      LM_STUDIO_2_URL: 'http://192.168.1.26:1234',
      LM_STUDIO_2_KEY: 'old-key-1',
      LM_STUDIO_3_URL: 'http://192.168.1.113:1234',
      LM_STUDIO_3_KEY: 'old-key-2',
      LM_STUDIO_2_API_KEY: 'new-key',
    };
    expect((await nodes(environment))?.map((target) => (target as { readonly token?: string }).token)).toEqual(['new-key', 'old-key-2']);
    expect((await inventoryFromEnvironment(environment, deafHost()))?.secrets).toEqual(['new-key', 'old-key-2']);
  });

  test('prompts the default model of Ollama', async () => {
    expect(await nodes({ OLLAMA_URL: 'http://127.0.0.1:11434', OLLAMA_DEFAULT_MODEL: 'qwen3:1.7b' })).toMatchObject([
      { ping: 'qwen3:1.7b' },
    ]);
  });

  test.each([
    ['http://localhost:1234', 'http://127.0.0.1:1234'],
    ['http://localhost:1234/v1', 'http://127.0.0.1:1234'],
    ['http://127.0.0.1:1234/api/v1/', 'http://127.0.0.1:1234'],
    ['http://10.0.0.2:1234/api/v0', 'http://10.0.0.2:1234'],
    ['http://localhost', 'http://127.0.0.1'],
    ['http://localhost.lan:1234', 'http://localhost.lan:1234'],
    ['127.0.0.1:1234', 'http://127.0.0.1:1234'],
  ])('takes %s for %s', async (written, url) => {
    expect(await nodes({ LM_STUDIO_1_URL: written })).toMatchObject([{ url }]);
  });

  test('names the variable that is wrong', async () => {
    await expect(inventoryFromEnvironment({ LM_STUDIO_2_URL: 'http://10.0.0.2:70000' }, deafHost())).rejects.toThrow(
      new InventoryError('environment', null, 'LM_STUDIO_2_URL: expected a port from 1 to 65535, not 70000'),
    );
    await expect(inventoryFromEnvironment({ OLLAMA_URL: 'ftp://10.0.0.2' }, deafHost())).rejects.toThrow(
      'environment: OLLAMA_URL: expected a URL that starts with http:// or https://',
    );
  });
});

describe('the order', () => {
  const ENVIRONMENT = { OLLAMA_URL: 'http://127.0.0.1:11434' };

  /** A working directory with these files. */
  function inFolder(files: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'jarvis-inventory-'));
    const before = process.cwd();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    process.chdir(folder);
    onTestFinished(() => {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    });
    return folder;
  }
  const find = (file?: string, environment = {}) => findInventory(file, environment, deafHost(), AbortSignal.timeout(5_000));
  const named = (name: string) => `cluster: { name: ${name} }\ntargets: []\n`;

  test('the file that is named comes first, and its folder is what its paths are relative to', async () => {
    const folder = inFolder({ 'jarvis.yaml': named('here'), 'other/mine.yaml': named('mine') });
    const found = await find('other/mine.yaml', ENVIRONMENT);
    expect(found.inventory.cluster.name).toBe('mine');
    expect(found.folder.endsWith(join(folder, 'other'))).toBe(true);
  });

  test('then jarvis.yaml, then the environment, then this machine', async () => {
    inFolder({ 'jarvis.yaml': named('here') });
    expect((await find(undefined, ENVIRONMENT)).inventory).toMatchObject({ source: 'file', cluster: { name: 'here' } });
    inFolder({});
    expect((await find(undefined, ENVIRONMENT)).inventory.source).toBe('environment');
    expect((await find()).inventory.source).toBe('discovery');
  });

  test('a named file that is not there is refused, not passed over', async () => {
    inFolder({ 'jarvis.yaml': named('here') });
    await expect(find('nope.yaml', ENVIRONMENT)).rejects.toThrow(
      new InventoryError('nope.yaml', null, 'no such file; expected an inventory'),
    );
  });

  test('a jarvis.yaml that is broken is refused, not passed over', async () => {
    inFolder({ 'jarvis.yaml': 'targets: 3\n' });
    await expect(find(undefined, ENVIRONMENT)).rejects.toThrow('jarvis.yaml:1: targets: expected a list');
  });

  test('a folder in its place cannot be read, and says so', async () => {
    inFolder({ 'jarvis.yaml/x': '' });
    await expect(find()).rejects.toThrow('jarvis.yaml: cannot be read');
  });
});
