import { rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { CannotSucceed } from '../cannot-succeed.ts';
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
    if (backup !== null)
      await committed(
        backup,
        () => {
          if (!isApplied(database, changes, commands ?? [], hasConfirm)) throw new CannotSucceed(`${file}: ${SWALLOWED}`);
          database.exec('COMMIT');
        },
        signal,
      );
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

const SWALLOWED = 'nothing was written: the database refused a row, by a trigger of its own';

/** False when a trigger of the database swallowed one of the rows, which it does without a word. */
function isApplied(
  database: DatabaseSync,
  { add, replace, remove }: Changes,
  commands: readonly VoiceCommand[],
  hasConfirm: boolean,
): boolean {
  const counts = [
    ...commands.filter(({ name }) => add.includes(name)).map((command) => insertRow(database, command, hasConfirm)),
    ...commands.filter(({ name }) => replace.includes(name)).map((command) => updateRow(database, command)),
    ...remove.map((name) => removeRow(database, name)),
  ];
  return counts.every((count) => count === 1);
}
