import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { command } from '../../skill/probes/command.ts';
import { lmstudio } from '../../skill/probes/lmstudio.ts';
import { codeOf, figure, gatherAll, gatherInChild, LATE_MS, nodeAt, realHost, timed } from '../support/gathering.ts';
import { pouring, silent, startHostile } from '../support/hostile-server.ts';
import { marked, marker } from '../support/marked.ts';

const STOP_MS = 200;
/** What a busy machine takes to end a process that has nothing left to do. */
const GONE_MS = 600;
const deaf = (id: string, mark: string) => ({
  id,
  kind: 'command',
  command: ['/bin/sh', '-c', 'trap "" TERM HUP INT; setsid sleep 60 & while :; do sleep 0.05; done', mark],
  budgetMs: 30_000,
});

/** Fifty silent nodes and five deaf programs. */
async function hungCluster() {
  const mark = marker();
  const server = await startHostile(silent);
  const nodes = Array.from({ length: 50 }, (_, index) => nodeAt(server.url, `M${index}`, 30_000));
  const programs = Array.from({ length: 5 }, (_, index) => deaf(`C${index}`, mark));
  return { mark, server, targets: [...nodes, ...programs] };
}

test('the caller’s abort ends everything at once, with its reason', async () => {
  const { mark, server, targets } = await hungCluster();
  const cancel = new AbortController();
  const host = realHost();
  const gathering = gatherAll(targets, [lmstudio, command], { host, signal: cancel.signal, deadlineMs: 60_000 });
  gathering.catch(() => {});
  await expect.poll(() => [server.open(), marked(mark).length >= 5], { timeout: 2_000 }).toEqual([50, true]);
  const reason = new Error('stop');
  const { ms } = await timed(async () => {
    cancel.abort(reason);
    await expect(gathering).rejects.toBe(reason);
  });
  figure(`abort of 50 reads and 5 children | ${Math.round(ms)} ms`);
  expect(ms).toBeLessThan(STOP_MS);
  await expect.poll(() => [server.open(), marked(mark)], { timeout: 200, interval: 10 }).toEqual([0, []]);
});

test('a process that was told to stop ends by itself, with no handle left', async () => {
  const { mark, server, targets } = await hungCluster();
  const { rejected, ms, exitMs, exitCode, stderr } = await gatherInChild({
    targets,
    mode: 'full',
    deadlineMs: 60_000,
    abortAfterMs: 2_000,
  });
  figure(`abort in a process of its own | ${Math.round(ms)} ms, gone after ${exitMs} ms more`);
  expect([rejected, exitCode, stderr]).toEqual(['Error: stop', 0, '']);
  expect(server.requests.length).toBeGreaterThanOrEqual(50);
  expect(ms).toBeLessThan(STOP_MS);
  expect(exitMs).toBeLessThan(GONE_MS);
  expect([server.open(), marked(mark)]).toEqual([0, []]);
});

test('a process that leaves at once leaves nobody', async () => {
  const { mark, targets } = await hungCluster();
  const { exitMs } = await gatherInChild({ targets, mode: 'full', deadlineMs: 60_000, abortAfterMs: 2_000, leave: 'exit' });
  expect(exitMs).toBeLessThan(GONE_MS);
  await expect.poll(() => marked(mark), { timeout: 200, interval: 10 }).toEqual([]);
});

test('a signal that has already aborted asks nobody', async () => {
  const server = await startHostile(silent);
  await expect(gatherAll([nodeAt(server.url)], [lmstudio], { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  expect(server.requests).toEqual([]);
});

test.each([
  ['silence', silent],
  ['a body under way', pouring('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n', ' ', 20)],
] as const)('a request that is aborted amid %s closes its connection by itself', async (_, behave) => {
  const server = await startHostile(behave);
  const cancel = new AbortController();
  const asked = codeOf(realHost().request(server.url, {}, cancel.signal));
  await expect.poll(() => server.requests.length).toBe(1);
  await sleep(50);
  cancel.abort(new DOMException('enough', 'TimeoutError'));
  expect(await asked).toBe('timeout');
  await expect.poll(() => server.open(), { timeout: 200, interval: 5 }).toBe(0);
});

test('closing the host ends a request under way', async () => {
  const server = await startHostile(silent);
  const host = realHost();
  const asked = codeOf(host.request(server.url, {}, AbortSignal.timeout(5_000)));
  await expect.poll(() => server.requests.length).toBe(1);
  await host.close();
  expect(await asked).toBe('timeout');
  await expect.poll(() => server.open(), { timeout: 200, interval: 5 }).toBe(0);
});

test('deadlines come though the garbage collector is busy', async () => {
  const server = await startHostile(silent);
  const targets = Array.from({ length: 20 }, (_, index) => nodeAt(server.url, `M${index}`, 600));
  const collecting = `data:text/javascript,setInterval(() => globalThis.gc(), 25).unref()`;
  const { outcomes, ms } = await gatherInChild({ targets, deadlineMs: 5_000 }, { nodeOptions: ['--expose-gc', '--import', collecting] });
  expect(new Set(Object.values(outcomes ?? {}))).toEqual(new Set(['timeout']));
  expect(ms).toBeLessThan(600 + LATE_MS);
});
