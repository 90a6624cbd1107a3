import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { anotherProcess, bytesOf, rowsOf, writeRegistry } from '../support/assistant-registry.ts';
import { scratch, startCli } from '../support/cli.ts';

const THEIRS = { name: 'audit_systeme', triggers: '["AUDIT COMPLET"]' };
const COUNT = 'SELECT count(*) AS count FROM voice_commands';
const OURS = 8;

async function place(journal: 'wal' | 'delete' = 'wal') {
  const { folder, [Symbol.asyncDispose]: remove } = await scratch({ 'skills.json': '[]' });
  const file = join(folder, 'jarvis.db');
  writeRegistry(file, { rows: [THEIRS], journal });
  return { folder, file, register: (...args: string[]) => startCli(['register', ...args], folder), [Symbol.asyncDispose]: remove };
}

describe('register', () => {
  it('tells in French what was written and where the copy is, warns on standard error, and exits 0', async () => {
    await using there = await place();
    const { code, stdout, stderr } = await there.register('--jarvis-db', 'jarvis.db').result;
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^jarvis\.db : 8 entrées \(jarvis_audit_complet, .*\) en plus\.\nCopie d'avant : .*\.bak-\S+\nL'assistant lira /,
    );
    expect(stderr).toBe("jarvis-audit: « audit complet » appartient déjà à audit_systeme (« AUDIT COMPLET ») : l'assistant choisira.\n");
  });

  it('speaks English when asked to, and enters English sentences', async () => {
    await using there = await place();
    const { stdout } = await there.register('--jarvis-db', 'jarvis.db', '--locale', 'en').result;
    expect(stdout).toContain('8 entries (jarvis_audit_complet');
    expect(String(rowsOf(there.file, "SELECT action FROM voice_commands WHERE name = 'jarvis_audit_rapide'")[0]?.['action'])).toMatch(
      / ask 'run a quick audit' .* --locale en$/,
    );
  });

  it('takes both doors at once, undoes both, and says when there is nothing to undo', async () => {
    await using there = await place();
    const doors = ['--jarvis-db', 'jarvis.db', '--skills-file', 'skills.json'];
    const before = rowsOf(there.file);
    expect((await there.register(...doors).result).code).toBe(0);
    expect(JSON.parse(readFileSync(join(there.folder, 'skills.json'), 'utf8'))).toHaveLength(4);
    const undone = await there.register(...doors, '--undo').result;
    expect(undone.stdout).toContain('en moins');
    expect(rowsOf(there.file)).toEqual(before);
    expect(JSON.parse(readFileSync(join(there.folder, 'skills.json'), 'utf8'))).toEqual([]);
    const again = await there.register(...doors, '--undo').result;
    expect(again).toMatchObject({ code: 0, stdout: 'jarvis.db : rien à retirer.\nskills.json : rien à retirer.\n', stderr: '' });
  });

  it('exits 3 with one sentence on a file that it refuses', async () => {
    await using there = await place();
    await writeFile(join(there.folder, 'text.db'), 'no database');
    const { code, stdout, stderr } = await there.register('--jarvis-db', 'text.db').result;
    expect({ code, stdout, stderr }).toEqual({
      code: 3,
      stdout: '',
      stderr: 'jarvis-audit: text.db: nothing was written: it is no SQLite database\n',
    });
  });

  it('has the assistant start this very program, with the inventory and the reports of whoever registers', async () => {
    await using there = await place();
    await writeFile(join(there.folder, 'jarvis.yaml'), 'targets: []\n');
    await there.register('--jarvis-db', 'jarvis.db', '--out', 'rapports').result;
    const main = new URL('../../skill/main.ts', import.meta.url).pathname;
    expect(rowsOf(there.file, "SELECT action FROM voice_commands WHERE name = 'jarvis_audit_complet'")).toEqual([
      {
        action: `${process.execPath} ${main} ask 'lance un audit complet' --session assistant --config ${there.folder}/jarvis.yaml --out ${there.folder}/rapports`,
      },
    ]);
  });

  it('refuses an inventory that is not there before it writes anything', async () => {
    await using there = await place();
    const before = bytesOf(there.folder);
    const { code, stderr } = await there.register('--jarvis-db', 'jarvis.db', '--config', 'absent.yaml').result;
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'jarvis-audit: absent.yaml: no such file; expected an inventory\n' });
    expect(bytesOf(there.folder)).toEqual(before);
  });

  it('shows nothing that could steer a terminal', async () => {
    await using there = await place();
    writeRegistry(join(there.folder, 'hostile.db'), { rows: [{ name: 'x\u001b[2J\ny', triggers: '["audit complet"]' }] });
    const { stderr } = await there.register('--jarvis-db', 'hostile.db').result;
    expect(stderr).not.toContain('\u001b');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('a registration that is killed', () => {
  it('between its copy and its commit has changed nothing, and the next one does everything', async () => {
    await using there = await place('delete');
    const before = rowsOf(there.file);
    // whoever reads holds the commit up, and nothing before it
    const reader = await anotherProcess(there.file, 'BEGIN; SELECT * FROM voice_commands');
    const killed = there.register('--jarvis-db', 'jarvis.db');
    while (!readdirSync(there.folder).some((name) => name.includes('.bak-')) || !existsSync(`${there.file}-journal`)) await sleep(10);
    killed.kill('SIGKILL');
    expect((await killed.result).code).toBe(null);
    await reader.kill();
    expect(rowsOf(there.file)).toEqual(before);
    expect(rowsOf(there.file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect((await there.register('--jarvis-db', 'jarvis.db').result).code).toBe(0);
    expect(rowsOf(there.file, COUNT)).toEqual([{ count: 1 + OURS }]);
  });

  it('exits 3 instead when the commit cannot be had, and takes its copy away', async () => {
    await using there = await place('delete');
    const before = bytesOf(there.folder);
    await using _reader = await anotherProcess(there.file, 'BEGIN; SELECT * FROM voice_commands');
    const { code, stderr } = await there.register('--jarvis-db', 'jarvis.db').result;
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('another program holds a lock') });
    expect(bytesOf(there.folder)).toEqual(before);
  });

  it.each(['wal', 'delete'] as const)('at any instant has written all or nothing (%s)', { timeout: 90_000 }, async (journal) => {
    await using there = await place(journal);
    const usual = (await there.register('--jarvis-db', 'jarvis.db').result).durationMs;
    const seen = new Set<unknown>();
    for (let round = 0; round < 12; round += 1) {
      const isUndo = rowsOf(there.file, COUNT)[0]?.['count'] !== 1;
      const killed = there.register('--jarvis-db', 'jarvis.db', '--skills-file', 'skills.json', ...(isUndo ? ['--undo'] : []));
      await sleep(usual * (0.6 + round / 20));
      killed.kill('SIGKILL');
      await killed.result;
      expect(rowsOf(there.file, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      seen.add(rowsOf(there.file, COUNT)[0]?.['count']);
      expect([0, 4]).toContain(JSON.parse(readFileSync(join(there.folder, 'skills.json'), 'utf8')).length);
    }
    expect([1, 1 + OURS]).toEqual(expect.arrayContaining([...seen]));
  });
});
