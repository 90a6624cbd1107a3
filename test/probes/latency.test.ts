import { expect, test } from 'vitest';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';
import { startServer } from '../support/node-server.ts';
import { during, readNode } from '../support/read-node.ts';

const LIST = { models: [{ type: 'llm', key: 'a', loaded_instances: [] }] };

/** Answers its list after these milliseconds, one after the other. */
const answeringAfter = (...delaysMs: number[]) =>
  during(
    startServer(async () => {
      await new Promise((resolve) => setTimeout(resolve, delaysMs.shift() ?? 0));
      return { body: LIST };
    }),
  );

test('a slow first answer is asked once more, and the quicker one counts', async () => {
  const server = await answeringAfter(700, 0);
  const { latencyMs } = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(latencyMs).toBeLessThan(700);
  expect(server.requests).toHaveLength(2);
});

test('a node that is slow twice is slow', async () => {
  const server = await answeringAfter(600, 900);
  const { latencyMs } = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(latencyMs).toBeGreaterThanOrEqual(590);
});

test('a slow answer near the deadline is kept, not risked', async () => {
  const server = await answeringAfter(600, 5_000);
  const { latencyMs } = await readNode(lmstudio, { url: server.url, timeoutMs: 1_200 }, { mode: 'quick' });
  expect(latencyMs).toBeGreaterThanOrEqual(590);
  expect(server.requests).toHaveLength(1);
});

test('a second answer that is refused leaves the first', async () => {
  let asked = 0;
  const server = await during(
    startServer(async () => {
      asked += 1;
      if (asked === 1) await new Promise((resolve) => setTimeout(resolve, 600));
      return asked === 1 ? { body: LIST } : { status: 429, body: {} };
    }),
  );
  const { latencyMs } = await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  expect(latencyMs).toBeGreaterThanOrEqual(590);
});

test('a quick answer is asked once', async () => {
  const server = await during(startLmStudio());
  await readNode(lmstudio, { url: server.url }, { mode: 'quick' });
  await expect.poll(() => server.requests.length).toBe(1);
});
