import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { scratch, startCli } from '../support/cli.ts';

test.skipIf(process.platform === 'win32')('an inventory that nobody writes holds no audit back when it is stopped', async () => {
  await using place = await scratch();
  const file = join(place.folder, 'never.yaml');
  execFileSync('mkfifo', [file]);
  const running = startCli(['--config', 'never.yaml', '--no-save'], place.folder);
  // refused until somebody reads
  await using _silent = await vi.waitFor(() => open(file, constants.O_WRONLY | constants.O_NONBLOCK), 20_000);
  running.kill('SIGINT');
  const patience = setTimeout(() => running.kill('SIGKILL'), 5_000);
  const { code, stderr } = await running.result;
  clearTimeout(patience);
  expect({ code, stderr }).toEqual({ code: 130, stderr: 'jarvis-audit: interrupted: nothing was saved\n' });
});

test.skipIf(process.platform === 'win32')('half an inventory holds nothing either, and a whole one is read from a pipe', async () => {
  await using place = await scratch();
  const file = join(place.folder, 'slow.yaml');
  execFileSync('mkfifo', [file]);
  const start = async () => {
    const running = startCli(['--config', 'slow.yaml', '--no-save', '--quick'], place.folder);
    const writer = await vi.waitFor(() => open(file, constants.O_WRONLY | constants.O_NONBLOCK), 20_000);
    await writer.write('cluster: { name: ESSAI }\n');
    return { running, writer };
  };
  const half = await start();
  // time to ask for the other half
  await sleep(300);
  half.running.kill('SIGTERM');
  const patience = setTimeout(() => half.running.kill('SIGKILL'), 5_000);
  expect((await half.running.result).code).toBe(143);
  clearTimeout(patience);
  await half.writer.close();
  const whole = await start();
  await sleep(300);
  await whole.writer.write('targets: []\n');
  await whole.writer.close();
  expect(await whole.running.result).toMatchObject({ code: 0, stdout: expect.stringContaining('ESSAI') });
});
