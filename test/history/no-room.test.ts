import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { reportSample } from '../support/report-sample.ts';
import { sampleFile, saveElsewhere } from '../support/save-children.ts';

const NAME = 'audit_2026-02-23_1430.json';
const NOBODY = 65_534;
/** Root writes wherever it likes, so it plays somebody else. */
const somebody = process.getuid?.() === 0 ? { user: NOBODY } : {};

/** Runs a script in a name space of its own, where "$1" is a disk of 64 kB. */
function onSmallDisk(access: 'rw' | 'ro', script: string, ...args: readonly string[]) {
  const mounted = `mount -t tmpfs -o size=64k,${access} none "$1"\n${script}`;
  return spawnSync('unshare', ['-rm', 'sh', '-ec', mounted, 'sh', ...args], { encoding: 'utf8' });
}

/** Takes rights away until `using` ends, so that the folder can be removed. */
function closed(folder: string, mode: number) {
  chmodSync(folder, mode);
  return { [Symbol.dispose]: () => chmodSync(folder, 0o755) };
}

const noSmallDisk = onSmallDisk('rw', '', tmpdir()).status !== 0;
const why = noSmallDisk ? ' (skipped: no user name spaces with tmpfs here)' : '';
const program = join(import.meta.dirname, '../support/save-reports.ts');

test.skipIf(noSmallDisk)(`a full disk is said and costs neither the previous report nor a leftover${why}`, () => {
  using folder = temporaryFolder();
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  const big = sampleFile(scratch.path, 'big.json', reportSample({}, 210));
  const script = `
    "$2" "$3" "$1" "$4" </dev/null >/dev/null
    cp "$1/${NAME}" "$5"
    "$2" "$3" "$1" "$6" </dev/null
    ls -A "$1"
    cmp "$1/${NAME}" "$5"`;
  const { stdout, stderr, status } = onSmallDisk(
    'rw',
    script,
    folder.path,
    process.execPath,
    program,
    small,
    join(scratch.path, 'copy.json'),
    big,
  );
  const error = `the report cannot be saved in ${folder.path}: there is no space left on the disk.`;
  expect({ lines: stdout.trim().split('\n'), stderr, status }).toEqual({
    lines: ['waiting', JSON.stringify({ error }), NAME],
    stderr: '',
    status: 0,
  });
});

test.skipIf(noSmallDisk)(`a read-only disk is said${why}`, () => {
  using folder = temporaryFolder();
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  const { stdout } = onSmallDisk('ro', '"$2" "$3" "$1" "$4" </dev/null', folder.path, process.execPath, program, small);
  expect(JSON.parse(stdout.split('\n')[1] ?? '')).toEqual({
    error: `the report cannot be saved in ${folder.path}: the folder is not writable (read-only file system).`,
  });
});

test.skipIf(process.platform === 'win32')('a read-only folder is said and the previous report stays as it is', async () => {
  using folder = temporaryFolder();
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  const { path } = await createFileStore(folder.path).save(reportSample());
  const before = readFileSync(path);
  using _ = closed(folder.path, 0o555);
  const results = await saveElsewhere(folder.path, [small], somebody);
  expect(results).toEqual([{ error: `the report cannot be saved in ${folder.path}: the folder is not writable (permission denied).` }]);
  expect(readdirSync(folder.path)).toEqual([NAME]);
  expect(readFileSync(path)).toEqual(before);
});

test.skipIf(process.platform === 'win32')('a folder that cannot be made is said', async () => {
  using above = temporaryFolder();
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  using _ = closed(above.path, 0o555);
  const folder = join(above.path, 'audits');
  const results = await saveElsewhere(folder, [small], somebody);
  expect(results).toEqual([{ error: `the report cannot be saved in ${folder}: the folder is not writable (permission denied).` }]);
});

test.each(['audits', 'audits/deep'])('a file where the folder should be is said: %s', async (out) => {
  using above = temporaryFolder();
  writeFileSync(join(above.path, 'audits'), 'notes');
  const folder = join(above.path, out);
  await expect(createFileStore(folder).save(reportSample())).rejects.toThrow(
    `the report cannot be saved in ${folder}: that path is not a folder.`,
  );
  expect(readFileSync(join(above.path, 'audits'), 'utf8')).toBe('notes');
});

test.skipIf(process.platform !== 'linux').each(['/proc/audits', '/proc/audits/deep'])(
  'a file system that takes no folders is said: %s',
  (folder) => {
    using scratch = temporaryFolder();
    const small = sampleFile(scratch.path, 'small.json', reportSample());
    // node's own recursive mkdir would hold this process for ever
    const { stdout } = spawnSync(process.execPath, [program, folder, small], {
      encoding: 'utf8',
      timeout: 5_000,
      killSignal: 'SIGKILL',
      input: '',
    });
    const error = `the report cannot be saved in ${folder}: no folder can be made there.`;
    expect(stdout.trim().split('\n')).toEqual(['waiting', JSON.stringify({ error })]);
  },
);

test.skipIf(process.platform === 'win32')('a working folder that is gone is said', () => {
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  const script = 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$2" "$3" data "$4"';
  const words = [join(scratch.path, 'gone'), process.execPath, program, small];
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...words], {
    encoding: 'utf8',
    timeout: 5_000,
    killSignal: 'SIGKILL',
    input: '',
  });
  const error = 'the report cannot be saved in data: no folder can be made there.';
  expect(stdout.trim().split('\n')).toEqual(['waiting', JSON.stringify({ error })]);
});

test.skipIf(process.platform === 'win32')('a folder where one may write and not look still takes a report', async () => {
  using above = temporaryFolder();
  using scratch = temporaryFolder();
  const small = sampleFile(scratch.path, 'small.json', reportSample());
  const folder = join(above.path, 'drop');
  mkdirSync(folder);
  chmodSync(above.path, 0o755);
  using _ = closed(folder, 0o333);
  const results = await saveElsewhere(folder, [small], somebody);
  expect(results).toEqual([{ path: join(folder, NAME), id: expect.any(String) }]);
});
