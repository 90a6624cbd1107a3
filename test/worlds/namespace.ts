import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WorldState } from './world.ts';

/** The user without rights, on every Linux. */
export const NOBODY = 65_534;

const CAN_READ = 'for file; do test -r "$file" || { echo "$file cannot be read by an unprivileged user" >&2; exit 1; }; done';

type Surroundings = Pick<WorldState, 'hostname' | 'addresses' | 'asNobody'>;

/** Why no network of our own can be had here, or these files not be read in it; null when all is well. */
export async function whyNoNamespace(surroundings: Surroundings, files: readonly string[]): Promise<string | null> {
  if (process.platform !== 'linux') return `no network namespaces on ${process.platform}`;
  const child = spawnInside(surroundings, ['sh', '-c', CAN_READ, 'sh', ...files], 'pipe');
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const code = await exitOf(child).catch((error: Error) => error.message);
  return code === 0 ? null : said.trim() || String(code);
}

/** Runs a command in a network of its own. Resolves to its exit code; the signal passes SIGTERM on. */
export async function runInside(surroundings: Surroundings, command: readonly string[], signal: AbortSignal): Promise<number> {
  const child = spawnInside(surroundings, command, 'inherit');
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await exitOf(child);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** `unshare` and `sh` replace themselves, so that the child's pid is the command's. */
function spawnInside({ hostname, addresses, asNobody }: Surroundings, command: readonly string[], stderr: 'pipe' | 'inherit') {
  const isRoot = process.getuid?.() === 0;
  const network = [
    'ip link set lo up',
    `hostname ${hostname}`,
    ...(addresses.length > 0 ? ['ip link add lan0 type veth peer name lan1', 'ip link set lan1 up', 'ip link set lan0 up'] : []),
    ...addresses.map((address) => `ip addr add ${address} dev lan0`),
  ];
  const rights = !asNobody
    ? []
    : isRoot
      ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
      : ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const args = [asNobody && isRoot ? '-nu' : '-rnu', 'sh', '-ec', `${network.join('\n')}\nexec "$@"`, 'sh', ...rights, ...command];
  return spawn('unshare', args, {
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
    stdio: ['ignore', 'inherit', stderr],
  });
}

async function exitOf(child: ReturnType<typeof spawn>): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
