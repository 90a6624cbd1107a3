import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { CannotSucceed } from '../../skill/cannot-succeed.ts';
import { enterCommands } from '../../skill/registry/database.ts';
import { voiceCommands } from '../../skill/registry/voice-commands.ts';
import { anotherProcess, bytesOf, change, type RegistryOptions, rowsOf, writeRegistry } from '../support/assistant-registry.ts';
import { temporaryFolder } from '../support/fake-program.ts';

const OURS = Object.keys(fr.registry.commands);
const FOREIGN = { name: 'audit_systeme', triggers: '["audit systeme"]' };
const signal = new AbortController().signal;
const frenchCommands = voiceCommands(fr, (sentence) => `jarvis-audit ask '${sentence}'`);

const enter = (file: string, commands = frenchCommands) => enterCommands(file, commands, signal);
const leave = (file: string) => enterCommands(file, null, signal);

/** A folder with the assistant's database in it. */
function registry(options: RegistryOptions = {}) {
  const folder = temporaryFolder();
  const file = join(folder.path, 'jarvis.db');
  writeRegistry(file, { rows: [FOREIGN], ...options });
  return { folder: folder.path, file, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

describe.each(['wal', 'delete'] as const)('the assistant’s database in journal mode %s', (journal) => {
  it('holds our commands beside its own, each with its mark, and one copy from before lies beside it', async () => {
    using there = registry({ journal });
    const before = rowsOf(there.file);
    const { add, backup } = await enter(there.file);
    expect(add).toEqual(OURS);
    expect(rowsOf(there.file, "SELECT name FROM voice_commands WHERE params LIKE '%jarvis_audit%' ORDER BY id")).toEqual(
      OURS.map((name) => ({ name })),
    );
    expect(rowsOf(there.file, "SELECT * FROM voice_commands WHERE name = 'audit_systeme'")).toEqual(before);
    expect(readdirSync(there.folder)).toEqual(['jarvis.db', expect.stringMatching(/^jarvis\.db\.bak-\d{8}T\d{6}$/)]);
    expect(rowsOf(backup ?? '')).toEqual(before);
  });

  it('is what it was after the registration is undone, and a second undo has nothing to do', async () => {
    using there = registry({ journal });
    const before = rowsOf(there.file);
    await enter(there.file);
    expect((await leave(there.file)).remove).toEqual(OURS);
    expect(rowsOf(there.file)).toEqual(before);
    const undone = bytesOf(there.folder);
    expect(await leave(there.file)).toMatchObject({ remove: [], backup: null, warnings: [] });
    expect(bytesOf(there.folder)).toEqual(undone);
  });

  it('is left as it is by a second registration, without another copy', async () => {
    using there = registry({ journal });
    await enter(there.file);
    const once = bytesOf(there.folder);
    expect(await enter(there.file)).toMatchObject({ add: [], replace: [], keep: OURS, backup: null });
    expect(bytesOf(there.folder)).toEqual(once);
  });

  it('is refused while another process writes there, and keeps its bytes', async () => {
    using there = registry({ journal });
    await using _other = await anotherProcess(there.file, "BEGIN IMMEDIATE; UPDATE voice_commands SET category = 'autre'");
    const before = bytesOf(there.folder);
    await expect(enter(there.file)).rejects.toThrow(/jarvis\.db: nothing was written: another program holds a lock/);
    // the shared memory of the log is the other's while it lives
    expect({ ...bytesOf(there.folder), 'jarvis.db-shm': '' }).toEqual({ ...before, 'jarvis.db-shm': '' });
  });
});

it('an assistant that lives beside, and does nothing just now, hinders nothing and keeps its log', async () => {
  using there = registry({ journal: 'wal' });
  await using _living = await anotherProcess(there.file, "UPDATE voice_commands SET category = 'autre'");
  expect((await enter(there.file)).add).toEqual(OURS);
  expect(readdirSync(there.folder)).toEqual(expect.arrayContaining(['jarvis.db-shm', 'jarvis.db-wal']));
});

describe('our commands', () => {
  it('stand as they are said, as they are heard without accents, and as the assistant cleans them', () => {
    const [command] = frenchCommands.filter(({ name }) => name === 'jarvis_audit_repeter');
    expect(command?.triggers).toEqual(expect.arrayContaining(["répète l'audit", "repete l'audit", 'répète laudit', 'repete laudit']));
  });

  it('carry what the assistant needs to run them', async () => {
    using there = registry();
    await enter(there.file);
    const [row] = rowsOf(there.file, "SELECT * FROM voice_commands WHERE name = 'jarvis_audit_complet'");
    expect(row).toMatchObject({ action_type: 'powershell', confirm: 0, enabled: 1, usage_count: 0 });
    expect(row?.['action']).toBe("jarvis-audit ask 'lance un audit complet'");
    expect(JSON.parse(String(row?.['triggers']))).toEqual(
      expect.arrayContaining(['audit complet', 'lance un audit système', 'lance un audit systeme']),
    );
  });

  it('are never sentences that the assistant answers itself today', () => {
    const taken = [
      ...['audit systeme', 'audit du systeme', 'audit cluster', 'diagnostic cluster', 'etat du systeme', 'verification systeme'],
      ...['check cluster', 'sante cluster', 'etat du cluster', 'health check', 'verifier cluster'],
    ];
    expect(frenchCommands.flatMap(({ triggers }) => triggers).filter((trigger) => taken.includes(trigger))).toEqual([]);
  });

  it('each answer to sentences of their own, written in small letters as the assistant compares them', () => {
    for (const commands of [frenchCommands, voiceCommands(en, String)]) {
      const triggers = commands.flatMap((command) => command.triggers);
      expect(new Set(triggers).size).toBe(triggers.length);
      expect(triggers.map((trigger) => trigger.toLowerCase().trim())).toEqual(triggers);
    }
  });

  it('are brought up to date when they would be written otherwise now', async () => {
    using there = registry();
    await enter(there.file);
    expect(await enter(there.file, voiceCommands(en, String))).toMatchObject({ add: [], replace: OURS, keep: [] });
    expect(rowsOf(there.file, 'SELECT count(*) AS count FROM voice_commands')).toEqual([{ count: OURS.length + 1 }]);
    expect((await leave(there.file)).remove).toEqual(OURS);
  });

  it.each(["description = 'autre chose'", 'triggers = \'["autre chose"]\'', 'enabled = 0', 'confirm = 1', "action = 'autre chose'"])(
    'that somebody changed (%s) are left alone by both, and said',
    async (assignment) => {
      using there = registry();
      await enter(there.file);
      change(there.file, `UPDATE voice_commands SET ${assignment} WHERE name = 'jarvis_audit_etat'`);
      const changed = rowsOf(there.file, "SELECT * FROM voice_commands WHERE name = 'jarvis_audit_etat'");
      const warnings = [{ id: 'changed', values: { name: 'jarvis_audit_etat' } }];
      expect(await enter(there.file)).toMatchObject({ add: [], replace: [], warnings });
      expect(await leave(there.file)).toMatchObject({ remove: OURS.filter((name) => name !== 'jarvis_audit_etat'), warnings });
      expect(rowsOf(there.file, "SELECT * FROM voice_commands WHERE name LIKE 'jarvis%'")).toEqual(changed);
    },
  );

  it('that were only used are still ours and unchanged', async () => {
    using there = registry();
    await enter(there.file);
    change(there.file, 'UPDATE voice_commands SET usage_count = 7, last_used = 1.5');
    expect(await enter(there.file)).toMatchObject({ keep: OURS, warnings: [] });
    expect((await leave(there.file)).remove).toEqual(OURS);
  });
});

describe('what is not ours', () => {
  it('keeps the name that it has, and the others are entered', async () => {
    using there = registry({ rows: [{ name: 'jarvis_audit_etat' }] });
    const before = rowsOf(there.file);
    const { add, warnings } = await enter(there.file);
    expect(add).toEqual(OURS.filter((name) => name !== 'jarvis_audit_etat'));
    expect(warnings).toEqual([{ id: 'nameTaken', values: { name: 'jarvis_audit_etat' } }]);
    await leave(there.file);
    expect(rowsOf(there.file)).toEqual(before);
  });

  it('is named with every trigger that it owns already, however it is written, once for all spellings', async () => {
    using there = registry({
      rows: [
        { name: 'un', triggers: '["Audit Complet", "etat des noeuds"]' },
        { name: 'deux', triggers: '["État des  nœuds", "autre chose"]' },
      ],
    });
    const { warnings } = await enter(there.file);
    expect(warnings).toEqual([
      { id: 'owned', values: { trigger: 'audit complet', owner: 'un', as: 'Audit Complet' } },
      { id: 'owned', values: { trigger: 'état des nœuds', owner: 'un', as: 'etat des noeuds' } },
      { id: 'owned', values: { trigger: 'état des nœuds', owner: 'deux', as: 'État des  nœuds' } },
    ]);
  });

  it('owns nothing while it is switched off', async () => {
    using there = registry({ rows: [{ name: 'un', triggers: '["audit complet"]', enabled: 0 }] });
    expect((await enter(there.file)).warnings).toEqual([]);
  });

  it('whose triggers are no list is said, and hinders nothing', async () => {
    using there = registry({ rows: [{ name: 'un', triggers: 'audit complet' }] });
    const { add, warnings } = await enter(there.file);
    expect(add).toEqual(OURS);
    expect(warnings).toEqual([{ id: 'triggersUnreadable', values: { name: 'un' } }]);
  });
});

describe('other columns', () => {
  it('are fine', async () => {
    using there = registry({ extra: ", note TEXT DEFAULT 'rien', weight REAL NOT NULL DEFAULT 1" });
    expect((await enter(there.file)).add).toEqual(OURS);
  });

  it('that must be filled, and nobody told us, refuse everything, and leave no copy', async () => {
    using there = registry({ rows: [], extra: ', note TEXT NOT NULL' });
    const before = bytesOf(there.folder);
    await expect(enter(there.file)).rejects.toThrow(/nothing was written: .*note/);
    expect(bytesOf(there.folder)).toEqual(before);
  });

  it('without `confirm`, as the assistant’s own migration makes them, do and are said; nothing is undone by adding it later', async () => {
    using there = registry({ without: ['confirm'] });
    const { add, warnings } = await enter(there.file);
    expect(add).toEqual(OURS);
    expect(warnings).toEqual([{ id: 'noConfirm', values: { file: there.file } }]);
    expect(await enter(there.file)).toMatchObject({ keep: OURS, warnings });
    change(there.file, 'ALTER TABLE voice_commands ADD COLUMN confirm INTEGER');
    expect(await enter(there.file)).toMatchObject({ keep: OURS, warnings: [] });
    expect((await leave(there.file)).remove).toEqual(OURS);
  });
});

describe('a file that is refused keeps each of its bytes, and nothing new lies beside it', () => {
  const refusals: Readonly<Record<string, { readonly make: (file: string, folder: string) => void; readonly sentence: RegExp }>> = {
    'one that is missing': { make: () => {}, sentence: /: no such file/ },
    'one in a folder that is missing': { make: (file) => symlinkSync(join('nowhere', 'jarvis.db'), file), sentence: /: no such file/ },
    'a folder': { make: (file) => mkdirSync(file), sentence: /: is a folder/ },
    'an empty file': { make: (file) => writeFileSync(file, ''), sentence: /voice_commands; there is none/ },
    'a text': { make: (file) => writeFileSync(file, 'CREATE TABLE voice_commands'.repeat(99)), sentence: /it is no SQLite database/ },
    'a text beside a log': {
      make: (file) => {
        writeFileSync(file, 'no database'.repeat(99));
        writeFileSync(`${file}-wal`, 'no log');
      },
      sentence: /it is no SQLite database/,
    },
    'a damaged database': {
      make: (file) => {
        writeRegistry(file, { rows: [FOREIGN] });
        truncateSync(file, 5000);
      },
      sentence: /nothing was written: the database is damaged/,
    },
    'another database': { make: (file) => change(file, 'CREATE TABLE notes (text)'), sentence: /voice_commands; there is none/ },
    'a view of that name': {
      make: (file) => change(file, 'CREATE TABLE t (name); CREATE VIEW voice_commands AS SELECT * FROM t'),
      sentence: /voice_commands; there is none/,
    },
    'one without some columns': {
      make: (file) => change(file, 'CREATE TABLE voice_commands (name, category, triggers, action_type, action, params, confirm)'),
      sentence: /it lacks description, enabled/,
    },
    'another database whose program died with a log': {
      make: (file, folder) => leaveLog(file, join(folder, 'other'), 'CREATE TABLE notes (text); INSERT INTO notes VALUES (1)'),
      sentence: /voice_commands; there is none/,
    },
    'one that nobody may write': {
      make: (file) => {
        writeRegistry(file);
        chmodSync(file, 0o444);
      },
      sentence: /: is read-only/,
    },
    'one in a folder that nobody may write': {
      make: (file, folder) => {
        writeRegistry(file);
        chmodSync(folder, 0o555);
      },
      sentence: /: its folder is read-only/,
    },
  };

  it.each(Object.entries(refusals))('%s', async (_, { make, sentence }) => {
    using scratch = temporaryFolder();
    const folder = join(scratch.path, 'data');
    mkdirSync(folder);
    const file = join(folder, 'jarvis.db');
    make(file, folder);
    const before = filesOf(folder);
    for (const attempt of [enter, leave]) {
      const refusal = await attempt(file).then(
        () => null,
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(CannotSucceed);
      expect(String(refusal)).toMatch(sentence);
      expect(String(refusal)).toContain(file);
    }
    expect(filesOf(folder)).toEqual(before);
    chmodSync(folder, 0o755);
  });
});

describe('a log that a dead program left', () => {
  it('is read, and what it holds is in the copy from before', async () => {
    using scratch = temporaryFolder();
    const file = join(scratch.path, 'jarvis.db');
    const whole = join(scratch.path, 'whole.db');
    writeRegistry(whole, { journal: 'wal' });
    leaveLog(file, whole, "INSERT INTO voice_commands (name, category, triggers, action_type, action) VALUES ('vu', 'x', '[]', 'x', 'x')");
    const { add, backup } = await enter(file);
    expect(add).toEqual(OURS);
    expect(rowsOf(backup ?? '', 'SELECT name FROM voice_commands')).toEqual([{ name: 'vu' }]);
  });
});

describe('the copy from before', () => {
  it('may be read by nobody who may not read the database', async () => {
    using there = registry();
    chmodSync(there.file, 0o600);
    const { backup } = await enter(there.file);
    expect(statSync(backup ?? '').mode & 0o777).toBe(0o600);
  });

  it('never takes the name of another', async () => {
    using there = registry();
    const copies = [];
    for (let round = 0; round < 3; round += 1) copies.push((await enter(there.file)).backup, (await leave(there.file)).backup);
    expect(new Set(copies).size).toBe(6);
    expect(readdirSync(there.folder)).toHaveLength(7);
  });
});

it('whoever interrupts before the end has changed nothing', async () => {
  using there = registry();
  const before = bytesOf(there.folder);
  await expect(enterCommands(there.file, frenchCommands, AbortSignal.abort())).rejects.toThrow(/abort/i);
  expect(bytesOf(there.folder)).toEqual(before);
});

/** The database and its log as they are when their program dies, without shared memory. */
function leaveLog(file: string, whole: string, sql: string): void {
  using database = new DatabaseSync(whole);
  database.exec('PRAGMA journal_mode = wal; PRAGMA wal_autocheckpoint = 0');
  database.exec(sql);
  for (const suffix of ['', '-wal']) writeFileSync(`${file}${suffix}`, readFileSync(`${whole}${suffix}`));
}

function filesOf(folder: string): unknown {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => !entry.isFile()) ? readdirSync(folder) : bytesOf(folder);
}

it('a row of another whose name a loose database takes for ours stays', async () => {
  using there = registry();
  change(there.file, 'DROP TABLE voice_commands');
  writeLooseRegistry(there.file);
  await enter(there.file);
  change(there.file, `INSERT INTO voice_commands (name, triggers) VALUES ('${OURS[0]?.toUpperCase()}', '["la mienne"]')`);
  expect((await leave(there.file)).remove).toEqual(OURS);
  expect(rowsOf(there.file, 'SELECT name FROM voice_commands')).toEqual([{ name: OURS[0]?.toUpperCase() }]);
});

it.each(['INSERT', 'UPDATE', 'DELETE'])('a database that swallows each %s is told, and nothing is said to be done', async (verb) => {
  using there = registry();
  if (verb !== 'INSERT') await enter(there.file);
  change(there.file, `CREATE TRIGGER swallow BEFORE ${verb} ON voice_commands BEGIN SELECT RAISE(IGNORE); END`);
  const before = bytesOf(there.folder);
  const changed = voiceCommands(fr, (sentence) => `elsewhere '${sentence}'`);
  await expect(verb === 'DELETE' ? leave(there.file) : enter(there.file, changed)).rejects.toThrow(
    /nothing was written: the database refused/,
  );
  expect(bytesOf(there.folder)).toEqual(before);
});

it('what a database says of itself steers no terminal', async () => {
  using there = registry();
  change(there.file, "CREATE TRIGGER shout BEFORE INSERT ON voice_commands BEGIN SELECT RAISE(ABORT, '\u001b[31mred\u202e\nline'); END");
  await expect(enter(there.file)).rejects.toThrow(/^[^\p{Cc}\u202e]*nothing was written: \[31mred line$/u);
});

/** Names that differ in capitals alone are one to it. */
function writeLooseRegistry(path: string): void {
  const texts = ['category', 'description', 'triggers', 'action_type', 'action', 'params'].map((name) => `${name} TEXT`);
  change(path, `CREATE TABLE voice_commands (name TEXT COLLATE NOCASE, ${texts.join(', ')}, confirm INTEGER, enabled INTEGER)`);
}
