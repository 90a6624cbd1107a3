import { z } from 'zod';
import type { Target } from '../audit/define.ts';
import { probes } from '../probes/all.ts';
import { speechSchema } from './speech.ts';

const [first, ...others] = probes.map((probe) => probe.target as z.core.$ZodTypeDiscriminable);
if (!first) throw new Error('no probe');

/** One target: the union of what every probe understands. */
export const targetSchema = z.discriminatedUnion('kind', [first, ...others]) as z.ZodType<Target>;

/** The whole file, `jarvis.yaml`, without what joins several targets (see `crossCheck` in load.ts). */
export const inventorySchema = z.strictObject({
  cluster: z.strictObject({ name: z.string().min(1).max(64), version: z.string().max(32).optional() }).optional(),
  targets: z.array(targetSchema).max(10_000),
  history: z
    .discriminatedUnion('store', [
      z.strictObject({ store: z.literal('sqlite') }),
      z.strictObject({ store: z.literal('postgres'), url: z.string() }),
    ])
    .optional(),
  speech: speechSchema.optional(),
});

/** The services that phrase, speak and hear, as the file configures them. */
export type SpeechSettings = NonNullable<z.infer<typeof inventorySchema>['speech']>;

/** For editors: `# yaml-language-server: $schema=…` at the head of a file. */
export function inventoryJsonSchema(): object {
  const schema = z.toJSONSchema(inventorySchema, { io: 'input' });
  return { ...schema, title: 'JARVIS audit inventory' };
}
