import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
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
