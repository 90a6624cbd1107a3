import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The package as `npm pack` makes it, and a clean folder in which it is installed with what it depends on, and nothing else. */
export async function packed() {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-pack-'));
  await exec('npm', ['pack', '--pack-destination', folder], { cwd: ROOT });
  const [tarball = ''] = await readdir(folder);
  const installed = join(folder, 'node_modules', 'jarvis-audit');
  await mkdir(installed, { recursive: true });
  await exec('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  const { dependencies = {} } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { dependencies?: object };
  for (const name of Object.keys(dependencies))
    await cp(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true, dereference: true });
  // a folder above may have a package.json of its own
  await writeFile(join(folder, 'package.json'), '{}');
  return {
    folder,
    installed,
    tarball: join(folder, tarball),
    main: join(installed, 'dist', 'main.js'),
    /** Runs node there with nothing of this project's in its environment. Rejects when it fails. */
    node: async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
      const env = { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, 'cache'), ...environment };
      return (await exec(process.execPath, [...args], { cwd: folder, env })).stdout;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
