import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFileStore } from '../../../skill/history/files.ts';
import { createBook } from '../../../skill/schedules/book.ts';
import { createScheduler } from '../../../skill/schedules/scheduler.ts';
import { closing, conversing, ending, heard, lmStudio } from '../../support/conversing.ts';
import { temporaryFolder } from '../../support/fake-program.ts';
import { startLmStudio } from '../../support/lmstudio-server.ts';

const HOUR = 3_600_000;
const quick = { id: 'a', mode: 'quick', locale: 'fr', slots: { mode: 'quick', in: 'PT1S' }, plan: null } as const;

/** Starts what runs planned audits; what it announces, and its end. */
function running(place: ReturnType<typeof conversing>) {
  const stop = new AbortController();
  const announced: string[] = [];
  const over = place.skill.schedules.start((text) => void announced.push(text), stop.signal);
  return {
    announced,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await over;
    },
  };
}

const reportsOf = async (place: ReturnType<typeof conversing>) => (await place.skill.reports({ limit: 50 })).reports;

test('an audit that is planned by a sentence runs by itself, and what is not well is announced', async () => {
  await using place = conversing([lmStudio('M1', 'http://127.0.0.1:9')]);
  await using runner = running(place);
  expect(ending(await heard(place.skill, { intent: 'schedule', slots: { mode: 'quick', in: 'PT1S' } })).text).toContain('une seconde');
  expect(await place.skill.schedules.list()).toHaveLength(1);
  await expect.poll(() => runner.announced.length, { timeout: 10_000 }).toBe(1);
  expect(runner.announced[0]).toMatch(/prévu.*ne répond pas/);
  expect(runner.announced[0]?.length).toBeLessThanOrEqual(300);
  await expect.poll(async () => (await reportsOf(place)).map(({ mode }) => mode), { timeout: 5_000 }).toEqual(['quick']);
  expect(await place.skill.schedules.list()).toEqual([]);
});

test.each([
  ['that was heard is what « pourquoi ? » is about', true, 'done'],
  ['that nobody heard begins no conversation', false, 'failed'],
])('an announcement %s', async (_, wasHeard, ends) => {
  await using place = conversing([lmStudio('M1', 'http://127.0.0.1:9')]);
  const stop = new AbortController();
  let announced = '';
  const over = place.skill.schedules.start((text) => {
    announced = text;
    return Promise.resolve(wasHeard);
  }, stop.signal);
  await heard(place.skill, { intent: 'schedule', slots: { mode: 'quick', in: 'PT1S' } });
  await expect.poll(() => announced, { timeout: 10_000 }).not.toBe('');
  await sleep(100);
  expect(ending(await heard(place.skill, { utterance: 'pourquoi ?', channel: 'voice' })).type).toBe(ends);
  stop.abort();
  await over;
});

test('only a change is announced', async () => {
  const first = await startLmStudio();
  const { port } = first;
  await using place = conversing([lmStudio('M1', first.url)]);
  await heard(place.skill, { intent: 'cluster_status' });
  place.time.pass(60_000);
  await using runner = running(place);
  await createBook(place.out).add({ ...quick, nextAt: Date.now() + 60_000 });
  await heard(place.skill, { intent: 'schedule', slots: { mode: 'quick', in: 'PT1S' } });
  await expect.poll(async () => (await reportsOf(place)).length, { timeout: 10_000 }).toBe(2);
  await sleep(200);
  expect(runner.announced).toEqual([]);
  await first.close();
  place.time.pass(60_000);
  await heard(place.skill, { intent: 'schedule', slots: { mode: 'quick', in: 'PT1S' } });
  await expect.poll(() => runner.announced.length, { timeout: 10_000 }).toBe(1);
  await using _ = closing(await startLmStudio({ port }));
  place.time.pass(60_000);
  await heard(place.skill, { intent: 'schedule', slots: { mode: 'quick', in: 'PT1S' } });
  await expect.poll(() => runner.announced.length, { timeout: 10_000 }).toBe(2);
});

test.each([
  ['fifty minutes ago is made up', 50 / 60, 1],
  ['two hours ago is skipped, and said in the log', 2, 0],
])('what was missed %s', async (_, hoursAgo, runs) => {
  using folder = temporaryFolder();
  await createBook(folder.path).add({ ...quick, nextAt: Date.now() - hoursAgo * HOUR });
  await using place = conversing([lmStudio('M1', 'http://127.0.0.1:9')], { out: folder.path });
  await using _runner = running(place);
  await expect.poll(() => place.skill.schedules.list(), { timeout: 10_000 }).toEqual([]);
  await sleep(300);
  expect(await reportsOf(place)).toHaveLength(runs);
  expect(place.log).toEqual(runs === 1 ? [] : [expect.stringMatching(/^the quick audit planned for .* was missed$/)]);
});

test('several missed ones of a mode are made up by one audit', async () => {
  using folder = temporaryFolder();
  const book = createBook(folder.path);
  for (const id of ['a', 'b', 'c']) await book.add({ ...quick, id, nextAt: Date.now() - 1_000 });
  await using place = conversing([lmStudio('M1', 'http://127.0.0.1:9')], { out: folder.path });
  await using runner = running(place);
  await expect.poll(() => runner.announced.length, { timeout: 10_000 }).toBe(1);
  await sleep(300);
  expect(await reportsOf(place)).toHaveLength(1);
});

test('of two processes one runs each audit', { timeout: 60_000 }, async () => {
  using folder = temporaryFolder();
  const program = join(import.meta.dirname, '../../support/schedule-loop.ts');
  const startAt = Date.now() + 4_000;
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const book = createBook(folder.path);
  for (const [index, id] of ids.entries()) await book.add({ ...quick, mode: 'full', id, nextAt: startAt + index * 900 });
  await using node = closing(await startLmStudio());
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  const children = [1, 2].map(() => spawn(process.execPath, [program, folder.path, node.url, '10000'], { stdio: [...stdio] }));
  await Promise.all(children.map((child) => once(child, 'close')));
  expect(await book.read()).toEqual([]);
  const { reports } = await createFileStore(folder.path).list({ limit: 50 });
  // on a machine that is late two of them may be one audit
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.length).toBeLessThanOrEqual(ids.length);
});

test('a book that cannot be written runs nothing, and is said once', async () => {
  using folder = temporaryFolder();
  const book = createBook(folder.path);
  await book.add({ ...quick, nextAt: Date.now() - 1_000 });
  const log: string[] = [];
  const never = () => Promise.reject(new Error('nothing was to run'));
  const scheduler = createScheduler({
    book: { ...book, change: () => Promise.reject(new Error('ENOSPC: no space left on device')) },
    flights: { board: never, fresh: () => null, close: never },
    sessions: { read: never, write: never },
    reports: { keep: () => {}, find: never, newest: never, atHand: () => null },
    clock: () => new Date(),
    log: (line) => log.push(line),
  });
  const stop = new AbortController();
  const over = scheduler.start(() => {}, stop.signal);
  await sleep(100);
  scheduler.wake();
  await sleep(100);
  stop.abort();
  await over;
  expect(log).toEqual(['planned audits cannot be claimed: ENOSPC: no space left on device']);
});
