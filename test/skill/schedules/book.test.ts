import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createBook, type Schedule } from '../../../skill/schedules/book.ts';
import { temporaryFolder } from '../../support/fake-program.ts';

const schedule: Schedule = {
  id: 'a',
  mode: 'full',
  locale: 'fr',
  slots: { every: 'day', at: '08:00' },
  plan: { pattern: '0 8 * * *', times: 1 },
  nextAt: Date.now() + 3_600_000,
};
const entry = (id: number): Schedule => ({ ...schedule, id: String(id) });

test('what is added is there for the next process, and for its owner alone', async () => {
  using place = temporaryFolder();
  expect(await createBook(place.path).add(schedule)).toBe(true);
  expect(await createBook(place.path).read()).toEqual([schedule]);
  expect(statSync(join(place.path, 'schedules.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(place.path)).toEqual(['schedules.json']);
});

test('the fifty-first is refused', async () => {
  using place = temporaryFolder();
  const book = createBook(place.path);
  const added = [];
  for (let id = 0; id < 51; id += 1) added.push(await book.add(entry(id)));
  expect(added.filter(Boolean)).toHaveLength(50);
  expect(added.at(-1)).toBe(false);
  expect(await book.read()).toHaveLength(50);
});

test.each([
  ['torn', '{"schema":"jarvis-sch'],
  ['of another program', '{"schedules":[]}'],
  ['endless', JSON.stringify({ schema: 'jarvis-schedules/1', schedules: [], pad: 'x'.repeat(300_000) })],
])('a book that is %s is empty, and can be written again', async (_, text) => {
  using place = temporaryFolder();
  writeFileSync(join(place.path, 'schedules.json'), text);
  const book = createBook(place.path);
  expect(await book.read()).toEqual([]);
  await book.add(schedule);
  expect(await book.read()).toEqual([schedule]);
  const [aside = ''] = readdirSync(place.path).filter((name) => name.startsWith('schedules.json.damaged-'));
  expect(readFileSync(join(place.path, aside), 'utf8')).toBe(text);
});

test('a book that is whole is not put aside', async () => {
  using place = temporaryFolder();
  const book = createBook(place.path);
  await book.add(schedule);
  await book.add(entry(2));
  expect(readdirSync(place.path)).toEqual(['schedules.json']);
});

test('a damaged entry costs no other', async () => {
  using place = temporaryFolder();
  const bad = [{ ...schedule, plan: { pattern: 'x'.repeat(100), times: 1 } }, { ...schedule, mode: 'deep' }, null, { id: 'x' }];
  writeFileSync(join(place.path, 'schedules.json'), JSON.stringify({ schema: 'jarvis-schedules/1', schedules: [...bad, schedule] }));
  expect(await createBook(place.path).read()).toEqual([schedule]);
});

test('a pattern that is none costs no other', async () => {
  using place = temporaryFolder();
  const bad = { ...schedule, id: 'bad', plan: { pattern: 'every full moon', times: 1 } };
  writeFileSync(join(place.path, 'schedules.json'), JSON.stringify({ schema: 'jarvis-schedules/1', schedules: [bad, schedule] }));
  expect(await createBook(place.path).read()).toEqual([schedule]);
});

test('a lock that somebody died with is taken over, one that is held is waited for', async () => {
  using place = temporaryFolder();
  const lock = join(place.path, 'schedules.json.lock');
  writeFileSync(lock, '');
  const adding = createBook(place.path).add(schedule);
  expect(await Promise.race([adding, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits');
  const longAgo = Date.now() / 1_000 - 60;
  utimesSync(lock, longAgo, longAgo);
  expect(await adding).toBe(true);
  expect(existsSync(lock)).toBe(false);
});

test('a lock is given back when the work fails', async () => {
  using place = temporaryFolder();
  const book = createBook(place.path);
  await expect(
    book.change(() => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await book.add(schedule)).toBe(true);
});

test('three processes lose nothing that another wrote', { timeout: 60_000 }, async () => {
  using place = temporaryFolder();
  const program = join(import.meta.dirname, '../../support/book-loop.ts');
  await Promise.all(['a', 'b', 'c'].map((word) => promisify(execFile)(process.execPath, [program, place.path, word, '16'])));
  const ids = (await createBook(place.path).read()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(48);
  expect(JSON.parse(readFileSync(join(place.path, 'schedules.json'), 'utf8')).schedules).toHaveLength(48);
});
