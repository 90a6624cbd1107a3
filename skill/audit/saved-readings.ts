import { z } from 'zod';
import { targetSchema } from '../inventory/schema.ts';
import { probes } from '../probes/all.ts';
import { FAILURE_CODES, type Reading } from './define.ts';
import { previousSchema } from './evolution.ts';
import { plainStrings } from './plain-strings.ts';
import type { Judgeable } from './run.ts';

const SCHEMA_ID = 'jarvis-readings/1';
/** A command that verifies may hold a long name twice: one that is cut is no command. */
const LONGEST_SAVED = 20_000;

const timed = { startedAt: z.string(), durationMs: z.number().nonnegative() };
const readingSchema = z.union([
  z.strictObject({ ok: z.literal(true), facts: z.unknown(), ...timed }),
  z.strictObject({ ok: z.literal(false), failure: z.strictObject({ code: z.enum(FAILURE_CODES), detail: z.string() }), ...timed }),
  z.strictObject({ ok: z.literal(false), failure: z.null(), startedAt: z.null(), durationMs: z.literal(0) }),
]);

const savedSchema = z.strictObject({
  schema: z.literal(SCHEMA_ID),
  inventory: z.strictObject({
    source: z.enum(['file', 'environment', 'discovery']),
    file: z.string().optional(),
    cluster: z.strictObject({ name: z.string(), version: z.string() }),
    targets: z.array(targetSchema),
  }),
  takenAt: z.string(),
  durationMs: z.int().nonnegative(),
  mode: z.enum(['full', 'quick']),
  auditor: z.strictObject({
    names: z.record(z.string(), z.enum(['resolved', 'failed'])),
    addresses: z.array(z.string()),
    hasNetwork: z.boolean(),
    clockPlausible: z.boolean(),
    platform: z.string(),
    isRoot: z.boolean(),
    hostname: z.string(),
  }),
  readings: z.record(z.string(), readingSchema),
  previous: previousSchema.nullable(),
});

/** A whole cluster in one file, to be judged again elsewhere: readings, inventory and what the last audit said. */
export function readingsToText({ inventory, gathered, previous }: Judgeable): string {
  const { readings, ...rest } = gathered;
  return `${JSON.stringify({ schema: SCHEMA_ID, inventory, ...rest, readings: Object.fromEntries(readings), previous }, null, 2)}\n`;
}

/** The opposite, of a file that anybody may have written. Throws a `ZodError` or `SyntaxError` for what is no such file, facts of another version included. */
export function readingsFromText(text: string): Judgeable {
  const { inventory, previous, readings, takenAt, durationMs, mode, auditor } = savedSchema.parse(
    plainStrings(JSON.parse(text), LONGEST_SAVED),
  );
  const kinds = new Map(inventory.targets.map(({ id, kind }) => [id, kind]));
  const checked = Object.entries(readings).map(([id, reading]): [string, Reading] => {
    const probe = probes.find(({ kind }) => kind === kinds.get(id));
    return [id, reading.ok && probe ? { ...reading, facts: probe.facts.parse(reading.facts) } : reading];
  });
  return { inventory, gathered: { takenAt, durationMs, mode, auditor, readings: new Map(checked) }, previous };
}
