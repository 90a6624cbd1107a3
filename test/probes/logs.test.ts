import { execFileSync } from 'node:child_process';
import { chmodSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host, Listing } from '../../skill/host/host.ts';
import { parseInventory } from '../../skill/inventory/load.ts';
import { isPutAside, parseLogrotate, rotationReader } from '../../skill/probes/logs/rotation.ts';
import { type LogPath, logs } from '../../skill/probes/logs.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { asNobody, canPlayNobody, writeAged } from '../support/file-tree.ts';
import { realHost } from '../support/gathering.ts';
import { on, verdict } from '../support/judged.ts';
import { readNode } from '../support/read-node.ts';

const MIB = 2 ** 20;
const saidOf = (log: LogPath) => verdict('OBS-007', [on.logs('journals', [log])]);

/** One path over real files: hours since they were written, bytes (holes take no room). */
async function logOf(files: Readonly<Record<string, readonly [number, number?]>>, path = 'logs', fields: object = {}): Promise<LogPath> {
  using folder = temporaryFolder();
  for (const [name, [hours, bytes = 100]] of Object.entries(files)) {
    const file = writeAged(folder.path, name, hours, 0);
    truncateSync(file, bytes);
    execFileSync('touch', ['-d', `@${Math.floor(Date.now() / 1000 - hours * 3_600)}`, file]);
  }
  const { paths } = await readNode(logs, { paths: [join(folder.path, path)], ...fields });
  const [log] = paths;
  if (!log) throw new Error('no path');
  return log;
}

describe('a path of logs', () => {
  test('tells its age, its size, and what keeps it small', async () => {
    const log = await logOf({ 'logs/app.log': [2, 500], 'logs/app.log.1': [26, 900], 'logs/app.log.2.gz': [50, 90] });
    expect(log).toMatchObject({
      maxAgeHours: 24,
      failure: null,
      newest: { path: expect.stringMatching(/logs\/app\.log$/), ageHours: expect.closeTo(2, 1) },
      count: 3,
      totalBytes: 1_490,
      growing: [{ path: expect.stringMatching(/app\.log$/), sizeBytes: 500, rotation: 'siblings' }],
      putAside: 2,
      lack: null,
    });
    expect(saidOf(log)).toBe('pass');
  });

  test.each([
    [23, 'pass'],
    [25, 'warn medium'],
  ])('that was last written to %s hours ago is %s', async (hours, said) => {
    expect(saidOf(await logOf({ 'logs/app.log': [hours] }))).toBe(said);
    expect(saidOf(await logOf({ 'logs/app.log': [hours] }, 'logs', { maxAgeHours: 48 }))).toBe('pass');
  });

  test.each([
    ['app.log.1', 'pass'],
    ['app.log-20261120.gz', 'pass'],
    ['app.1.log', 'pass'],
    ['app-2026-11-20.log', 'pass'],
    ['app.log.old', 'pass'],
    ['apple.log.1', 'warn medium'],
    ['other.log', 'warn medium'],
  ])('of 101 MiB beside %s is %s', async (sibling, said) => {
    expect(saidOf(await logOf({ 'logs/app.log': [1, 101 * MIB], [`logs/${sibling}`]: [30, 10] }, 'logs/app.log'))).toBe(said);
  });

  test('of a hundred MiB that nothing rotates is still small', async () => {
    expect(saidOf(await logOf({ 'logs/app.log': [1, 100 * MIB] }))).toBe('pass');
  });

  test('that is empty, absent or dated in the future', async () => {
    expect(saidOf(await logOf({ 'logs/app.log': [1, 0] }))).toBe('pass');
    expect(saidOf(await logOf({ 'logs/app.log': [1] }, 'logs/*.txt'))).toBe('warn medium');
    expect(saidOf(await logOf({}, 'absent'))).toBe('warn medium');
    expect(saidOf(await logOf({ 'logs/app.log': [-3] }))).toBe('unknown');
  });

  test('that rotation has made anew, and nobody has written to since, is as old as its last part with anything in it', async () => {
    const silent = { 'logs/app.log': [2, 0], 'logs/app.log.1': [26, 0], 'logs/app.log.2': [900, 100] } as const;
    expect(saidOf(await logOf(silent))).toBe('warn medium');
    expect(saidOf(await logOf({ ...silent, 'logs/app.log.1': [3, 100] }))).toBe('pass');
    expect(saidOf(await logOf({ ...silent, 'logs/other.log': [3, 100] }))).toBe('pass');
    // somebody may have emptied it
    expect(saidOf(await logOf({ 'logs/app.log': [2, 0], 'logs/other.log': [900, 100] }))).toBe('pass');
  });

  test('that is no file is nothing to wait for', async () => {
    using folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder.path, 'fifo')]);
    const { paths } = await readNode(logs, { paths: [folder.path] });
    expect(paths).toMatchObject([{ newest: null, failure: null }]);
  });
});

test.skipIf(!canPlayNobody)('what may not be read is unknown', () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
  writeAged(folder.path, 'closed/app.log', 1);
  writeAged(folder.path, 'half/app.log', 30);
  writeAged(folder.path, 'half/closed/app.log', 1);
  for (const name of ['closed', 'half/closed']) chmodSync(join(folder.path, name), 0o700);
  const script = `
    const [probe, node, ...paths] = process.argv.slice(1);
    const { logs } = await import(probe);
    const { createNodeHost } = await import(node);
    console.log(JSON.stringify((await logs.read({ id: 'logs', kind: 'logs', paths }, createNodeHost(), 'full', AbortSignal.timeout(5000))).paths));`;
  const at = (file: string) => new URL(`../../skill/${file}`, import.meta.url).href;
  const paths = ['closed', 'half'].map((name) => join(folder.path, name));
  const read = asNobody(script, at('probes/logs.ts'), at('host/node.ts'), ...paths) as readonly LogPath[];
  expect(read.map(saidOf)).toEqual(['unknown', 'unknown']);
  expect(read[0]?.failure?.code).toBe('denied');
});

describe('the configuration of logrotate', () => {
  const TEXT = `# see "man logrotate"
weekly
include /etc/logrotate.d
/var/log/app/*.log /var/log/other.log {
    rotate 4
    postrotate
        /usr/bin/killall -HUP app
    endscript
}
"/var/log/with space.log" '/var/log/quoted'
/var/log/last.log
{ # both
    daily
}
`;

  test('names the logs that it covers', () => {
    expect(parseLogrotate(TEXT)).toEqual([
      '/var/log/app/*.log',
      '/var/log/other.log',
      '/var/log/with space.log',
      '/var/log/quoted',
      '/var/log/last.log',
    ]);
    expect(parseLogrotate('')).toEqual([]);
  });

  /** The real host whose /etc/logrotate.d is a folder of ours. */
  function withLogrotate(files: Readonly<Record<string, string>>, folder: string): Host {
    const host = realHost();
    for (const [name, text] of Object.entries(files)) writeAged(folder, `logrotate.d/${name}`, 1, text);
    const there = (path: string) => path.replace('/etc/logrotate', `${folder}/logrotate`);
    return {
      ...host,
      list: (path, how, signal): Promise<Listing> => host.list(there(path), how, signal),
      read: (path, signal) => host.read(there(path), signal),
    };
  }

  test('is a sign of rotation for those alone', async () => {
    using folder = temporaryFolder();
    const host = withLogrotate({ app: `${folder.path}/logs/*.log {\n  weekly\n}\n` }, folder.path);
    const rotationOf = rotationReader(host, AbortSignal.timeout(5_000));
    const file = (name: string) => ({ path: name, absolute: writeAged(folder.path, name, 1), sizeBytes: 1, modifiedAtMs: 0 });
    expect(await rotationOf(file('logs/app.log'))).toBe('logrotate');
    expect(await rotationOf(file('logs/app.txt'))).toBe('none');
    expect(await rotationOf(file('logs/deep/app.log'))).toBe('none');
    expect(await rotationOf({ ...file('x'), absolute: '/var/log/journal/abc/system.journal' })).toBe('journald');
  });

  test('leaves it open where neither it nor what stands beside the log was listed whole', async () => {
    using folder = temporaryFolder();
    const host = withLogrotate({ app: '/elsewhere {\n}\n', base: '/elsewhere {\n}\n' }, folder.path);
    const absolute = writeAged(folder.path, 'logs/app.log', 1);
    for (const name of ['a', 'b', 'c']) writeAged(folder.path, `logs/${name}`, 1);
    const said = (mostEntries: number, cutAt: RegExp) => {
      const list: Host['list'] = (path, how, signal) => host.list(path, cutAt.test(path) ? { ...how, mostEntries } : how, signal);
      return rotationReader({ ...host, list }, AbortSignal.timeout(5_000))({ path: 'a', absolute, sizeBytes: 1, modifiedAtMs: 0 });
    };
    expect(await said(1, /logs$/)).toBe('unknown');
    expect(await said(1, /logrotate/)).toBe('unknown');
    expect(await said(10, /./)).toBe('none');
  });

  test('that cannot be read leaves it open', async () => {
    using folder = temporaryFolder();
    const host = withLogrotate({}, folder.path);
    execFileSync('mkfifo', [join(folder.path, 'logrotate.conf')]);
    const rotationOf = rotationReader(host, AbortSignal.timeout(5_000));
    const absolute = writeAged(folder.path, 'logs/app.log', 1);
    expect(await rotationOf({ path: 'a', absolute, sizeBytes: 1, modifiedAtMs: 0 })).toBe('unknown');
  });
});

test.each([
  ['app.log', false],
  ['app-v2.log', false],
  ['app.log.1', true],
  ['app.log.10.gz', true],
  ['app.1.log', true],
  ['app-2026-11-20.log', true],
  ['syslog', false],
])('%s was put aside: %s', (name, isAside) => {
  expect(isPutAside(`logs/${name}`)).toBe(isAside);
});

test('a path that stands twice is refused with its line', () => {
  const parse = (paths: string) => () => parseInventory(`targets:\n  - { id: journals, kind: logs, paths: ${paths} }\n`, 'jarvis.yaml', {});
  expect(parse('[a, a]')).toThrow('jarvis.yaml:2: targets.journals.paths: expected each path once');
  expect(parse('[]')).toThrow('jarvis.yaml:2');
  expect(parse('[a, "b/*.log"]')).not.toThrow();
});
