import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { streamOf } from '../../../skill/conversation/event-stream.ts';

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const events: T[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

const patience = () => AbortSignal.timeout(10_000);

test('events come in the order they were made, those of the last moment too', async () => {
  const work = async (emit: (event: number) => void) => {
    emit(1);
    await sleep(5);
    emit(2);
    emit(3);
    await sleep(5);
    emit(4);
  };
  expect(await all(streamOf(work, patience()))).toEqual([1, 2, 3, 4]);
});

test('a slow reader misses nothing', async () => {
  const work = async (emit: (event: number) => void) => {
    for (let count = 0; count < 5; count += 1) emit(count);
  };
  const seen: number[] = [];
  for await (const event of streamOf(work, patience())) {
    await sleep(5);
    seen.push(event);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});

test('an abort is thrown at once, however deaf the work is', async () => {
  const leaving = new AbortController();
  const reading = all(streamOf(() => sleep(3_000), leaving.signal));
  await sleep(20);
  const startedAt = performance.now();
  leaving.abort(new Error('gone'));
  await expect(reading).rejects.toThrow('gone');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('a reader that turns away aborts the work', async () => {
  let reason: unknown = null;
  const work = async (emit: (event: number) => void, signal: AbortSignal) => {
    signal.addEventListener('abort', () => {
      reason = signal.reason;
    });
    emit(1);
    await sleep(10_000, null, { signal });
  };
  for await (const _ of streamOf(work, patience())) break;
  expect(reason).toMatchObject({ name: 'AbortError' });
});

test('what breaks the work is thrown after its events', async () => {
  const seen: number[] = [];
  const reading = async () => {
    const work = async (emit: (event: number) => void) => {
      emit(1);
      throw new Error('broken');
    };
    for await (const event of streamOf(work, patience())) seen.push(event);
  };
  await expect(reading()).rejects.toThrow('broken');
  expect(seen).toEqual([1]);
});
