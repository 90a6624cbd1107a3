import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reading } from '../../skill/audit/define.ts';
import type { BackupsFacts } from '../../skill/probes/backups.ts';
import { temporaryFolder, writeProgram } from '../support/fake-program.ts';
import { writeAged } from '../support/file-tree.ts';

/** Runs a program whose own list of mounts is the file "$1", and /etc/fstab "$1.declared"; the shell's pid becomes the program's. */
const WITH_MOUNTS =
  'mount --bind "$1" /proc/$$/mounts; if [ -e "$1.declared" ]; then mount --bind "$1.declared" /etc/fstab; fi; shift; exec "$@"';

function withMounts(mounts: string, ...command: readonly string[]) {
  return spawnSync('unshare', ['-rm', 'sh', '-ec', WITH_MOUNTS, 'sh', mounts, ...command], { encoding: 'utf8', timeout: 60_000 });
}

const obstacle = spawnSync('unshare', ['-rm', 'sh', '-ec', 'mount --bind "$1" /proc/$$/mounts', 'sh', join(tmpdir(), '..', 'etc/passwd')]);
const isSkipped = obstacle.status !== 0;
const why = isSkipped ? ' (skipped: no user name spaces with mounts here)' : '';

const SKILL = new URL('../../skill', import.meta.url).href;
const READ = `
  const [skill, timeoutMs, ...paths] = process.argv.slice(1);
  const { backups } = await import(skill + '/probes/backups.ts');
  const { createNodeHost } = await import(skill + '/host/node.ts');
  const { gather } = await import(skill + '/audit/gather.ts');
  const target = { id: 'saves', kind: 'backups', timeoutMs: Number(timeoutMs), sets: paths.map((path) => ({ name: path, path })) };
  const inventory = { source: 'file', cluster: { name: '', version: '' }, targets: [target] };
  const options = { inventory, probes: [backups], mode: 'full', host: createNodeHost(), deadlineMs: 30_000 };
  const { readings } = await gather(options, new AbortController().signal);
  console.log(JSON.stringify({ reading: readings.get('saves'), exitAt: Date.now() }));`;

/** What the probe says of these paths where the folder `nas` is mounted from another machine. */
function readWhere(folder: string, find: string | null, timeoutMs: number, names: readonly string[]) {
  writeFileSync(join(folder, 'mounts'), `/dev/sda1 / ext4 rw 0 0\nserver:/saves ${join(folder, 'nas')} nfs4 rw,hard 0 0\n`);
  const path = find === null ? [] : [writeProgram(folder, 'find', find) && folder];
  const paths = names.map((name) => join(folder, name));
  const command = [process.execPath, '--input-type=module', '--eval', READ, SKILL, String(timeoutMs), ...paths];
  const { stdout, stderr } = withMounts(join(folder, 'mounts'), 'env', `PATH=${[...path, process.env['PATH']].join(':')}`, ...command);
  if (stdout === '') throw new Error(stderr);
  const { reading, exitAt } = JSON.parse(stdout) as { readonly reading: Reading<BackupsFacts>; readonly exitAt: number };
  if (!reading.ok) throw new Error(`the whole target: ${reading.failure?.code}`);
  return { sets: reading.facts.sets, exitMs: Date.now() - exitAt };
}

test.skipIf(isSkipped)(`backups on another machine are listed by a program, links and patterns too${why}`, () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'nas/day-1.tar', 30);
  writeAged(folder.path, 'nas/deep/day-2.tar', 3);
  writeAged(folder.path, 'nas/.hidden.tar', 1);
  mkdirSync(join(folder.path, 'local'));
  symlinkSync('../nas/deep', join(folder.path, 'local/there'));
  const asked = join(folder.path, 'asked');
  const recording = `echo "$*" >> ${asked}\nexec /usr/bin/find "$@"`;
  const { sets } = readWhere(folder.path, recording, 20_000, ['nas', 'nas/*.tar', 'local', 'nas/absent']);
  expect(sets.map(({ newest, failure }) => failure?.code ?? newest?.path.replace(folder.path, ''))).toEqual([
    '/nas/deep/day-2.tar',
    '/nas/day-1.tar',
    '/local/there/day-2.tar',
    'not-found',
  ]);
  expect(readFileSync(asked, 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(4);
});

test.skipIf(isSkipped)(`a server that is gone costs its own set alone, and does not keep the auditor from leaving${why}`, () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'nas/day-1.tar', 3);
  writeAged(folder.path, 'local/day-1.tar', 3);
  const { sets, exitMs } = readWhere(folder.path, 'sleep 300', 4_000, ['nas', 'local']);
  expect(sets.map(({ newest, failure }) => failure?.code ?? newest?.path.replace(folder.path, ''))).toEqual([
    'timeout',
    '/local/day-1.tar',
  ]);
  expect(exitMs).toBeLessThan(3_000);
});

test.skipIf(isSkipped).each([
  ['Stale file handle', 'unreachable'],
  ['Permission denied', 'denied'],
  ['Input/output error', 'bad-status'],
])(`a folder of which find says « %s » is missing from the list${why}`, (complaint, code) => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'nas/day-1.tar', 30);
  const script = `echo "find: '$2/day': ${complaint}" >&2\n/usr/bin/find "$@"\nexit 1`;
  expect(readWhere(folder.path, script, 20_000, ['nas']).sets).toMatchObject([
    { newest: { sizeBytes: 100 }, lack: { path: join(folder.path, 'nas'), code } },
  ]);
});

test.skipIf(isSkipped)(`what find saw go, or go round in a circle, is not missing${why}`, () => {
  using folder = temporaryFolder();
  writeAged(folder.path, 'nas/day-1.tar', 30);
  const script = `printf "find: '%s': No such file or directory\\nfind: File system loop detected; '%s' is part\\n" a b >&2\n/usr/bin/find "$@"\nexit 1`;
  expect(readWhere(folder.path, script, 20_000, ['nas']).sets).toMatchObject([{ newest: { sizeBytes: 100 }, lack: null }]);
});

const hasNoTable = isSkipped || !existsSync('/etc/fstab');

test.skipIf(hasNoTable)(`nothing where a disk or a server is declared and not mounted is no proof that there is nothing${why}`, () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  for (const name of ['disk', 'local']) mkdirSync(at(name));
  writeAged(folder.path, 'other/day-1.tar', 3);
  symlinkSync('disk/daily', at('linked'));
  const declared = ['disk', 'other', 'nas'].map((name) => `UUID=1 ${at(name)} ext4 defaults,nofail 0 2`);
  writeFileSync(at('mounts.declared'), ['# comment', 'UUID=2 / ext4 defaults 0 1', 'UUID=3 none swap sw 0 0', ...declared, ''].join('\n'));
  const names = ['disk', 'disk/daily', 'disk/*.tar', 'linked', 'other', 'local', 'absent', 'nas/absent'];
  const { sets } = readWhere(folder.path, null, 20_000, names);
  expect(
    Object.fromEntries(sets.map(({ newest, failure }, index) => [names[index], failure?.code ?? (newest ? 'read' : 'empty')])),
  ).toEqual({
    disk: 'unreachable',
    'disk/daily': 'unreachable',
    'disk/*.tar': 'unreachable',
    linked: 'unreachable',
    other: 'read',
    local: 'empty',
    absent: 'not-found',
    'nas/absent': 'not-found',
  });
});
