import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openMemory } from '../../../skill/servers/web/memory.ts';
import { folder } from './serving.ts';

async function memoryIn(file: string, { most = 10_000, now = () => 1_000 }: { readonly most?: number; readonly now?: () => number } = {}) {
  const troubles: unknown[] = [];
  const memory = await openMemory({ file, value: z.number(), lifeMs: 100, most, now, onTrouble: (error) => troubles.push(error) });
  return { memory, troubles };
}

describe('a memory', () => {
  it('holds what it was told, for its time, here and after a restart', async () => {
    const file = join(await folder(), 'new', 'seen.jsonl');
    let at = 1_000;
    const first = await memoryIn(file, { now: () => at });
    await first.memory.set('a', 1);
    at = 1_050;
    await first.memory.set('b', 2);
    at = 1_099;
    const second = await memoryIn(file, { now: () => at });
    for (const { memory } of [first, second]) expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, 2, undefined]);
    at = 1_100;
    for (const { memory } of [first, second]) expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 2]);
    expect([first.troubles, second.troubles]).toEqual([[], []]);
  });

  it('holds so many and no more, the youngest', async () => {
    const { memory } = await memoryIn(join(await folder(), 'seen.jsonl'), { most: 3 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) await memory.set(key, 1);
    expect(['a', 'b', 'c', 'd'].map((key) => memory.get(key))).toEqual([1, undefined, 1, 1]);
  });

  it('keeps its file small', async () => {
    const file = join(await folder(), 'seen.jsonl');
    const { memory } = await memoryIn(file, { most: 10 });
    for (let key = 0; key < 3_000; key += 1) void memory.set(String(key), key);
    await memory.set('last', 1);
    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(2_200);
    expect((await memoryIn(file)).memory.get('last')).toBe(1);
  });

  it('survives what others wrote in its file', async () => {
    const file = join(await folder(), 'seen.jsonl');
    await writeFile(file, '[]\n{"at":"x","key":"a","value":1}\n\0\n{"at":1000,"key":"b","value":2}\n{"at":1000,"key":"c","val');
    const { memory } = await memoryIn(file);
    await memory.set('d', 4);
    const { memory: later } = await memoryIn(file);
    expect(['a', 'b', 'c', 'd'].map((key) => later.get(key))).toEqual([undefined, 2, undefined, 4]);
  });

  it('writes on when its folder was cleared away', async () => {
    const file = join(await folder(), 'server', 'seen.jsonl');
    const { memory, troubles } = await memoryIn(file);
    await memory.set('a', 1);
    await rm(join(file, '..'), { recursive: true });
    await memory.set('b', 2);
    expect([troubles, (await memoryIn(file)).memory.get('b')]).toEqual([[], 2]);
  });

  it('without a place to write remembers until its end', async () => {
    const place = await folder();
    await writeFile(join(place, 'file'), '');
    const { memory, troubles } = await memoryIn(join(place, 'file', 'seen.jsonl'));
    await memory.set('a', 1);
    expect([memory.get('a'), troubles.length > 0]).toEqual([1, true]);
  });
});
