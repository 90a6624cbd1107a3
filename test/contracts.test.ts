import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { intents } from '../intents/intents.ts';
import { parseInventory } from '../skill/inventory/load.ts';
import { manifest } from '../skill/manifest.ts';
import { probes } from '../skill/probes/all.ts';
import { generated } from './support/generated.ts';

it.each(Object.entries(generated()))('%s equals the code that it is written from', (file, text) => {
  expect(readFileSync(new URL(file), 'utf8')).toBe(text);
});

it('the manifest names twelve intents, each with sentences in both languages', () => {
  expect(manifest.intents.map(({ name }) => name)).toEqual(Object.keys(intents));
  expect(manifest.intents).toHaveLength(12);
  for (const { examples } of manifest.intents) {
    expect(examples.fr.length).toBeGreaterThan(0);
    expect(examples.en.length).toBeGreaterThan(0);
  }
});

it('every probe stands in the file that its kind names', () => {
  const files = readdirSync(new URL('../skill/probes/', import.meta.url));
  for (const { kind } of probes) expect(files).toContain(`${kind}.ts`);
});

it('the ready inventories are accepted with an empty environment', () => {
  const folder = new URL('../skill/inventories/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const { inventory } = parseInventory(readFileSync(new URL(file, folder), 'utf8'), file, {});
    expect(inventory.targets.length).toBeGreaterThan(0);
  }
});
