import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Held } from '../bench/memory-child.ts';
import { temporaryFolder } from '../support/fake-program.ts';
import { startLmStudio } from '../support/lmstudio-server.ts';

const CHILD = fileURLToPath(new URL('../bench/memory-child.ts', import.meta.url));

it('fifty audits in one process leave no socket, file or timer behind', async () => {
  using folder = temporaryFolder();
  const node = await startLmStudio();
  const inventory = `targets:
  - { id: M1, kind: lmstudio, url: "${node.url}" }
  - { id: NONE, kind: lmstudio, url: "http://127.0.0.1:1" }
`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, inventory, folder.path, '200', '5', '50']);
  await node.close();
  const [first, last] = JSON.parse(stdout) as readonly [Held, Held];
  expect(last).toMatchObject({ audits: 50, descriptors: first.descriptors, active: 0 });
});
