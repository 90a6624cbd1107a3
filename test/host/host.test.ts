import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseGetent } from '../../skill/host/resolver.ts';
import { startEager } from '../support/eager-server.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { codeOf, realHost, timed } from '../support/gathering.ts';
import { answering, startHostile } from '../support/hostile-server.ts';

const soon = () => AbortSignal.timeout(500);

test('a file is read whole up to 2 MiB, no further', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'file');
  writeFileSync(path, 'é'.repeat(2 ** 20));
  expect(await realHost().read(path, soon())).toHaveLength(2 ** 20);
  truncateSync(path, 2 ** 21 + 1);
  expect(await codeOf(realHost().read(path, soon()))).toBe('too-large');
});

test('a file of /proc, which says that it is empty, is read', async () => {
  expect(await realHost().read('/proc/self/status', soon())).toContain('VmRSS');
});

test('what is no file is refused instead of waited for', async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  execFileSync('mkfifo', [at('fifo')]);
  mkdirSync(at('folder'));
  const codes = ['fifo', 'folder', 'absent', 'fifo/inside'].map((name) => codeOf(realHost().read(at(name), soon())));
  const { value, ms } = await timed(() => Promise.all([...codes, codeOf(realHost().read('/dev/zero', soon()))]));
  expect(value).toEqual(['malformed', 'malformed', 'not-found', 'not-found', 'malformed']);
  expect(ms).toBeLessThan(250);
});

test('a file system tells its space; an absent one is not found', async () => {
  const { totalBytes, availableBytes, freeBytes } = await realHost().statfs('/', soon());
  expect(totalBytes).toBeGreaterThan(0);
  expect(availableBytes).toBeLessThanOrEqual(freeBytes);
  expect(await codeOf(realHost().statfs('/nonexistent', soon()))).toBe('not-found');
});

test('a connection tells whether it was closed at once', async () => {
  const polite = await startHostile(answering('{}'));
  const port = await startEager((socket: Socket) => socket.end());
  expect(await realHost().connect('127.0.0.1', polite.port, soon())).toMatchObject({ closedAtOnce: false });
  expect(await realHost().connect('127.0.0.1', port, soon())).toMatchObject({ closedAtOnce: false });
  expect(await codeOf(realHost().connect('127.0.0.1', 1, soon()))).toBe('refused');
  expect(await codeOf(realHost().connect('nope.invalid', 80, soon()))).toBe('dns');
});

test('every method refuses a signal that has already aborted, with a closed code', async () => {
  const host = realHost();
  const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
  const tried = [
    host.run(['/bin/true'], {}, late),
    host.converse(['/bin/cat'], {}, () => Promise.resolve(), late),
    host.request('http://127.0.0.1:1/', {}, late),
    host.connect('127.0.0.1', 1, late),
    host.resolve('localhost', late),
    host.read('/proc/self/status', late),
    host.statfs('/', late),
    host.list('/', {}, late),
  ];
  expect(await Promise.all(tried.map(codeOf))).toEqual(tried.map(() => 'timeout'));
});

test('addresses and names are resolved', async () => {
  const host = realHost();
  expect(await host.resolve('127.0.0.1', soon())).toEqual(['127.0.0.1']);
  expect(await host.resolve('::1', soon())).toEqual(['::1']);
  expect(await host.resolve('localhost', soon())).toEqual(expect.arrayContaining([expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]));
  expect(await codeOf(host.resolve('nope.invalid', AbortSignal.timeout(2_000)))).toBe('dns');
});

test('the answer of getent is a list of addresses, each once', () => {
  const stdout = '192.168.1.26    STREAM m1.lan\n192.168.1.26    DGRAM  \nfe80::1%eth0    STREAM \nnonsense\n\n';
  expect(parseGetent(stdout)).toEqual([
    { address: '192.168.1.26', family: 4 },
    { address: 'fe80::1%eth0', family: 6 },
  ]);
  expect(parseGetent('')).toEqual([]);
});
