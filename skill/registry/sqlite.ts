import { printable } from '../audit/plain-strings.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import { cut } from '../probes/cut.ts';

type Sqlite = typeof import('node:sqlite');

/** How long another's lock is waited for. */
const LOCK_MS = 3_000;

/** Node's own SQLite, loaded when it is asked for. */
export function loadSqlite(): Sqlite {
  return withoutNotice(() => process.getBuiltinModule('node:sqlite'));
}

/**
 * Some versions of Node 24 tell whoever runs this that SQLite is experimental. They can do nothing about it; we can, by
 * the versions that `engines` allows. Every other warning passes.
 */
export function withoutNotice<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest);
  }) as typeof emitWarning;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Never makes a file that is not there: its existence is looked at before. */
export function openDatabase(path: string, readOnly = false) {
  const { DatabaseSync } = loadSqlite();
  return new DatabaseSync(path, { timeout: LOCK_MS, readOnly });
}

/** What SQLite says, as a sentence about the file; what is no word of SQLite's passes as it is. */
export function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // the upper bits say more than one can act on; what is left may be in the words of the database itself
  const reason = REASONS[error.errcode & 0xff] ?? printable(cut(error.message));
  return new CannotSucceed(`${file}: nothing was written: ${reason}`);
}

const BUSY = 'another program holds a lock on it; try again, or stop the assistant first';
const REASONS: Readonly<Record<number, string>> = {
  3: 'no right to it',
  5: BUSY,
  6: BUSY,
  8: 'it is read-only',
  11: 'the database is damaged',
  13: 'no space left on the disk',
  14: 'the database, or what SQLite keeps beside it, cannot be opened',
  26: 'it is no SQLite database',
};
