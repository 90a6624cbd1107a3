import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { closing, conversing, ending, heard, lmStudio, only } from '../support/conversing.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';

const LIST = '/api/v1/models';

function reads(node: { readonly requests: readonly { readonly url: string }[] }): number {
  return node.requests.filter(({ url }) => url === LIST).length;
}

test('two hundred at once are one audit with two hundred answers', async () => {
  await using node = closing(await startLmStudio({ delayMs: 100 }));
  await using place = conversing([lmStudio('M1', node.url)]);
  const all = await Promise.all(Array.from({ length: 200 }, () => heard(place.skill, { intent: 'cluster_status' })));
  expect(reads(node)).toBe(1);
  expect(new Set(all.map((events) => ending(events).text)).size).toBe(1);
  expect(new Set(all.map((events) => only(events, 'report')[0]?.id)).size).toBe(1);
  expect((await place.skill.reports({ limit: 10 })).reports).toHaveLength(1);
});

test('two full audits at once are one, two in a row are two', async () => {
  await using node = closing(await startLmStudio({ delayMs: 50 }));
  await using place = conversing([lmStudio('M1', node.url)]);
  const both = await Promise.all([heard(place.skill, { intent: 'audit_full' }), heard(place.skill, { intent: 'audit_full' })]);
  const [one, other] = both.map((events) => only(events, 'report')[0]);
  expect(one).toEqual(other);
  expect(only(await heard(place.skill, { intent: 'audit_full' }), 'report')[0]?.id).not.toBe(one?.id);
  expect((await place.skill.reports({ limit: 10 })).reports).toHaveLength(2);
});

test('a quick and a full audit are not one', async () => {
  await using node = closing(await startLmStudio({ delayMs: 50 }));
  await using place = conversing([lmStudio('M1', node.url)]);
  const [quick, full] = await Promise.all([heard(place.skill, { intent: 'cluster_status' }), heard(place.skill, { intent: 'audit_full' })]);
  expect(only(quick, 'report')[0]?.id).not.toBe(only(full, 'report')[0]?.id);
});

test('quick readings are used again for five seconds, and told their age', async () => {
  await using node = closing(await startLmStudio());
  await using place = conversing([lmStudio('M1', node.url)]);
  const first = ending(await heard(place.skill, { intent: 'cluster_status' }));
  place.time.pass(3_500);
  const again = ending(await heard(place.skill, { intent: 'cluster_status' }));
  expect(reads(node)).toBe(1);
  expect(first.text).not.toContain("Relevé d'il y a");
  expect(again.text).toContain("Relevé d'il y a 3 secondes");
  place.time.pass(2_000);
  await heard(place.skill, { intent: 'cluster_status' });
  expect(reads(node)).toBe(2);
});

test('a clock that is set back does not make old readings fresh', async () => {
  await using node = closing(await startLmStudio());
  await using place = conversing([lmStudio('M1', node.url)]);
  await heard(place.skill, { intent: 'cluster_status' });
  place.time.pass(60_000);
  place.time.set(-60_000);
  await heard(place.skill, { intent: 'cluster_status' });
  expect(reads(node)).toBe(2);
});

test("one caller's abort is thrown at once and leaves the other its audit", async () => {
  await using node = closing(await startLmStudio({ delaysMs: { '/api/v1/models': 2_000 } }));
  await using place = conversing([lmStudio('M1', node.url)]);
  const leaving = new AbortController();
  const left = heard(place.skill, { intent: 'audit_full' }, leaving.signal);
  const stays = heard(place.skill, { intent: 'audit_full' });
  await sleep(150);
  const startedAt = performance.now();
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(ending(await stays).type).toBe('done');
  expect((await place.skill.reports({ limit: 10 })).reports).toHaveLength(1);
});

test("the last caller's abort ends the audit: its socket closes, nothing is saved, and the next one starts anew", async () => {
  const sockets = new Set<unknown>();
  const hung = createServer((socket) => {
    sockets.add(socket);
    socket
      .on('close', () => sockets.delete(socket))
      .on('error', () => {})
      .resume();
  });
  await new Promise<void>((resolve) => hung.listen(0, '127.0.0.1', resolve));
  const { port } = hung.address() as { port: number };
  await using place = conversing([lmStudio('M1', `http://127.0.0.1:${port}`)]);
  const leaving = new AbortController();
  const both = [1, 2].map(() => heard(place.skill, { intent: 'audit_full' }, leaving.signal));
  await expect.poll(() => sockets.size, { timeout: 5_000 }).toBeGreaterThan(0);
  leaving.abort(new Error('gone'));
  const ends = await Promise.allSettled(both);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect.poll(() => sockets.size, { timeout: 5_000 }).toBe(0);
  const again = new AbortController();
  const next = heard(place.skill, { intent: 'audit_full' }, again.signal);
  await expect.poll(() => sockets.size, { timeout: 5_000 }).toBeGreaterThan(0);
  again.abort();
  await expect(next).rejects.toThrow();
  expect((await place.skill.reports({ limit: 10 })).reports).toHaveLength(0);
  hung.close();
});

test('a reader that turns away leaves the audit, as an abort does', async () => {
  await using node = closing(await startLmStudio({ delayMs: 5_000 }));
  await using place = conversing([lmStudio('M1', node.url)]);
  for await (const event of place.skill.handle({ intent: 'audit_full' }, AbortSignal.timeout(20_000))) if (event.type === 'speech') break;
  const startedAt = performance.now();
  await place.skill.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('closing ends what is under way, in words, and refuses what comes after', async () => {
  await using node = closing(await startLmStudio({ delayMs: 10_000 }));
  await using place = conversing([lmStudio('M1', node.url)]);
  const cut = heard(place.skill, { intent: 'audit_full' });
  await expect.poll(() => node.requests.length, { timeout: 5_000 }).toBe(1);
  await place.skill.close();
  expect(ending(await cut)).toMatchObject({ type: 'failed', code: 'aborted' });
  expect(ending(await heard(place.skill, { intent: 'audit_full' }))).toMatchObject({ type: 'failed', code: 'failed' });
});
