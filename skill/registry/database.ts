import { rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { keepCopy } from './backup.ts';
import { checkOnCopy } from './check-on-copy.ts';
import { type Changes, isNothing, type Outcome, planEntering, planLeaving } from './plan.ts';
import { inWords, loadSqlite, openDatabase } from './sqlite.ts';
import { checkShape, insertRow, readStanding, removeRow, updateRow, type VoiceCommand } from './voice-commands.ts';
import { writableFile } from './writable-file.ts';

/** Enters our commands into the assistant's database; null takes them out. All or nothing, after a copy. */
export async function enterCommands(file: string, commands: readonly VoiceCommand[] | null, signal: AbortSignal): Promise<Outcome> {
  const path = await writableFile(file);
  try {
    await checkOnCopy(path, file);
    // closed without a commit, it holds what it held
    using database = openDatabase(path);
    database.exec('BEGIN IMMEDIATE');
    const { hasConfirm } = checkShape(database, file);
    const standing = readStanding(database, hasConfirm);
    const changes = commands === null ? planLeaving(standing) : planEntering(standing, commands);
    const backup = isNothing(changes) ? null : await backupOf(path);
    if (backup !== null) await committed(backup, () => apply(database, changes, commands ?? [], hasConfirm), signal);
    const lack = hasConfirm || commands === null ? [] : [{ id: 'noConfirm', values: { file } } as const];
    return { ...changes, warnings: [...lack, ...changes.warnings], backup };
  } catch (error) {
    throw inWords(error, file);
  }
}

/** SQLite's own copy holds what its log holds too. The connection that writes cannot be its source. */
async function backupOf(path: string): Promise<string> {
  const { backup } = loadSqlite();
  return await keepCopy(path, async (temporary) => {
    using reader = openDatabase(path, true);
    await backup(reader, temporary);
  });
}

/** A copy of what was not changed after all is of no use. */
async function committed(backup: string, change: () => void, signal: AbortSignal): Promise<void> {
  try {
    signal.throwIfAborted();
    change();
  } catch (error) {
    await rm(backup, { force: true });
    throw error;
  }
}

function apply(database: DatabaseSync, { add, replace, remove }: Changes, commands: readonly VoiceCommand[], hasConfirm: boolean): void {
  for (const command of commands) {
    if (add.includes(command.name)) insertRow(database, command, hasConfirm);
    if (replace.includes(command.name)) updateRow(database, command);
  }
  for (const name of remove) removeRow(database, name);
  database.exec('COMMIT');
}
