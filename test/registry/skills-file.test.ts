import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { CannotSucceed } from '../../skill/cannot-succeed.ts';
import { skills } from '../../skill/registry/skills.ts';
import { enterSkills } from '../../skill/registry/skills-file.ts';
import { bytesOf } from '../support/assistant-registry.ts';
import { temporaryFolder } from '../support/fake-program.ts';

const OURS = ['jarvis_audit_complet', 'jarvis_audit_rapide', 'jarvis_audit_etat', 'jarvis_audit_comparer'];
const signal = new AbortController().signal;

/** What the assistant writes, with numbers and keys that JavaScript would not give back as they were. */
const THEIRS = String.raw`{
    "name": "rapport_matin",
    "description": "Un « rapport » : [tout], {vraiment} \"tout\" \\",
    "triggers": [
      "rapport du matin",
      "Audit Rapide"
    ],
    "steps": [
      {
        "tool": "system_info",
        "args": {},
        "description": "é",
        "wait_for_result": true
      }
    ],
    "category": "routine",
    "created_at": 0.0,
    "usage_count": 12345678901234567890,
    "last_used": 1e3,
    "success_rate": 1.0,
    "confirm": false,
    "unknown": { "__proto__": [1.50] }
  }`;
const TWO = `[\n  ${THEIRS},\n  ${THEIRS.replace('rapport_matin', 'rapport_soir')}\n]`;

const enter = (file: string, ours = skills(fr)) => enterSkills(file, ours, signal);
const leave = (file: string) => enterSkills(file, null, signal);

function skillsFile(text: string) {
  const folder = temporaryFolder();
  const file = join(folder.path, 'skills.json');
  writeFileSync(file, text);
  return {
    folder: folder.path,
    file,
    text: () => readFileSync(file, 'utf8'),
    entries: () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[],
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** Somebody writes to one of our entries. */
function edit(there: ReturnType<typeof skillsFile>, name: string, values: object): void {
  const edited = there.entries().map((entry) => (entry['name'] === name ? { ...entry, ...values } : entry));
  writeFileSync(there.file, JSON.stringify(edited, null, 2));
}

describe('the assistant’s skills', () => {
  it('hold ours with exactly the keys that it knows, for it refuses a file with another', async () => {
    using there = skillsFile('[]');
    expect(await enter(there.file)).toMatchObject({ add: OURS, warnings: [] });
    const [full] = there.entries();
    expect(Object.keys(full ?? {})).toEqual([
      ...['name', 'description', 'triggers', 'steps', 'category', 'created_at', 'usage_count', 'last_used', 'success_rate', 'confirm'],
    ]);
    expect(full).toMatchObject({
      name: 'jarvis_audit_complet',
      triggers: expect.arrayContaining(['audit complet', 'lance un audit systeme']),
      steps: [{ tool: 'system_audit', args: { mode: 'full' }, wait_for_result: true }],
      confirm: false,
    });
    const [step] = (full?.['steps'] as object[] | undefined) ?? [];
    expect(Object.keys(step ?? {})).toEqual(['tool', 'args', 'description', 'wait_for_result']);
  });

  it.each([
    ['two', TWO],
    ['one', `[\n  ${THEIRS}\n]\n`],
    ['one on one line', `[${JSON.stringify({ name: 'x', triggers: [] })}]`],
  ])('keep each byte of their own: %s', async (_, text) => {
    using there = skillsFile(text);
    await enter(there.file);
    expect(there.text().startsWith(text.slice(0, text.lastIndexOf('}') + 1))).toBe(true);
    expect(there.entries().map(({ name }) => name)).toEqual(expect.arrayContaining(OURS));
    await leave(there.file);
    expect(there.text()).toBe(text);
  });

  it('that hold nothing but ours hold nothing afterwards', async () => {
    using there = skillsFile('[ ]\n');
    await enter(there.file);
    await leave(there.file);
    expect(there.entries()).toEqual([]);
  });

  it('are left as they are by a second registration and a second undo', async () => {
    using there = skillsFile(TWO);
    await enter(there.file);
    const once = bytesOf(there.folder);
    expect(await enter(there.file)).toMatchObject({ add: [], keep: OURS, backup: null });
    expect(bytesOf(there.folder)).toEqual(once);
    await leave(there.file);
    const undone = bytesOf(there.folder);
    expect(await leave(there.file)).toMatchObject({ remove: [], backup: null });
    expect(bytesOf(there.folder)).toEqual(undone);
  });

  it('are copied before they are changed, with their rights', async () => {
    using there = skillsFile(TWO);
    chmodSync(there.file, 0o640);
    const { backup } = await enter(there.file);
    expect(readFileSync(backup ?? '', 'utf8')).toBe(TWO);
    expect([statSync(backup ?? '').mode & 0o777, statSync(there.file).mode & 0o777]).toEqual([0o640, 0o640]);
    expect(readdirSync(there.folder)).toHaveLength(2);
  });

  it('keep what the assistant counted when ours are brought up to date', async () => {
    using there = skillsFile(TWO);
    await enter(there.file);
    edit(there, 'jarvis_audit_etat', { usage_count: 5, success_rate: 0.8, last_used: 17.5, created_at: 3.5 });
    expect(await enter(there.file, skills(en))).toMatchObject({ add: [], replace: OURS });
    const entry = there.entries().find(({ name }) => name === 'jarvis_audit_etat');
    expect(entry).toMatchObject({ usage_count: 5, success_rate: 0.8, last_used: 17.5, created_at: 3.5 });
    expect(entry?.['triggers']).toContain('state of the nodes');
    expect((await leave(there.file)).remove).toEqual(OURS);
  });

  it.each([{ triggers: ['autre'] }, { confirm: true }, { steps: [] }])(
    'that somebody changed (%o) are left alone and said',
    async (values) => {
      using there = skillsFile(TWO);
      await enter(there.file);
      edit(there, 'jarvis_audit_etat', values);
      const warnings = [{ id: 'changed', values: { name: 'jarvis_audit_etat' } }];
      expect((await leave(there.file)).warnings).toEqual(warnings);
      expect(there.entries().map(({ name }) => name)).toEqual(['rapport_matin', 'rapport_soir', 'jarvis_audit_etat']);
    },
  );

  it('that are not ours keep their names and are named with the triggers that they own', async () => {
    using there = skillsFile(`[${THEIRS}, {"name": "jarvis_audit_etat"}]`);
    const { add, warnings } = await enter(there.file);
    expect(add).toEqual(OURS.filter((name) => name !== 'jarvis_audit_etat'));
    expect(warnings).toEqual([
      { id: 'nameTaken', values: { name: 'jarvis_audit_etat' } },
      { id: 'triggersUnreadable', values: { name: 'jarvis_audit_etat' } },
      { id: 'owned', values: { trigger: 'audit rapide', owner: 'rapport_matin', as: 'Audit Rapide' } },
    ]);
  });

  it('under a name that stands twice are nobody’s to take out', async () => {
    using there = skillsFile('[]');
    await enter(there.file, skills(fr).slice(0, 1));
    const [ours] = there.entries();
    const other = { name: 'jarvis_audit_complet', triggers: [] };
    for (const entries of [
      [ours, other],
      [other, ours],
    ]) {
      writeFileSync(there.file, JSON.stringify(entries));
      expect((await leave(there.file)).remove).toEqual([]);
    }
  });

  it('behind a link are written where it leads, and the link stays', async () => {
    using there = skillsFile(TWO);
    const link = join(there.folder, 'link.json');
    symlinkSync(there.file, link);
    await enter(link);
    expect(there.entries()).toHaveLength(2 + OURS.length);
    expect(readdirSync(there.folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toHaveLength(1);
  });
});

describe('a file that is refused keeps each of its bytes, and nothing new lies beside it', () => {
  const expected = 'expected the assistant’s skills'.replace('’', "'");
  const texts = {
    'a text cut short': TWO.slice(0, -3),
    'nothing at all': '',
    'an object': `{"skills": ${TWO}}`,
    'an entry that is no object': '[1]',
    'an entry without a name': '[{"triggers": []}]',
    'a byte order mark, which the assistant refuses too': `\ufeff${TWO}`,
  };

  it.each(Object.entries(texts))('%s', async (_, text) => {
    using there = skillsFile(text);
    const before = bytesOf(there.folder);
    await expect(enter(there.file)).rejects.toThrow(expected);
    await expect(leave(there.file)).rejects.toThrow(CannotSucceed);
    expect(bytesOf(there.folder)).toEqual(before);
  });

  it('bytes that are no UTF-8', async () => {
    using there = skillsFile('');
    writeFileSync(there.file, Buffer.from([...Buffer.from('[{"name": "'), 0xe9, ...Buffer.from('"}]')]));
    const before = bytesOf(there.folder);
    await expect(enter(there.file)).rejects.toThrow(expected);
    expect(bytesOf(there.folder)).toEqual(before);
  });

  it('one that nobody may write, a folder, and one that is missing, which the assistant would fill with its own', async () => {
    using there = skillsFile(TWO);
    chmodSync(there.file, 0o444);
    mkdirSync(join(there.folder, 'folder'));
    await expect(enter(there.file)).rejects.toThrow(/is read-only/);
    await expect(enter(join(there.folder, 'folder'))).rejects.toThrow(/is a folder/);
    await expect(enter(join(there.folder, 'missing.json'))).rejects.toThrow(/no such file/);
    expect(readdirSync(there.folder)).toEqual(['folder', 'skills.json']);
    expect(there.text()).toBe(TWO);
  });

  it('one that the assistant writes to meanwhile', async () => {
    using there = skillsFile(TWO);
    const entering = enter(there.file).catch((error: unknown) => error);
    while (!readdirSync(there.folder).some((name) => name.includes('.bak-'))) await setImmediate();
    writeFileSync(there.file, '[]');
    expect(String(await entering)).toContain('was written by another program just now; try again');
    expect(readdirSync(there.folder)).toEqual(['skills.json']);
    expect(there.text()).toBe('[]');
  });

  it('one whose registration is interrupted', async () => {
    using there = skillsFile(TWO);
    const before = bytesOf(there.folder);
    await expect(enterSkills(there.file, skills(fr), AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(bytesOf(there.folder)).toEqual(before);
  });
});
