import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileStore } from '../../skill/history/files.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { reportSample } from '../support/report-sample.ts';

const BEFORE = '2026-02-23T14:30:00.000+01:00';
const NEWEST = 'audit_2026-02-24_0800.json';

/** A folder with one good report, and one that is newer by its name. */
async function history(newest: string | ((path: string) => void)) {
  const folder = temporaryFolder();
  const store = createFileStore(folder.path);
  await store.save(reportSample({ timestamp: BEFORE }));
  const path = join(folder.path, NEWEST);
  if (typeof newest === 'string') writeFileSync(path, newest);
  else newest(path);
  return { store, [Symbol.dispose]: folder[Symbol.dispose] };
}

const document = reportSample({ timestamp: '2026-02-24T08:00:00.000+01:00' });
const saved = (changes: Record<string, unknown>) => JSON.stringify({ ...document, ...changes }, null, 2);

test('the newest report is read', async () => {
  using folder = await history(saved({}));
  expect(await folder.store.latest('full')).toMatchObject({
    timestamp: document.timestamp,
    scores: document.scores,
    findings: document.findings,
  });
});

test.each<[string, string | ((path: string) => void)]>([
  ['is empty', ''],
  ['is not JSON', 'corrupt'],
  ['is no object', '[]'],
  ['is cut short', saved({}).slice(0, -100)],
  ['has the schema of the past', saved({ schema: 'jarvis-audit/0' })],
  ['has the schema of the future', saved({ schema: 'jarvis-audit/2' })],
  ['has no schema', saved({ schema: undefined })],
  ['belongs to another program', JSON.stringify({ schema: 'npm-audit/1', timestamp: document.timestamp, mode: 'full' })],
  ['lacks its findings', saved({ findings: undefined })],
  ['has scores out of range', saved({ scores: { ...document.scores, stability: 101 } })],
  ['has no time', saved({ timestamp: 'yesterday' })],
  ['is of another mode', saved({ mode: 'quick' })],
  ['is a folder', (path) => mkdirSync(path)],
  ['is a link that leads nowhere', (path) => symlinkSync('/nonexistent', path)],
])('a newest report that %s costs the one before nothing', async (_, newest) => {
  using folder = await history(newest);
  expect((await folder.store.latest('full'))?.timestamp).toBe(BEFORE);
});

test.skipIf(process.platform === 'win32')('a FIFO named like a report is not waited for', { timeout: 5_000 }, async () => {
  using folder = await history((path) => void spawnSync('mkfifo', [path]));
  expect((await folder.store.latest('full'))?.timestamp).toBe(BEFORE);
});

test.skipIf(process.platform === 'win32')('a FIFO that holds a whole report is no report', async () => {
  using folder = await history((path) => {
    spawnSync('mkfifo', [path]);
    // what is written stays in it as long as somebody has it open
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => closeSync(reader));
    writeFileSync(path, saved({}));
  });
  expect((await folder.store.latest('full'))?.timestamp).toBe(BEFORE);
});

test('a link to a report elsewhere is not followed', async () => {
  using elsewhere = temporaryFolder();
  const target = join(elsewhere.path, 'report.json');
  writeFileSync(target, saved({}));
  using folder = await history((path) => symlinkSync(target, path));
  expect((await folder.store.latest('full'))?.timestamp).toBe(BEFORE);
});

test('a report with 33 MiB of spaces behind it is passed over', async () => {
  using folder = await history(`${saved({})}${' '.repeat(33 * 1024 * 1024)}`);
  expect((await folder.store.latest('full'))?.timestamp).toBe(BEFORE);
});

test('each mode has its own newest report', async () => {
  using folder = await history(saved({ mode: 'quick' }));
  expect((await folder.store.latest('quick'))?.timestamp).toBe(document.timestamp);
});

test('a report whose keys stand in another order is read', async () => {
  const reversed = Object.fromEntries(Object.entries(document).toReversed());
  using folder = await history(JSON.stringify(reversed));
  expect((await folder.store.latest('full'))?.timestamp).toBe(document.timestamp);
});

test('number 10 of a minute is newer than number 9', async () => {
  using folder = temporaryFolder();
  const store = createFileStore(folder.path);
  for (let number = 1; number <= 10; number += 1)
    await store.save(reportSample({ durationMs: number, scores: { ...document.scores, stability: number } }));
  expect(JSON.parse(readFileSync(join(folder.path, 'audit_2026-02-23_1430_10.json'), 'utf8')).durationMs).toBe(10);
  expect((await store.latest('full'))?.scores.stability).toBe(10);
});

test('where summer time ends, the later report wins over the later clock', async () => {
  using folder = temporaryFolder();
  const store = createFileStore(folder.path);
  await store.save(reportSample({ timestamp: '2025-10-26T02:50:00.000+02:00' }));
  await store.save(reportSample({ timestamp: '2025-10-26T02:10:00.000+01:00' }));
  expect((await store.latest('full'))?.timestamp).toBe('2025-10-26T02:10:00.000+01:00');
});

test.each<[string, number, boolean]>([
  ['2099', Date.parse('2099-01-01T00:00:00Z') - Date.now(), false],
  ['two hours ahead', 2 * 3_600_000, false],
  ['a clock that is half an hour fast', 1_800_000, true],
])('a report of %s', async (_, aheadMs, isTaken) => {
  const timestamp = new Date(Date.now() + aheadMs).toISOString();
  using folder = await history(saved({ timestamp }));
  expect((await folder.store.latest('full'))?.timestamp).toBe(isTaken ? timestamp : BEFORE);
});

test('an empty and a missing folder have no report, and neither has a file', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  for (const path of [folder.path, join(folder.path, 'missing'), file]) expect(await createFileStore(path).latest('full')).toBeNull();
});

test('a report is found behind hundreds of damaged ones, and of the other mode', async () => {
  using folder = temporaryFolder();
  const store = createFileStore(folder.path);
  await store.save(reportSample({ timestamp: BEFORE }));
  const corrupt = (count: number) => {
    for (let number = 1; number <= count; number += 1) writeFileSync(join(folder.path, `audit_2026-03-01_0000_${number}.json`), 'corrupt');
  };
  corrupt(450);
  expect((await store.latest('full'))?.timestamp).toBe(BEFORE);
  expect(await store.latest('quick')).toBeNull();
});
