import { z } from 'zod';
import type { Locale } from '../../../locales/locale.ts';
import type { Tool } from './tool.ts';

/** A tool as callers see it: each pays for these words in its prompt. */
export function listing({ name, input, output }: Tool, locale: Locale) {
  const { title, description, arguments: told } = locale.mcp.tools[name];
  const { properties = {}, ...rest } = schemaOf(input);
  const described = Object.entries(properties).map(([key, schema]) => [
    key,
    { ...(schema as object), description: (told as Readonly<Record<string, string>>)[key] },
  ]);
  return {
    name,
    title,
    description,
    inputSchema: { ...rest, properties: Object.fromEntries(described) },
    outputSchema: schemaOf(output),
    annotations: { title, readOnlyHint: true, destructiveHint: false, openWorldHint: false },
  };
}

/** Without its dialect, which is the protocol's own: an older client refuses to read a newer one. */
function schemaOf(schema: z.ZodObject) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { ...rest, type: 'object' as const };
}
