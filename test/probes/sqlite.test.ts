import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { sqlite } from '../../skill/probes/sqlite.ts';
import { temporaryFolder, writeProgram } from '../support/fake-program.ts';
import { asNobody, canPlayNobody } from '../support/file-tree.ts';
import { realHost } from '../support/gathering.ts';
import { readNode } from '../support/read-node.ts';
import { RECORDED } from '../support/recorded.ts';

const read = (path: string) => readNode(sqlite, { path, timeoutMs: 60_000 });

/** A database with a thousand rows; with its log where somebody has it open. */
function database(path: string, mode: 'delete' | 'wal' = 'delete'): DatabaseSync {
  const open = new DatabaseSync(path);
  open.exec(`PRAGMA journal_mode = ${mode}; CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); CREATE INDEX by_text ON notes (text)`);
  open.exec(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO notes (text) SELECT 'note ' || i FROM n",
  );
  return open;
}

/** Names, sizes, times and bytes of all that lies in a folder. */
const everything = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(folder, name));
    return [name, size, mtimeMs, ctimeMs, readFileSync(join(folder, name)).toString('base64')];
  });

describe('a database', () => {
  test('that is whole tells its size and its rights', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'jarvis.db');
    database(path).close();
    chmodSync(path, 0o600);
    expect(await read(path)).toMatchObject({ check: 'ok', problems: 0, mode: '600', walBytes: null, sizeBytes: statSync(path).size });
  });

  test('that is open, with rows in its log, is read with its log and left as it was to the last byte', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'jarvis.db');
    using _open = database(path, 'wal');
    const before = everything(folder.path);
    expect(before).toHaveLength(3);
    const facts = await read(path);
    expect(facts).toMatchObject({ check: 'ok' });
    expect(facts.walBytes).toBeGreaterThan(0);
    expect(everything(folder.path)).toEqual(before);
  });

  test('that nobody has open is left as it was too, and nothing appears beside it', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'jarvis.db');
    database(path, 'wal').close();
    chmodSync(path, 0o444);
    const before = everything(folder.path);
    expect((await read(path)).check).toBe('ok');
    expect(everything(folder.path)).toEqual(before);
  });

  test('with a question mark in its name is that file, and no other', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'a?mode=rwc#b%41.db');
    database(path).close();
    expect((await read(path)).check).toBe('ok');
    expect(readdirSync(folder.path)).toHaveLength(1);
  });

  test('that is damaged, cut short, empty, another product’s or absent is told apart', async () => {
    using folder = temporaryFolder();
    const at = (name: string) => join(folder.path, name);
    database(at('cut.db')).close();
    truncateSync(at('cut.db'), statSync(at('cut.db')).size / 2);
    database(at('damaged.db')).close();
    const bytes = readFileSync(at('damaged.db'));
    bytes.fill(0xff, 8_192, 16_384);
    writeFileSync(at('damaged.db'), bytes);
    writeFileSync(at('empty.db'), '');
    writeFileSync(at('other.db'), 'hello, not a database file at all '.repeat(100));
    const checks = await Promise.all(
      ['cut', 'damaged', 'empty', 'other', 'absent'].map(async (name) => (await read(at(`${name}.db`))).check),
    );
    expect(checks).toEqual(['damaged', 'damaged', 'empty', 'not-a-database', 'missing']);
    expect(existsSync(at('absent.db'))).toBe(false);
  });

  test('that is a folder cannot be read', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'jarvis.db'));
    await expect(read(join(folder.path, 'jarvis.db'))).rejects.toMatchObject({ code: 'malformed' });
  });

  test.skipIf(!canPlayNobody)('that may not be read is unchecked, for want of the right', () => {
    using folder = temporaryFolder();
    chmodSync(folder.path, 0o755);
    database(join(folder.path, 'jarvis.db')).close();
    chmodSync(join(folder.path, 'jarvis.db'), 0o600);
    const script = `
      const [probe, node, path] = process.argv.slice(1);
      const { sqlite } = await import(probe);
      const { createNodeHost } = await import(node);
      console.log(JSON.stringify(await sqlite.read({ id: 'db', kind: 'sqlite', path }, createNodeHost(), 'full', AbortSignal.timeout(20000))));`;
    const at = (file: string) => new URL(`../../skill/${file}`, import.meta.url).href;
    expect(asNobody(script, at('probes/sqlite.ts'), at('host/node.ts'), join(folder.path, 'jarvis.db'))).toMatchObject({
      check: 'unchecked',
      failure: 'denied',
    });
  });

  test('that takes too long to check is unchecked in time', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'jarvis.db');
    database(path).close();
    const real = realHost();
    const slow = writeProgram(folder.path, 'slow', 'sleep 60');
    const host = { ...real, run: (_: readonly string[], how: object, signal: AbortSignal) => real.run([slow], how, signal) };
    const facts = await readNode(sqlite, { path, timeoutMs: 1_500 }, { host, signal: AbortSignal.timeout(30_000) });
    expect(facts).toMatchObject({ check: 'unchecked', failure: 'timeout' });
  });
});

const FILES = join(RECORDED, 'live/sqlite');

test.skipIf(!existsSync(FILES)).each([
  ['ok', 'ok'],
  ['corrupt', 'damaged'],
  ['truncated', 'damaged'],
  ['empty', 'empty'],
  ['notadb', 'not-a-database'],
])('the recorded %s.db is %s', async (name, check) => {
  expect((await read(join(FILES, `${name}.db`))).check).toBe(check);
});
