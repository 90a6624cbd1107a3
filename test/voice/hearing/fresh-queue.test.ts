import { setImmediate as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFreshQueue } from '../../../skill/voice/hearing/fresh-queue.ts';

async function rest<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('what is taken in time is not lost, and comes in its order', async () => {
  const queue = createFreshQueue<number>(() => 2);
  const taken = rest(queue.items);
  for (let item = 0; item < 50; item += 1) {
    queue.push(item);
    await later();
  }
  queue.end();
  expect(await taken).toEqual(Array.from({ length: 50 }, (_, index) => index));
  expect(queue.lost()).toBe(0);
});

test('a slow reader loses what is oldest, and knows how much', async () => {
  const queue = createFreshQueue<number>(() => 3);
  for (let item = 0; item < 10; item += 1) queue.push(item);
  queue.end();
  expect(await rest(queue.items)).toEqual([7, 8, 9]);
  expect(queue.lost()).toBe(7);
});

test('many of one kind push out none of another', async () => {
  const queue = createFreshQueue<string>((item) => (item.startsWith('frame') ? 2 : 3));
  for (const item of ['speech', 'frame 1', 'frame 2', 'frame 3', 'end', 'frame 4']) queue.push(item);
  queue.end();
  expect(await rest(queue.items)).toEqual(['speech', 'frame 3', 'end', 'frame 4']);
});

test('a failure is told after what was there before it', async () => {
  const queue = createFreshQueue<number>(() => 9);
  queue.push(1);
  queue.end({ error: new Error('gone') });
  expect(await queue.items.next()).toEqual({ value: 1, done: false });
  await expect(queue.items.next()).rejects.toThrow('gone');
});
