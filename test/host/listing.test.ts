import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../skill/host/find-program.ts';
import { matches } from '../../skill/host/glob.ts';
import { behind } from '../../skill/host/remote.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { asNobody, canPlayNobody, folderInMemory, hoursAgo, writeAged, writeMany } from '../support/file-tree.ts';
import { codeOf, realHost, timed } from '../support/gathering.ts';

const soon = () => AbortSignal.timeout(10_000);
const FIND = { followsLinks: true, deepest: 2, mostEntries: 100 };
const HOST = new URL('../../skill/host/node.ts', import.meta.url).href;

/** The paths that are listed, from inside a folder with these files. */
async function listing(files: readonly string[], path: string, options: object = {}) {
  using folder = temporaryFolder();
  for (const file of files) writeAged(folder.path, file, 1);
  const { files: found } = await realHost().list(path, { cwd: folder.path, ...options }, soon());
  return found.map((file) => file.path);
}

test('a file tells its size and when it was last written', async () => {
  using folder = temporaryFolder();
  const absolute = writeAged(folder.path, 'a.tar', 3, 42);
  const { kind, files, unread, isCut } = await realHost().list('a.tar', { cwd: folder.path }, soon());
  expect({ kind, unread, isCut }).toEqual({ kind: 'file', unread: [], isCut: false });
  expect(files).toEqual([{ path: 'a.tar', absolute, sizeBytes: 42, modifiedAtMs: expect.closeTo(hoursAgo(3) * 1000, -4) }]);
});

test('links are left alone by who asks for that, but not the path itself', async () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'real/a', 1);
  symlinkSync('real', join(folder.path, 'link'));
  symlinkSync('a', join(folder.path, 'real/b'));
  const list = async (path: string, followsLinks: boolean) =>
    (await realHost().list(path, { cwd: folder.path, followsLinks }, soon())).files.map((file) => file.path);
  expect(await list('.', false)).toEqual(['real/a']);
  expect(await list('link', false)).toEqual(['link/a']);
  expect(await list('link', true)).toEqual(['link/a']);
});

test.each<[readonly string[], readonly string[]]>([
  [['node_modules'], ['a/x.env', 'a/y']],
  [['*.env'], ['a/node_modules/z', 'a/y']],
  [['a/y'], ['a/node_modules/z', 'a/x.env']],
  [['**/x.*', '**/{y,z}'], []],
  [['a'], []],
])('without %j what is left is %j', async (without, left) => {
  expect(await listing(['a/node_modules/z', 'a/x.env', 'a/y'], '.', { without })).toEqual(left);
});

test('a path tells its rights, its owner and what it is', async () => {
  using folder = temporaryFolder();
  const path = writeAged(folder.path, 'a', 1, 42);
  chmodSync(path, 0o640);
  expect(await realHost().stat(path, soon())).toMatchObject({ kind: 'file', mode: 0o640, sizeBytes: 42, ownerId: process.getuid?.() });
  expect(await realHost().stat(folder.path, soon())).toMatchObject({ kind: 'folder' });
  expect(await codeOf(realHost().stat(join(folder.path, 'absent'), soon()))).toBe('not-found');
});

test('a folder holds what lies in it and below, but nothing hidden', async () => {
  const files = ['a', 'b/c', 'b/.d', '.e/f'];
  expect(await listing(files, '.')).toEqual(['a', 'b/c']);
  expect(await listing(files, '.', { includesHidden: true })).toEqual(['.e/f', 'a', 'b/.d', 'b/c']);
  expect(await listing(files, '.e')).toEqual(['.e/f']);
  expect(await listing(files, '.', { deepest: 1 })).toEqual(['a']);
});

test.each<[string, readonly string[]]>([
  ['*.tar', ['a.tar', 'b.tar']],
  ['?.tar', ['a.tar', 'b.tar']],
  ['[!a].tar', ['b.tar']],
  ['[a-b].tar', ['a.tar', 'b.tar']],
  ['[z-a].tar', []],
  ['{a,x}.tar', ['a.tar']],
  ['{day/one,week}/*.tar', ['day/one/d.tar', 'week/w.tar']],
  ['**/*.tar', ['a.tar', 'b.tar', 'day/one/d.tar', 'week/w.tar']],
  ['day/**', ['day/one/d.tar', 'day/one/note.txt']],
  ['d*/', ['day/one/d.tar', 'day/one/note.txt']],
  ['.*.tar', ['.hidden.tar']],
  ['a.t.r*', []],
  ['*.zip', []],
])('the pattern %s finds %j', async (pattern, found) => {
  const files = ['a.tar', 'b.tar', '.hidden.tar', 'day/one/d.tar', 'day/one/note.txt', 'week/w.tar'];
  expect(await listing(files, pattern)).toEqual(found);
});

test.each<[string, string, boolean]>([
  ['/*a*a*a*a*b', `/${'a'.repeat(250)}`, false],
  ['/*a*a*a*a*b', `/${'a'.repeat(250)}b`, true],
  ['/*-*-[0-9]*.log', '/a-b-1-2.log', true],
  ['/*-*-[0-9]*.log', '/a-b-c.log', false],
  ['/*{ab,a}*b', '/ab', true],
  ['/{*.tar,*.gz}', '/a.gz', true],
  ['/*a1*1', '/a11', true],
  ['/*', '/', true],
])('the pattern %s is held against a name without going round in circles', (pattern, path, isMatch) => {
  const startedAt = performance.now();
  expect(matches(path, pattern)).toBe(isMatch);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('a name with a wildcard in it is found as it is written', async () => {
  expect(await listing(['save[1]/a', 'save1/b'], 'save[1]')).toEqual(['save[1]/a']);
});

test('the folder of the inventory may have wildcards in its own name', async () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'home [1]/a.tar', 1);
  const { files } = await realHost().list('*.tar', { cwd: join(folder.path, 'home [1]') }, soon());
  expect(files.map(({ path }) => path)).toEqual(['a.tar']);
});

test('what is absent is not found; a pattern that nothing matches is an empty list', async () => {
  using folder = temporaryFolder();
  const list = (path: string) => codeOf(realHost().list(path, { cwd: folder.path }, soon()));
  expect(await Promise.all(['absent', 'absent/*.tar', '*.tar', '*/../x'].map(list))).toEqual(['not-found', 'not-found', 'ok', 'malformed']);
});

test('the home of whoever runs it is ~', async () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'saves/a.tar', 1);
  const home = process.env['HOME'];
  process.env['HOME'] = folder.path;
  try {
    const { files } = await realHost().list('~/saves', { cwd: '/' }, soon());
    expect(files.map(({ absolute }) => absolute)).toEqual([join(folder.path, 'saves/a.tar')]);
  } finally {
    process.env['HOME'] = home;
  }
});

test('links are followed, each file comes once, and a loop ends', async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  writeAged(folder.path, 'set/real.tar', 1);
  writeAged(folder.path, 'elsewhere/far.tar', 1);
  symlinkSync('real.tar', at('set/latest.tar'));
  symlinkSync('../elsewhere', at('set/linked'));
  symlinkSync('..', at('set/linked-up'));
  symlinkSync('self', at('set/self'));
  symlinkSync('nowhere', at('set/broken'));
  linkSync(at('set/real.tar'), at('set/hard.tar'));
  const { files, unread } = await realHost().list('set', { cwd: folder.path }, soon());
  expect(unread).toEqual([]);
  expect(files.map(({ path }) => path).toSorted()).toEqual(['set/hard.tar', 'set/linked-up/elsewhere/far.tar', 'set/real.tar']);
});

test('a FIFO, a socket and a device are no files, and nobody waits for them', async () => {
  using folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder.path, 'fifo')]);
  symlinkSync('/dev/zero', join(folder.path, 'zero'));
  writeAged(folder.path, 'a', 1);
  const { value, ms } = await timed(() => realHost().list('.', { cwd: folder.path }, soon()));
  expect(value.files.map(({ path }) => path)).toEqual(['a']);
  expect(ms).toBeLessThan(1_000);
  expect(await codeOf(realHost().list('fifo', { cwd: folder.path }, soon()))).toBe('malformed');
});

test('what is more than the limits allow is said to be cut, and the last names come first', async () => {
  const host = realHost();
  using folder = temporaryFolder();
  for (const name of ['1', '2', '3']) writeAged(folder.path, `${name}/deep/file`, 1);
  const cut = await host.list('.', { cwd: folder.path, deepest: 2 }, soon());
  expect(cut).toMatchObject({ files: [], isCut: true });
  expect((await host.list('.', { cwd: folder.path, mostEntries: 5 }, soon())).isCut).toBe(true);
  expect((await host.list('.', { cwd: folder.path, forMs: 0 }, soon())).isCut).toBe(true);
  const whole = await host.list('.', { cwd: folder.path }, soon());
  expect(whole.isCut).toBe(false);
  expect(whole.files).toHaveLength(3);
});

test('a listing under way stops when its signal aborts', async () => {
  using folder = folderInMemory();
  writeMany(folder.path, 5_000);
  const { value, ms } = await timed(() => codeOf(realHost().list('.', { cwd: folder.path }, AbortSignal.timeout(5))));
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(1_000);
});

test.skipIf(!canPlayNobody)('a folder that may not be looked into is named, and the rest is listed', () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
  writeAged(folder.path, 'open/a', 1);
  writeAged(folder.path, 'closed/b', 1);
  chmodSync(join(folder.path, 'closed'), 0o700);
  const script = `
    const { createNodeHost } = await import(process.argv[1]);
    const list = (path) => createNodeHost().list(path, { cwd: process.argv[2] }, AbortSignal.timeout(5_000));
    const { files, unread } = await list('.');
    const refused = await list('closed').catch(({ code }) => code);
    console.log(JSON.stringify({ files: files.map(({ path }) => path), unread, refused }));`;
  expect(asNobody(script, HOST, folder.path)).toEqual({
    files: ['open/a'],
    unread: [{ path: 'closed', code: 'denied' }],
    refused: 'denied',
  });
});

test('names keep a newline and an escape sequence as they are', async () => {
  const names = ['a\nb', '\u001b[31mred'];
  expect((await listing(names, '.')).toSorted()).toEqual(names.toSorted());
});

test('a path below a mount of another machine is known without being touched, through links too', async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  mkdirSync(at('nas'));
  symlinkSync('nas/daily', at('daily'));
  symlinkSync('daily/x', at('twice'));
  symlinkSync('loop', at('loop'));
  const mounts = [at('nas')];
  expect(await behind(at('nas'), mounts)).toBe(at('nas'));
  expect(await behind(at('daily/a.tar'), mounts)).toBe(at('nas/daily/a.tar'));
  expect(await behind(at('twice'), mounts)).toBe(at('nas/daily/x'));
  expect(await behind(at('nasty'), mounts)).toBeNull();
  expect(await behind(at('loop'), mounts)).toBeNull();
  expect(await behind(at('nas'), [])).toBeNull();
});

test('find tells what lies on a mount of another machine', async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  writeAged(folder.path, 'set/day/a\nb.tar', 5, 7);
  writeAged(folder.path, 'set/deep/er/still/c', 1);
  symlinkSync('..', at('set/up'));
  const { entries, isCut, lack } = await findFiles(at('set'), FIND, soon());
  expect(entries).toEqual([
    { below: 'day/a\nb.tar', id: expect.stringMatching(/^\d+:\d+$/), sizeBytes: 7, modifiedAtMs: expect.closeTo(hoursAgo(5) * 1000, -4) },
  ]);
  expect({ isCut, lack }).toEqual({ isCut: true, lack: null });
  expect((await findFiles(at('set/day/a\nb.tar'), FIND, soon())).entries).toMatchObject([{ below: '' }]);
  expect(await codeOf(findFiles(at('absent'), FIND, soon()))).toBe('not-found');
  mkdirSync(at('empty'));
  expect((await findFiles(at('empty'), FIND, soon())).entries).toEqual([]);
  expect(readdirSync(folder.path).toSorted()).toEqual(['empty', 'set']);
});
