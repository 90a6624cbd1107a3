import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { lineWriter } from '../../../skill/servers/web/line-writer.ts';

it('a log that nobody reads stays small, and goes on when it is read', async () => {
  const pipe = new PassThrough();
  const write = lineWriter(pipe);
  const line = `${'x'.repeat(999)}\n`;
  for (let count = 0; count < 5_000; count += 1) write(line);
  expect(pipe.readableLength + pipe.writableLength).toBeLessThan(1_200_000);
  let read = 0;
  pipe.on('data', (chunk: Buffer) => {
    read += chunk.length;
  });
  await expect.poll(() => pipe.writableLength).toBe(0);
  const before = read;
  write(line);
  await expect.poll(() => read - before).toBe(line.length);
});
