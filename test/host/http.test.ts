import { expect, test } from 'vitest';
import { codeOf, realHost } from '../support/gathering.ts';
import { answering, pouring, saying, startHostile } from '../support/hostile-server.ts';

const STREAM = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n';
const soon = (ms = 2_000) => AbortSignal.timeout(ms);

test('a stream that stays open ends with the piece that is enough', async () => {
  const server = await startHostile(saying(`${STREAM}data: first\n\n`));
  const { status, body } = await realHost().request(server.url, { isEnough: (piece) => piece.includes('first') }, soon());
  expect({ status, body }).toEqual({ status: 200, body: 'data: first\n\n' });
  await expect.poll(() => server.open(), { timeout: 500, interval: 10 }).toBe(0);
});

test('pieces are told once each, with their letters whole', async () => {
  const [before, after] = [Buffer.from('ét'), Buffer.from('é')];
  const server = await startHostile((socket) => {
    socket.write(STREAM);
    socket.write(before.subarray(0, 1));
    setTimeout(() => socket.write(before.subarray(1)), 30);
    setTimeout(() => socket.write(after), 60);
  });
  const heard: string[] = [];
  const isEnough = (piece: string) => heard.push(piece) > 0 && heard.join('') === 'été';
  const { body } = await realHost().request(server.url, { isEnough }, soon());
  expect([heard.join(''), body]).toEqual(['été', 'été']);
});

test('a stream that is never enough ends by its size or by the deadline', async () => {
  const flood = await startHostile(pouring(STREAM, ': ping\n\n'.repeat(8_192)));
  expect(await codeOf(realHost().request(flood.url, { isEnough: () => false }, soon()))).toBe('too-large');
  const trickle = await startHostile(pouring(STREAM, ': ping\n\n', 20));
  expect(await codeOf(realHost().request(trickle.url, { isEnough: () => false }, soon(150)))).toBe('timeout');
});

test('a session can be deleted', async () => {
  const server = await startHostile(answering('', { status: 405 }));
  expect(await realHost().request(server.url, { method: 'DELETE' }, soon())).toMatchObject({ status: 405 });
  expect(server.requests).toEqual(['DELETE / HTTP/1.1']);
});
