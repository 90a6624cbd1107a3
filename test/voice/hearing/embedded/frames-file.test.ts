import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WIDTH } from '../../../../skill/voice/hearing/embedded/embedder.ts';
import { readFrames, writeFrames } from '../../../../skill/voice/hearing/embedded/frames-file.ts';
import { temporaryFolder } from '../../../support/fake-program.ts';

const frames = (count: number, value: number) => new Float32Array(count * WIDTH).fill(value);

test('what is written is read, and is the user’s alone', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'made', 'spoken.frames');
  const kept = new Map([
    ['stop\n0', frames(3, 0.5)],
    ['arrête', frames(1, -2)],
  ]);
  await writeFrames(file, kept);
  expect(await readFrames(file)).toEqual(kept);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder.path, 'made'))).toEqual(['spoken.frames']);
});

test('a file that is absent, cut, altered or somebody else’s is as good as none', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'spoken.frames');
  expect(await readFrames(file)).toBeNull();
  await writeFrames(file, new Map([['stop', frames(4, 0.5)]]));
  truncateSync(file, statSync(file).size - 4);
  expect(await readFrames(file)).toBeNull();
  for (const bytes of [Buffer.alloc(0), Buffer.from('abc'), randomBytes(5_000), Buffer.from([255, 255, 255, 255, 1, 2, 3, 4])]) {
    writeFileSync(file, bytes);
    expect(await readFrames(file)).toBeNull();
  }
  await writeFrames(file, new Map([['stop', frames(4, 0.5)]]));
  const whole = Buffer.alloc(statSync(file).size, 7);
  writeFileSync(file, whole, { flag: 'r+' });
  expect(await readFrames(file)).toBeNull();
});

test('two that write at once leave one whole file, and whoever reads meanwhile finds a whole one', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'spoken.frames');
  const [one, other] = [new Map([['one', frames(900, 1)]]), new Map([['other', frames(500, 2)]])];
  await writeFrames(file, one);
  const writing = Promise.all(Array.from({ length: 20 }, (_, at) => writeFrames(file, at % 2 === 0 ? one : other)));
  for (let read = 0; read < 20; read += 1) expect([...((await readFrames(file)) ?? new Map()).keys()].join()).toMatch(/^(?:one|other)$/);
  await writing;
  expect(readdirSync(folder.path)).toEqual(['spoken.frames']);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused, and nothing is left in it', async () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o500);
  await expect(writeFrames(join(folder.path, 'spoken.frames'), new Map())).rejects.toThrow(/EACCES/);
});
