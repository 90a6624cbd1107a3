import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const COLUMNS = {
  id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  name: 'TEXT NOT NULL UNIQUE',
  category: 'TEXT NOT NULL',
  description: 'TEXT',
  triggers: 'TEXT NOT NULL',
  action_type: 'TEXT NOT NULL',
  action: 'TEXT NOT NULL',
  params: 'TEXT',
  confirm: 'INTEGER DEFAULT 0',
  enabled: 'INTEGER DEFAULT 1',
  usage_count: 'INTEGER DEFAULT 0',
  last_used: 'REAL',
  created_at: 'REAL',
  updated_at: 'REAL',
} as const;

/** A command that is not ours. */
export interface Foreign {
  readonly name: string;
  readonly triggers?: string;
  readonly enabled?: number;
}

export interface RegistryOptions {
  readonly rows?: readonly Foreign[];
  readonly journal?: 'wal' | 'delete';
  readonly without?: readonly (keyof typeof COLUMNS)[];
  /** Columns that the assistant of tomorrow may have. */
  readonly extra?: string;
}

/** The assistant's database as it makes it, closed. */
export function writeRegistry(path: string, { rows = [], journal = 'delete', without = [], extra = '' }: RegistryOptions = {}): void {
  using database = new DatabaseSync(path);
  const columns = Object.entries(COLUMNS).filter(([name]) => !without.some((each) => each === name));
  database.exec(`PRAGMA journal_mode = ${journal}`);
  database.exec(`CREATE TABLE voice_commands (${columns.map(([name, type]) => `${name} ${type}`).join(', ')}${extra})`);
  const insert = database.prepare(
    "INSERT INTO voice_commands (name, category, description, triggers, action_type, action, params, enabled) VALUES (?, 'système', 'à elle', ?, 'script', 'x', '{}', ?)",
  );
  for (const { name, triggers = '[]', enabled = 1 } of rows) insert.run(name, triggers, enabled);
}

/** What a question to it brings. */
export function rowsOf(path: string, sql = 'SELECT * FROM voice_commands ORDER BY name') {
  using database = new DatabaseSync(path);
  return database.prepare(sql).all();
}

export function change(path: string, sql: string): void {
  using database = new DatabaseSync(path);
  database.exec(sql);
}

/** Every file of a folder and a hash of its bytes. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** Another process that has run some SQL there and stays, until it is killed. */
export async function anotherProcess(path: string, sql: string) {
  const program = `const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1]);
    database.exec(process.argv[2]);
    process.stdout.write('ready');
    setInterval(() => database.isOpen, 1000);`;
  const child = spawn(process.execPath, ['-e', program, path, sql], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { kill, [Symbol.asyncDispose]: kill };
}
