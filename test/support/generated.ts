import { reportJsonSchema } from '../../skill/audit/report.ts';
import { inventoryJsonSchema } from '../../skill/inventory/schema.ts';
import { manifest } from '../../skill/manifest.ts';
import { designTable } from '../worlds/jarvis/design.ts';

/** Every file that is written from the code, by its URL. */
export function generated(): Readonly<Record<string, string>> {
  const root = new URL('../../', import.meta.url);
  const files = {
    'skill.manifest.json': manifest,
    'skill/schemas/inventory.schema.json': inventoryJsonSchema(),
    'skill/schemas/report.schema.json': reportJsonSchema(),
  };
  const texts = Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`] as const);
  return Object.fromEntries(
    [...texts, ['test/worlds/jarvis/design.md', designTable()] as const].map(([name, text]) => [new URL(name, root).href, text]),
  );
}
