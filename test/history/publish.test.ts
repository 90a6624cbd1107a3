import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesFor } from '../../skill/history/names.ts';
import { linkToFree, renameToFree } from '../../skill/history/publish.ts';
import { temporaryFolder } from '../support/fake-program.ts';

const nameOf = namesFor('2026-02-23T14:30:00.000+01:00');
const NAMES = Array.from({ length: 40 }, (_, index) => nameOf(index + 1));

function temporary(folder: string, text: string): string {
  const path = join(folder, `${text}.tmp`);
  writeFileSync(path, text);
  return path;
}

test.each([
  ['links', linkToFree],
  ['renames', renameToFree],
])('with %s, 40 files at once take 40 names', async (_, publish) => {
  using folder = temporaryFolder();
  using scratch = temporaryFolder();
  const texts = NAMES.map((_name, index) => `text ${index}`);
  const names = await Promise.all(texts.map((text) => publish(temporary(scratch.path, text), folder.path, nameOf)));
  expect(names.map((name) => readFileSync(join(folder.path, name), 'utf8'))).toEqual(texts);
  // a name that was reserved for a moment may be passed over
  expect(readdirSync(folder.path).toSorted()).toEqual(names.toSorted());
});

test.each([
  ['links', linkToFree],
  ['renames', renameToFree],
])('with %s, files and folders that are there keep their names', async (_, publish) => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, nameOf(1)), 'before');
  mkdirSync(join(folder.path, nameOf(2)));
  expect(await publish(temporary(folder.path, 'now'), folder.path, nameOf)).toBe(nameOf(3));
  expect(readFileSync(join(folder.path, nameOf(1)), 'utf8')).toBe('before');
});

test('without hard links, a name that somebody has reserved is taken', async () => {
  using folder = temporaryFolder();
  const lock = `${nameOf(1)}.lock`;
  writeFileSync(join(folder.path, lock), '');
  expect(await renameToFree(temporary(folder.path, 'now'), folder.path, nameOf)).toBe(nameOf(2));
  expect(readdirSync(folder.path).toSorted()).toEqual([lock, nameOf(2)]);
});

test.each([
  ['links', linkToFree],
  ['renames', renameToFree],
])('with %s, what cannot be published is an error and leaves nothing', async (_, publish) => {
  using folder = temporaryFolder();
  await expect(publish(join(folder.path, 'absent.tmp'), folder.path, nameOf)).rejects.toThrow('ENOENT');
  expect(readdirSync(folder.path)).toEqual([]);
});

/** The system refuses hard links to another user's file to everybody but root. */
const PROTECTION = '/proc/sys/fs/protected_hardlinks';
const isProtected = existsSync(PROTECTION) && readFileSync(PROTECTION, 'utf8').trim() === '1';
const canBeRefused = isProtected && process.getuid?.() === 0;
const why = canBeRefused ? '' : ' (skipped: only root on Linux can play a user who is refused them)';

test.skipIf(!canBeRefused)(`where hard links are refused, the file is renamed${why}`, () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o777);
  writeFileSync(join(folder.path, nameOf(1)), 'before');
  const script = `
    const [modules, temporary, folder] = process.argv.slice(1);
    const { linkToFree } = await import(modules + '/publish.ts');
    const { link } = await import('node:fs/promises');
    process.setuid(65534);
    console.log(await link(temporary, folder + '/linked').catch(({ code }) => code));
    console.log(await linkToFree(temporary, folder, (number) => 'audit_2026-02-23_1430' + (number === 1 ? '' : '_' + number) + '.json'));`;
  const modules = join(import.meta.dirname, '../../skill/history');
  const args = ['--input-type=module', '--eval', script, modules, temporary(folder.path, 'now'), folder.path];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: `EPERM\n${nameOf(2)}\n`, stderr: '' });
  expect(readdirSync(folder.path).toSorted()).toEqual([nameOf(1), nameOf(2)]);
  expect(readFileSync(join(folder.path, nameOf(2)), 'utf8')).toBe('now');
});
