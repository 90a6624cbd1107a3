import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gather } from '../../skill/audit/gather.ts';
import { parseInventory } from '../../skill/inventory/load.ts';
import { median } from '../../skill/probes/backups/generations.ts';
import { parseMarker } from '../../skill/probes/backups/restore-test.ts';
import { type BackupSet, backups } from '../../skill/probes/backups.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { asNobody, canPlayNobody, folderInMemory, writeAged, writeMany } from '../support/file-tree.ts';
import { realHost, timed } from '../support/gathering.ts';
import { failed, on, verdict } from '../support/judged.ts';
import { readNode } from '../support/read-node.ts';

/** One set over a real folder, as the inventory beside it declares it. */
async function readSet(folder: string, fields: object = {}): Promise<BackupSet> {
  const host = realHost();
  const inFolder = { ...host, list: (path: string, how: object, signal: AbortSignal) => host.list(path, { cwd: folder, ...how }, signal) };
  const { sets } = await readNode(
    backups,
    { sets: [{ name: 'base', path: '.', ...fields }] },
    { host: { ...inFolder, read: (path, signal) => host.read(join(folder, path), signal) } },
  );
  const [set] = sets;
  if (!set) throw new Error('no set');
  return set;
}

/** Files by name: hours since they were written, bytes. */
async function setOf(files: Readonly<Record<string, readonly [number, (number | string)?]>>, fields: object = {}): Promise<BackupSet> {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'set'));
  for (const [name, [hours, content]] of Object.entries(files)) writeAged(folder.path, `set/${name}`, hours, content);
  // awaited here: the folder goes when this function ends
  return await readSet(folder.path, { path: 'set', ...fields });
}

const saidOf = (set: BackupSet) => verdict('DATA-008', [on.backups('saves', [set])]);

describe('the newest backup', () => {
  test('is told with its age and size', async () => {
    const set = await setOf({ 'a-1.tar': [50, 300], 'a-2.tar': [26, 200], 'a-3.tar': [2, 100] });
    expect(set).toMatchObject({
      name: 'base',
      path: 'set',
      maxAgeHours: 24,
      rtoMinutes: null,
      failure: null,
      newest: { path: 'set/a-3.tar', ageHours: expect.closeTo(2, 1), sizeBytes: 100 },
      count: 3,
      totalBytes: 600,
      comparison: { path: 'set/a-3.tar', sizeBytes: 100, medianBytes: 250 },
      lack: null,
    });
    expect(Date.parse(set.newest?.at ?? '')).toBeCloseTo(Date.now() - 7_200_000, -4);
  });

  test.each([
    [23, 'pass'],
    [25, 'warn medium'],
    [6 * 24, 'warn medium'],
    [8 * 24, 'fail high'],
  ])('of %s hours is %s', async (hours, said) => {
    expect(saidOf(await setOf({ 'a.tar': [hours] }))).toBe(said);
  });

  test('is found in folders of any depth, never hidden', async () => {
    const set = await setOf({ '2026/11/20/a.tar': [3], '.cache/b.tar': [1], '.c.tar': [1] });
    expect(set.newest?.path).toBe('set/2026/11/20/a.tar');
    expect(set.count).toBe(1);
  });

  test('is found by a pattern', async () => {
    const set = await setOf({ 'base-1.tar': [3], 'photos-1.tar': [1] }, { path: 'set/base-*.tar' });
    expect(set.newest?.path).toBe('set/base-1.tar');
  });

  test('with a newline or an escape sequence in its name is told on one line', async () => {
    const set = await setOf({ 'a\n\u001b[31mb.tar': [3] });
    expect(set.newest?.path).toBe('set/a [31mb.tar');
  });
});

describe('what is no backup', () => {
  test.each([
    ...['a.tar.part', 'a.tar.tmp', 'a.tar~', 'a.tar.partial', 'backup.log', 'a.tar.sha256', 'db.lock'],
    ...['backup.log.1', 'backup.log.2.gz', 'backup.log-20261120', 'dump.err', 'dump.pid', 'a.tar.sha256sum', 'a.tar.md5sum'],
    ...['checksums.txt', 'SHA256SUMS.txt', 'README.md', 'LISEZMOI', 'desktop.ini', 'Thumbs.db'],
    ...['2026.partial/a.tar', '2026.inprogress/deep/a.tar', 'b.tmp/a.tar'],
  ])('%s', async (name) => {
    expect((await setOf({ [name]: [1], 'a.tar': [30] })).newest?.path).toBe('set/a.tar');
  });

  test('a folder that is called like something unfinished may hold whole backups, and a file that is declared is meant', async () => {
    using folder = temporaryFolder();
    writeAged(folder.path, 'saves.new/base/a.tar', 3);
    writeAged(folder.path, 'b.new', 3);
    for (const path of ['saves.new', 'saves.new/base', './saves.new/*/', `${folder.path}/saves.new`])
      expect((await readSet(folder.path, { path })).newest?.path).toBe('saves.new/base/a.tar');
    expect(saidOf(await readSet(folder.path, { path: 'b.new' }))).toBe('pass');
  });

  test('a file that was written to a moment ago', async () => {
    const set = await setOf({ 'a-1.tar': [20], 'a-2.tar': [0] });
    expect(set).toMatchObject({ newest: { path: 'set/a-1.tar' }, isWriting: true, count: 1 });
    expect(saidOf(await setOf({ 'a-2.tar': [0] }))).toBe('unknown');
  });

  test('a half-written file that was left alone', async () => {
    expect(saidOf(await setOf({ 'a.tar.part': [30] }))).toBe('fail critical');
  });

  test('a date of the future: a clock is wrong, and nothing is fresh', async () => {
    const set = await setOf({ 'a-1.tar': [30], 'a-2.tar': [-2] });
    expect(set).toMatchObject({ newest: { path: 'set/a-1.tar' }, future: 1 });
    expect(saidOf(set)).toBe('unknown');
    // two clocks are never quite the same
    expect(saidOf(await setOf({ 'a.tar': [-0.03] }))).toBe('unknown');
  });

  test('a FIFO, and a link that leads to itself', async () => {
    using folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder.path, 'fifo.tar')]);
    symlinkSync('loop.tar', join(folder.path, 'loop.tar'));
    symlinkSync('.', join(folder.path, 'here'));
    const { value: set, ms } = await timed(() => readSet(folder.path));
    expect(set).toMatchObject({ newest: null, count: 0, lack: null });
    expect(saidOf(set)).toBe('fail critical');
    expect(ms).toBeLessThan(2_000);
  });

  test('a path that does not exist, or a pattern that nothing matches', async () => {
    expect(await setOf({}, { path: 'absent' })).toMatchObject({ failure: { code: 'not-found' }, newest: null });
    expect(saidOf(await setOf({}, { path: 'absent' }))).toBe('fail critical');
    expect(saidOf(await setOf({ 'a.zip': [1] }, { path: 'set/*.tar' }))).toBe('fail critical');
  });

  test('all that is left where nothing but logs is declared counts after all', async () => {
    expect((await setOf({ 'a-1.log': [30], 'a-2.log': [3] })).newest?.path).toBe('set/a-2.log');
  });
});

describe('the size of the last one', () => {
  const before = { 'a-1.tar': [96, 1_000], 'a-2.tar': [72, 900], 'a-3.tar': [48, 1_100] } as const;

  test.each([
    [490, 'warn medium'],
    [500, 'pass'],
    [510, 'pass'],
    [0, 'warn medium'],
  ])('of %s after a usual 1000 is %s', async (bytes, said) => {
    expect(saidOf(await setOf({ ...before, 'a-4.tar': [2, bytes] }))).toBe(said);
  });

  test('is compared with its like alone', async () => {
    const set = await setOf({ ...before, 'a-4.tar': [2, 1_000], 'settings-3.json': [48, 10], 'settings-4.json': [1.9, 10] });
    expect(saidOf(set)).toBe('pass');
    expect(set.restoreBytes).toBe(1_010);
  });

  test('is seen though a smaller file of the same run is newer', async () => {
    const set = await setOf({ ...before, 'a-4.tar': [2, 100], 'settings-3.json': [48, 10], 'settings-4.json': [1.9, 10] });
    expect(set.comparison).toEqual({ path: 'set/a-4.tar', sizeBytes: 100, medianBytes: 1_000 });
  });

  test('is compared across weekdays, and across names that share an ending alone', async () => {
    expect((await setOf({ 'monday.tar': [26, 100], 'tuesday.tar': [2, 40] })).comparison?.medianBytes).toBe(100);
    expect((await setOf({ 'one.tar': [26, 100], 'two.tar': [2, 40] })).comparison?.medianBytes).toBe(100);
    expect((await setOf({ 'one.tar': [26, 100], 'two.json': [2, 40] })).comparison).toBeNull();
  });

  test('says nothing of what is saved no more', async () => {
    const set = await setOf({ ...before, 'a-4.tar': [2, 1_000], 'old-1.tar': [500, 1_000], 'old-2.tar': [400, 1] });
    expect(set.comparison?.path).toBe('set/a-4.tar');
  });

  test.each([
    ['Borg', 'data/0/1', 'data/0/2', 'data/1/3'],
    ['Kopia', 'p/abc.f', 'p/abd.f', 'x/xcc.f'],
  ])('is no matter for the pieces of a repository of %s', async (_, first, second, last) => {
    const set = await setOf({ [first]: [100, 5_000], [second]: [50, 5_000], [last]: [2, 17] });
    expect(saidOf(set)).toBe('pass');
    expect(set.restoreBytes).toBe(10_017);
  });

  test('is no matter for marks that are always empty', async () => {
    const set = await setOf({ ...before, 'a-4.tar': [2, 1_000], 'end-3': [48, 0], 'end-4': [1.9, 0] });
    expect(saidOf(set)).toBe('pass');
    expect(set.newest?.path).toBe('set/a-4.tar');
    // the mark of a job that saved nothing
    expect(saidOf(await setOf({ ...before, 'end-3': [48, 0], 'end-4': [1.9, 0] }))).toBe('warn medium');
    expect(saidOf(await setOf({ 'end-3': [48, 0], 'end-4': [1.9, 0] }))).toBe('fail critical');
  });
});

test('the median is the middle, or between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([5]), median([])]).toEqual([2, 2.5, 5, 0]);
});

describe('the last restore test', () => {
  test('is what the marker in the folder, or beside it, tells', async () => {
    using folder = temporaryFolder();
    writeAged(folder.path, 'set/a.tar', 2);
    expect(await readSet(folder.path, { path: 'set' })).toMatchObject({ restoreTest: null, restoreTestFailure: null });
    writeAged(folder.path, '.restore-tested', 48, '');
    expect((await readSet(folder.path, { path: 'set' })).restoreTest).toMatchObject({
      path: '.restore-tested',
      ageDays: expect.closeTo(2, 1),
      minutes: null,
    });
    writeAged(folder.path, 'set/.restore-tested', 24, 'took 42 min\n');
    for (const path of ['set', 'set/*.tar', 'set/a.tar'])
      expect((await readSet(folder.path, { path })).restoreTest).toMatchObject({
        path: 'set/.restore-tested',
        ageDays: expect.closeTo(1, 1),
        minutes: 42,
      });
  });

  test('is what the declared file tells, and no other', async () => {
    using folder = temporaryFolder();
    writeAged(folder.path, 'set/.restore-tested', 24, '');
    writeAged(folder.path, 'notes/tests.md', 2, '- 2020-01-05: 1 h 30\n- 2021-03-04: 2 h\n');
    const set = await readSet(folder.path, { path: 'set', restoreTested: 'notes/tests.md' });
    expect(set.restoreTest).toMatchObject({ at: expect.stringMatching(/^2021-03-04/), minutes: 120 });
    expect((await readSet(folder.path, { path: 'set', restoreTested: 'absent' })).restoreTest).toBeNull();
  });

  const NOW = Date.parse('2026-11-20T12:00:00Z');
  test.each([
    ['2026-10-03', '2026-10-03', null],
    ['2026-10-03T08:30:00Z in 12 min', '2026-10-03', 12],
    ['2026-10-03 14:30 : 1 h 05', '2026-10-03', 65],
    ['date: 2026-10-03\nminutes: 7.5', '2026-10-03', 7.5],
    ['2026-10-03 : 3 min\n2026-09-01 : 9 min', '2026-10-03', 3],
    ['2026-10-03\n2026-09-01 : 9 min', '2026-10-03', null],
    ['2027-10-03 : 3 min\n2026-09-01 : 9 min', '2026-09-01', 9],
    ['2026-99-99', null, null],
    ['12,5 minutes', null, 12.5],
    ['', null, null],
  ])('%j is %s, %s minutes', (text, day, minutes) => {
    const { atMs, minutes: found } = parseMarker(text, NOW);
    expect(atMs === null ? null : new Date(atMs).toISOString().slice(0, 10)).toBe(day);
    expect(found).toBe(minutes);
  });

  test('that is yet to come is none', async () => {
    expect((await setOf({ 'a.tar': [2], '.restore-tested': [-100, ''] })).restoreTest).toBeNull();
  });
});

test.skipIf(!canPlayNobody)('what may not be looked into is unknown, unless a fresh backup was seen', () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
  const closed = (name: string) => {
    mkdirSync(join(folder.path, name, 'closed'), { recursive: true });
    chmodSync(join(folder.path, name, 'closed'), 0o700);
  };
  writeAged(folder.path, 'old/a.tar', 30);
  writeAged(folder.path, 'fresh/a.tar', 3);
  writeAged(folder.path, 'mute/.restore-tested', 3);
  chmodSync(join(folder.path, 'mute/.restore-tested'), 0o600);
  for (const name of ['old', 'fresh', 'none']) closed(name);
  const names = ['old', 'fresh', 'none', 'none/closed', 'none/closed/deep', 'mute'];
  const script = `
    const [probe, node, folder, names] = process.argv.slice(1);
    const { backups } = await import(probe);
    const { createNodeHost } = await import(node);
    const sets = JSON.parse(names).map((name) => ({ name, path: folder + '/' + name }));
    console.log(JSON.stringify((await backups.read({ id: 'saves', kind: 'backups', sets }, createNodeHost(), 'full', AbortSignal.timeout(5000))).sets));`;
  const at = (file: string) => new URL(`../../skill/${file}`, import.meta.url).href;
  const sets = asNobody(script, at('probes/backups.ts'), at('host/node.ts'), folder.path, JSON.stringify(names)) as readonly BackupSet[];
  expect(Object.fromEntries(sets.map((set) => [set.name, saidOf(set)]))).toEqual({
    old: 'unknown',
    fresh: 'pass',
    none: 'unknown',
    'none/closed': 'unknown',
    'none/closed/deep': 'unknown',
    mute: 'fail critical',
  });
  expect(sets[0]?.lack).toEqual({ path: join(folder.path, 'old/closed'), code: 'denied' });
  expect(sets[5]).toMatchObject({ restoreTest: null, restoreTestFailure: 'denied' });
});

test('twenty thousand files are read in time, and the newest is found', async () => {
  using folder = folderInMemory();
  writeMany(folder.path, 20_000, 72);
  writeAged(folder.path, '9-newest', 3);
  const { value: set, ms } = await timed(() => readSet(folder.path));
  expect(ms).toBeLessThan(5_500);
  expect(set.newest?.path).toBe('9-newest');
  expect(set.lack).toEqual({ path: null, code: 'cut' });
  expect(saidOf(set)).toBe('pass');
}, 30_000);

test('a set that cannot be read costs no other, and each path starts at the inventory', async () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'a/a.tar', 1);
  const { sets } = await readNode(backups, {
    sets: [
      { name: 'gone', path: join(folder.path, 'gone') },
      { name: 'there', path: join(folder.path, 'a') },
    ],
  });
  expect(sets.map(({ failure }) => failure?.code ?? 'read')).toEqual(['not-found', 'read']);
});

test('what a file is called cannot steer a terminal', async () => {
  using folder = temporaryFolder();
  writeAged(folder.path, '\u001b]0;owned\u0007.tar', 1);
  const targets = [backups.target.parse({ id: 'saves', kind: 'backups', sets: [{ name: 'base', path: folder.path }] })];
  const inventory = { source: 'file', cluster: { name: 'test', version: '1' }, targets } as const;
  const { readings } = await gather(
    { inventory, probes: [backups], mode: 'full', host: realHost(), deadlineMs: 5_000 },
    new AbortController().signal,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(JSON.stringify([...readings])).not.toMatch(/\\u001b|\\u0007|[\u0000-\u001f]/);
});

test('a name that stands twice and a set without a path are refused with their line', () => {
  const parse = (sets: string) => () => parseInventory(`targets:\n  - { id: saves, kind: backups, sets: ${sets} }\n`, 'jarvis.yaml', {});
  expect(parse('[{ name: a, path: a }, { name: a, path: b }]')).toThrow('jarvis.yaml:2: targets.saves.sets: expected each name once');
  expect(parse('[{ name: a }]')).toThrow('jarvis.yaml:2: targets.saves.sets.0: "path" is missing');
  expect(parse('[{ name: a, path: a, maxAgeHours: 0 }]')).toThrow('jarvis.yaml:2');
  expect(parse('[{ name: a, path: a, maxAgeHours: 168, rtoMinutes: 30, restoreTested: b }]')).not.toThrow();
});

test('a deadline that has passed is a timeout', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'a'), '');
  const reading = readNode(
    backups,
    { sets: [{ name: 'base', path: folder.path }] },
    { signal: AbortSignal.abort(new DOMException('late', 'TimeoutError')) },
  );
  expect((await reading).sets[0]?.failure?.code).toBe('timeout');
  expect(verdict('DATA-008', [on.backups('saves', failed('timeout'))])).toBe('unknown');
});
