import { reportJsonSchema } from '../../skill/audit/report.ts';
import { inventoryJsonSchema } from '../../skill/inventory/schema.ts';
import { manifest } from '../../skill/manifest.ts';

/** Every file that is written from the code, by its URL. */
export function generated(): Readonly<Record<string, string>> {
  const root = new URL('../../', import.meta.url);
  const files = {
    'skill.manifest.json': manifest,
    'skill/schemas/inventory.schema.json': inventoryJsonSchema(),
    'skill/schemas/report.schema.json': reportJsonSchema(),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [new URL(name, root).href, `${JSON.stringify(content, null, 2)}\n`]),
  );
}
