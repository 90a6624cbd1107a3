import { spawn } from 'node:child_process';
import { connect as openSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { codeOf, figure, gatherInChild, LATE_MS, nodeAt, realHost, timed } from '../support/gathering.ts';

/** A listener whose queue is full: the kernel lets a new connection neither in nor down. */
async function fullBacklog(): Promise<number> {
  const script =
    "const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))";
  const child = spawn(process.execPath, ['--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (line) => resolve(Number(line))));
  child.kill('SIGSTOP');
  for (let index = 0; index < 8; index += 1) {
    const socket = openSocket(port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => {
      socket.destroy();
    });
  }
  await sleep(100);
  return port;
}

test('a listener with a full queue is a timeout, by request and by connection', async () => {
  const port = await fullBacklog();
  const host = realHost();
  const before = sockets();
  const { value, ms } = await timed(() =>
    Promise.all([
      codeOf(host.request(`http://127.0.0.1:${port}/`, {}, AbortSignal.timeout(600))),
      codeOf(host.connect('127.0.0.1', port, AbortSignal.timeout(600))),
    ]),
  );
  figure(`backlog full | ${value} | ${Math.round(ms)} ms`);
  expect(value).toEqual(['timeout', 'timeout']);
  expect(ms).toBeLessThan(600 + LATE_MS);
  await expect.poll(sockets, { timeout: 200 }).toBe(before);
});

test('closing the host ends what is still connecting', async () => {
  const port = await fullBacklog();
  const host = realHost();
  const asked = codeOf(host.request(`http://127.0.0.1:${port}/`, {}, AbortSignal.timeout(5_000)));
  await sleep(50);
  const { value, ms } = await timed(async () => {
    await host.close();
    return asked;
  });
  expect(value).toBe('timeout');
  expect(ms).toBeLessThan(LATE_MS);
});

/** Sockets of this process, those still connecting too. */
const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

test('a connection that never came about does not hold the process once the host is closed', async () => {
  const url = `http://127.0.0.1:${await fullBacklog()}`;
  const { outcomes, exitMs, exitCode } = await gatherInChild({ targets: [nodeAt(url, 'M1', 500)], deadlineMs: 5_000 });
  figure(`exit with a half-open connection | ${exitMs} ms`);
  expect([outcomes, exitCode]).toEqual([{ M1: 'timeout' }, 0]);
  expect(exitMs).toBeLessThan(LATE_MS);
}, 15_000);
