import { dirname, join, relative } from 'node:path';
import { type FailureCode, ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';

/** `outside`: of no repository. */
export type Tracking = 'tracked' | 'untracked' | 'outside' | FailureCode;

/** A repository's own settings start nothing: git is told so before it reads them. */
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--literal-pathspecs', '--no-pager'];
const ENVIRONMENT = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'none',
};

/** Whether git keeps each of these files, by its index alone. Absolute paths. */
export async function trackingOf(files: readonly string[], host: Host, signal: AbortSignal): Promise<ReadonlyMap<string, Tracking>> {
  const rootOf = repositoryFinder(host, signal);
  const roots = await Promise.all(files.map(async (file) => [file, await rootOf(dirname(file))] as const));
  const byRoot = [...Map.groupBy(roots, ([, root]) => root)];
  const told = await Promise.all(
    byRoot.map(([root, group]) =>
      inRepository(
        root,
        group.map(([file]) => file),
        host,
        signal,
      ),
    ),
  );
  return new Map(told.flat());
}

/** The nearest folder above that holds `.git`; each folder is asked once. */
function repositoryFinder(host: Host, signal: AbortSignal) {
  const known = new Map<string, Promise<string | null>>();
  const find = async (folder: string): Promise<string | null> => {
    const isHere = await host.stat(join(folder, '.git'), signal).then(
      ({ kind }) => kind !== 'other',
      () => false,
    );
    signal.throwIfAborted();
    if (isHere) return folder;
    return dirname(folder) === folder ? null : await rootOf(dirname(folder));
  };
  const rootOf = (folder: string): Promise<string | null> => {
    const found = known.get(folder) ?? find(folder);
    known.set(folder, found);
    return found;
  };
  return rootOf;
}

async function inRepository(
  root: string | null,
  files: readonly string[],
  host: Host,
  signal: AbortSignal,
): Promise<readonly (readonly [string, Tracking])[]> {
  if (root === null) return files.map((file) => [file, 'outside']);
  try {
    const paths = files.map((file) => relative(root, file));
    const command = ['git', `--git-dir=${join(root, '.git')}`, `--work-tree=${root}`, ...QUIET, 'ls-files', '-z', '--', ...paths];
    const { exitCode, stdout } = await host.run(command, { cwd: root, env: ENVIRONMENT, maxBytes: 1024 * 1024 }, signal);
    if (exitCode !== 0) return files.map((file) => [file, 'bad-status']);
    const tracked = new Set(stdout.split('\0'));
    return files.map((file, index) => [file, tracked.has(paths[index] ?? '') ? 'tracked' : 'untracked']);
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeError)) throw error;
    return files.map((file) => [file, error.code]);
  }
}
