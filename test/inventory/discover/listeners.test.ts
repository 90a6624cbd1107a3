import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recognise, seeListeners } from '../../../skill/inventory/discover/listeners.ts';
import type { Listener } from '../../../skill/probes/ports.ts';
import { realHost } from '../../support/gathering.ts';
import { startLmStudio } from '../../support/lmstudio-server.ts';
import { startServer } from '../../support/node-server.ts';
import { startOllama } from '../../support/ollama-server.ts';

const soon = () => AbortSignal.timeout(10_000);
const listener = (port: number, fields: Partial<Listener> = {}): Listener => ({
  port,
  protocol: 'tcp',
  address: '127.0.0.1',
  scope: 'loopback',
  process: null,
  pid: null,
  ...fields,
});
const look = (listeners: readonly Listener[], isOpen = true) => recognise(listeners, isOpen, realHost(), soon());

async function ollama() {
  const node = await startOllama({});
  onTestFinished(() => node.close());
  return node;
}

async function nobody() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('what listens', () => {
  test('becomes a target under the address by which this machine reaches it', async () => {
    const { port } = await ollama();
    const everywhere = [
      listener(port, { address: '0.0.0.0', scope: 'all', process: 'ollama' }),
      listener(port, { address: '::', scope: 'all' }),
    ];
    const { sightings, ports } = await look(everywhere);
    expect(sightings).toMatchObject([{ id: 'ollama', kind: 'ollama', fields: { url: `http://127.0.0.1:${port}` } }]);
    expect(ports).toMatchObject([{ port, addresses: ['0.0.0.0', '::'], process: 'ollama', product: 'Ollama' }]);
  });

  test('bound to every IPv6 address is reached by IPv4 where that is taken too, else by IPv6', async () => {
    const { port } = await ollama();
    const bound = [listener(port, { address: '::', scope: 'all' })];
    expect((await look(bound)).sightings).toMatchObject([{ fields: { url: `http://127.0.0.1:${port}` } }]);
    const six = await startOllama({ host: '::1' });
    onTestFinished(() => six.close());
    const only = [listener(six.port, { address: '::', scope: 'all' })];
    expect((await look(only)).sightings).toMatchObject([{ fields: { url: `http://[::1]:${six.port}` } }]);
  });

  test('bound to several addresses under one port is several things', async () => {
    const { port } = await ollama();
    const other = await startLmStudio({ host: '127.0.0.2', port });
    onTestFinished(() => other.close());
    const { sightings, ports } = await look([listener(port), listener(port, { address: '127.0.0.2' })]);
    expect(sightings.map(({ kind, fields }) => [kind, fields['url']])).toEqual([
      ['ollama', `http://127.0.0.1:${port}`],
      ['lmstudio', `http://127.0.0.2:${port}`],
    ]);
    expect(ports).toMatchObject([{ addresses: ['127.0.0.1', '127.0.0.2'], product: 'Ollama' }]);
  });

  test('is listed though nobody recognised it', async () => {
    const server = await startServer(() => ({ body: 'hello' }));
    onTestFinished(() => server.close());
    const { sightings, ports } = await look([listener(server.port, { process: 'python3' })]);
    expect(sightings).toEqual([]);
    expect(ports).toEqual([{ port: server.port, addresses: ['127.0.0.1'], process: 'python3', product: null, version: null }]);
  });

  test.each(['sshd', 'systemd-resolve', 'cupsd'])('is not bothered where its name is known: %s', async (process) => {
    const server = await startServer(() => ({ body: 'hello' }));
    onTestFinished(() => server.close());
    const { ports } = await look([listener(server.port, { process })]);
    expect(ports).toMatchObject([{ process, product: null }]);
    expect(server.requests).toEqual([]);
  });

  test('is left out where its port was only guessed and nobody answers', async () => {
    const port = await nobody();
    expect(await look([listener(port)], false)).toEqual({ ports: [], sightings: [] });
    expect((await look([listener(port)], true)).ports).toHaveLength(1);
  });

  test('costs one socket’s time, however many are silent', async () => {
    const servers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const server = createServer((socket) => socket.on('error', () => {}));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        onTestFinished(() => void server.close());
        const address = server.address();
        return listener(typeof address === 'object' ? (address?.port ?? 0) : 0);
      }),
    );
    const startedAt = performance.now();
    expect((await look(servers)).ports).toHaveLength(12);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  test('is listed however many there are, though only some are asked', async () => {
    const mute = {
      ...realHost(),
      request: () => Promise.reject(new Error('nobody there')),
      talk: () => Promise.reject(new Error('nobody there')),
    };
    const many = Array.from({ length: 500 }, (_, index) => listener(20_000 + index, { process: 'python3' }));
    const { ports } = await recognise(many, true, mute, soon());
    expect(ports.map(({ port }) => port)).toEqual(many.map(({ port }) => port));
    expect((await recognise(many, false, mute, soon())).ports).toEqual([]);
  });

  test('is not asked any more once the caller gives up', async () => {
    const server = await startServer(() => new Promise(() => {}));
    onTestFinished(() => server.close());
    await expect(recognise([listener(server.port)], true, realHost(), AbortSignal.timeout(50))).rejects.toThrow();
  });

  test('where it cannot be listed, the usual ports are tried, and the reason is kept', async () => {
    const real = realHost();
    const asked: string[] = [];
    const blind = {
      ...real,
      platform: 'aix' as const,
      request: (url: string) => Promise.reject(new Error(`nobody there: ${asked.push(url)}`)),
      talk: () => Promise.reject(new Error('nobody there')),
    };
    const { ports, missing } = await seeListeners(blind, soon());
    expect(ports).toEqual([]);
    expect(missing).toContain('aix');
    expect(asked).toEqual(expect.arrayContaining(['http://127.0.0.1:1234/api/v1/models', 'http://127.0.0.1:11434/api/tags']));
  });
});
