import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-program.ts';
import { codeOf, realHost } from '../support/gathering.ts';

const soon = (ms = 2_000) => AbortSignal.timeout(ms);

async function answering(onConnection: (socket: Socket) => void, where: number | string = 0) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) =>
    server.listen(typeof where === 'string' ? { path: where } : { port: where, host: '127.0.0.1' }, resolve),
  );
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { port, [Symbol.asyncDispose]: async () => void server.close() };
}
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('what is sent arrives, and what comes back in pieces is put together', async () => {
  await using server = await answering((socket) =>
    socket.once('data', (said) => {
      socket.write(`+${said.toString().trim()}`);
      setTimeout(() => socket.write(' again'), 5);
    }),
  );
  expect(text(await realHost().talk({ host: '127.0.0.1', port: server.port }, 'PING\r\n', soon()))).toBe('+PING again');
});

test('a server that speaks first is listened to, and one that then resets has spoken', async () => {
  await using server = await answering((socket) => socket.write('-DENIED\r\n', () => setTimeout(() => socket.resetAndDestroy(), 5)));
  expect(text(await realHost().talk({ host: '127.0.0.1', port: server.port }, null, soon()))).toBe('-DENIED\r\n');
});

test('a Unix socket is talked to by its path', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 's.sock');
  await using _ = await answering((socket) => socket.end('hello'), path);
  expect(text(await realHost().talk({ path }, null, soon()))).toBe('hello');
});

test('who hangs up at once said nothing; who talks for ever is cut at 16 KiB', async () => {
  await using mute = await answering((socket) => socket.end());
  await using endless = await answering((socket) => {
    const more = (error?: Error | null) => void (error || socket.write('x'.repeat(8192), more));
    more();
  });
  expect(await realHost().talk({ host: '127.0.0.1', port: mute.port }, null, soon())).toHaveLength(0);
  expect(await realHost().talk({ host: '127.0.0.1', port: endless.port }, null, soon())).toHaveLength(16_384);
});

test('silence ends with the signal, and a closed port is refused', async () => {
  await using silent = await answering(() => {});
  expect(await codeOf(realHost().talk({ host: '127.0.0.1', port: silent.port }, 'PING\r\n', soon(50)))).toBe('timeout');
  const gone = await answering(() => {});
  await gone[Symbol.asyncDispose]();
  expect(await codeOf(realHost().talk({ host: '127.0.0.1', port: gone.port }, null, soon()))).toBe('refused');
});
