import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import { temporaryName } from '../../skill/history/temporaries.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { reportSample } from '../support/report-sample.ts';

const REPORT = 'audit_2026-02-23_1430.json';
const HOUR_MS = 3_600_000;

/** A temporary as another process names it, that old. */
async function leave(folder: string, { pid = process.pid, isHere = true, ageMs = 0 }): Promise<string> {
  const own = await temporaryName();
  const name = own.replace(/^\.audit-(\w+)-\d+-/, (_, space) => `.audit-${isHere ? space : '00000000'}-${pid}-`);
  const written = new Date(Date.now() - ageMs);
  writeFileSync(join(folder, name), '{');
  utimesSync(join(folder, name), written, written);
  return name;
}

function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function livingPid(): number {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1e6)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child.pid ?? 0;
}

test.each([
  ['of a process of this machine that is dead', () => ({ pid: deadPid() })],
  ['of another machine, an hour old', () => ({ isHere: false, ageMs: HOUR_MS })],
  ['of a dead process that had our number, before us', () => ({ ageMs: 1_000 * HOUR_MS })],
])('a save sweeps the temporary %s', async (_, whose) => {
  using folder = temporaryFolder();
  await leave(folder.path, whose());
  await createFileStore(folder.path).save(reportSample());
  expect(readdirSync(folder.path)).toEqual([REPORT]);
});

test.each([
  ['of a living process, however old', () => ({ pid: livingPid(), ageMs: HOUR_MS })],
  ['of another machine, a minute old', () => ({ isHere: false, pid: deadPid(), ageMs: 60_000 })],
  ['of our own process', () => ({})],
])('a save leaves the temporary %s', async (_, whose) => {
  using folder = temporaryFolder();
  const name = await leave(folder.path, whose());
  await createFileStore(folder.path).save(reportSample());
  expect(readdirSync(folder.path)).toEqual([name, REPORT]);
});

test('a save sweeps nothing that is not ours', async () => {
  using folder = temporaryFolder();
  const strangers = ['.audit.tmp', '.audit-00000000-1-notes.tmp', 'audit-00000000.tmp', 'notes.tmp'];
  for (const name of strangers) {
    writeFileSync(join(folder.path, name), 'mine');
    utimesSync(join(folder.path, name), 0, 0);
  }
  await createFileStore(folder.path).save(reportSample());
  expect(readdirSync(folder.path).toSorted()).toEqual([...strangers, REPORT].toSorted());
});
