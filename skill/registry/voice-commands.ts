import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Locale } from '../../locales/locale.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import { tool } from '../tool.ts';
import { checksumOf } from './checksum.ts';
import type { Standing, Wanted } from './plan.ts';
import { spellings } from './spellings.ts';

/** One row as text, whatever SQLite keeps it as. */
interface Row {
  readonly name: string;
  readonly category: string | null;
  readonly description: string | null;
  readonly triggers: string | null;
  readonly action_type: string | null;
  readonly action: string | null;
  readonly params: string | null;
  readonly confirm: string | null;
  readonly enabled: string | null;
}

const REQUIRED = ['name', 'category', 'description', 'triggers', 'action_type', 'action', 'params', 'enabled'] as const;

/** To the letter, whatever the column makes of capitals. */
const IS_NAMED = 'name = ? COLLATE BINARY';

/** The assistant takes the keys of `params` for what an action lacks, and asks for nothing that the action does not name. */
const Mark = z.strictObject({ jarvis_audit: z.strictObject({ version: z.string(), checksum: z.string() }) });
const Triggers = z.array(z.string());

/** One command of ours, as its row. */
export interface VoiceCommand extends Wanted {
  readonly row: Row;
}

/** Our commands; `lineOf` is what asks us a sentence. */
export function voiceCommands({ registry }: Locale, lineOf: (sentence: string) => string): readonly VoiceCommand[] {
  return Object.entries(registry.commands).map(([name, { description, sentence, triggers: sentences }]) => {
    const triggers = sentences.flatMap(spellings);
    const row = {
      name,
      category: 'audit',
      description,
      triggers: JSON.stringify(triggers),
      action_type: 'powershell',
      action: lineOf(sentence),
      confirm: '0',
      enabled: '1',
    };
    const checksum = checksumOfRow(row);
    const params = JSON.stringify({ jarvis_audit: { version: tool.version, checksum } } satisfies z.infer<typeof Mark>);
    return { name, triggers, checksum, row: { ...row, params } };
  });
}

/** Throws what is wrong with it unless it is the assistant's registry. Its own migration makes one without `confirm`. */
export function checkShape(database: DatabaseSync, file: string): { readonly hasConfirm: boolean } {
  const found = database.prepare("SELECT name FROM pragma_table_list('voice_commands') WHERE schema = 'main' AND type = 'table'").get();
  const expected = `${file}: expected the assistant's registry, a table voice_commands`;
  if (!found) throw new CannotSucceed(`${expected}; there is none`);
  const columns = new Set(
    database
      .prepare("SELECT lower(name) AS name FROM pragma_table_info('voice_commands')")
      .all()
      .map(({ name }) => name),
  );
  const missing = REQUIRED.filter((name) => !columns.has(name));
  if (missing.length > 0) throw new CannotSucceed(`${expected} with ${REQUIRED.join(', ')}; it lacks ${missing.join(', ')}`);
  return { hasConfirm: columns.has('confirm') };
}

export function readStanding(database: DatabaseSync, hasConfirm: boolean): readonly Standing[] {
  const columns = REQUIRED.map((name) => `CAST(${name} AS TEXT) AS ${name}`).join(', ');
  // what the assistant reads is what equals 1 there
  const rows = database
    .prepare(`SELECT ${columns}, ${hasConfirm ? 'CAST(confirm AS TEXT)' : 'NULL'} AS confirm, enabled = 1 AS isEnabled FROM voice_commands`)
    .all() as unknown as readonly (Row & { readonly isEnabled: number | null })[];
  return rows.map((row) => ({
    name: row.name,
    triggers: parsed(Triggers, row.triggers),
    isEnabled: row.isEnabled === 1,
    mark: parsed(Mark, row.params)?.jarvis_audit.checksum ?? null,
    checksum: checksumOfRow(row),
  }));
}

/** Like those below, tells how many rows the database says it changed. */
export function insertRow(database: DatabaseSync, { row }: VoiceCommand, hasConfirm: boolean): number {
  const names = hasConfirm ? ([...REQUIRED, 'confirm'] as const) : REQUIRED;
  const values = names.map((name) => (name === 'confirm' || name === 'enabled' ? Number(row[name]) : row[name]));
  const sql = `INSERT INTO voice_commands (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return Number(database.prepare(sql).run(...values).changes);
}

export function updateRow(database: DatabaseSync, { row }: VoiceCommand): number {
  const names = ['category', 'description', 'triggers', 'action_type', 'action', 'params'] as const;
  const values = names.map((name) => row[name]);
  const sql = `UPDATE voice_commands SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${IS_NAMED}`;
  return Number(database.prepare(sql).run(...values, row.name).changes);
}

export function removeRow(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`DELETE FROM voice_commands WHERE ${IS_NAMED}`).run(name).changes);
}

function checksumOfRow({ name, category, description, triggers, action_type, action, confirm, enabled }: Omit<Row, 'params'>): string {
  // a column that was added later holds nothing, which is no change
  return checksumOf([name, category, description, triggers, action_type, action, confirm ?? '0', enabled]);
}

function parsed<T>(schema: z.ZodType<T>, text: string | null): T | null {
  try {
    const result = schema.safeParse(JSON.parse(text ?? 'null'));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
