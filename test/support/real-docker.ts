import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from './fake-program.ts';

const BUSYBOX = '/bin/busybox';
const APPLETS = ['sh', 'sleep', 'httpd', 'true', 'false'];
const START_MS = 25_000;

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const isRoot = process.getuid?.() === 0;

/** Why no Docker engine of one's own can be started here; null where it can. */
export const noDocker = !isRoot
  ? 'not root'
  : !has('dockerd') || !has('unshare')
    ? 'no dockerd'
    : existsSync(BUSYBOX)
      ? null
      : 'no busybox';
export const noPodman = !isRoot ? 'not root' : !has('podman') ? 'no podman' : existsSync(BUSYBOX) ? null : 'no busybox';

export interface RealEngine extends AsyncDisposable {
  readonly socket: string;
  /** The engine's process, in whose network namespace its bridges and published ports are. */
  readonly pid: number;
  /** The engine's own program, with these arguments. */
  run(...args: readonly string[]): string;
}

/** Debian's Docker engine with everything of its own: data, socket, and a network namespace, so that it changes nothing here. */
export async function startDocker(): Promise<RealEngine> {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const socket = at('docker.sock');
  const flags = ['--host', `unix://${socket}`, '--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')];
  const quiet = ['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--bridge=none'];
  const script = 'ip link set lo up; exec dockerd "$@"';
  const daemon = spawn('unshare', ['--net', 'sh', '-c', script, 'dockerd', ...flags, ...quiet], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastWords(daemon);
  const run = (...args: readonly string[]) =>
    execFileSync('/usr/bin/docker', args, {
      env: { ...process.env, DOCKER_HOST: `unix://${socket}` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  await ready(
    () => existsSync(socket) && existsSync(at('pid')) && spawnSync('/usr/bin/docker', ['-H', `unix://${socket}`, 'version']).status === 0,
    daemon,
    said,
  );
  importImage(at('root'), (tar, image) =>
    execFileSync('/usr/bin/docker', ['-H', `unix://${socket}`, 'import', '-', image], { input: tar }),
  );
  return {
    socket,
    pid: Number(readFileSync(at('pid'), 'utf8')),
    run,
    async [Symbol.asyncDispose]() {
      const all = run('ps', '-aq').split('\n').filter(Boolean);
      if (all.length > 0) run('rm', '-f', ...all);
      await ended(daemon);
      unmountBelow(folder.path);
      folder[Symbol.dispose]();
    },
  };
}

/** Podman's interface to the same clients, with storage of its own. */
export async function startPodman(): Promise<RealEngine> {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const socket = at('podman.sock');
  const own = [
    '--root',
    at('root'),
    '--runroot',
    at('run'),
    '--storage-driver',
    'vfs',
    '--cgroup-manager',
    'cgroupfs',
    '--events-backend',
    'file',
    '--tmpdir',
    at('tmp'),
  ];
  const daemon = spawn('podman', [...own, 'system', 'service', '--time', '0', `unix://${socket}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastWords(daemon);
  const run = (...args: readonly string[]) =>
    execFileSync('podman', [...own, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(() => existsSync(socket), daemon, said);
  importImage(at('image'), (tar, image) =>
    execFileSync('podman', [...own, 'import', '-', image], { input: tar, stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return {
    socket,
    pid: daemon.pid ?? 0,
    run,
    async [Symbol.asyncDispose]() {
      spawnSync('podman', [...own, 'rm', '-af', '-t', '0']);
      await ended(daemon);
      unmountBelow(folder.path);
      folder[Symbol.dispose]();
    },
  };
}

/** What an engine leaves mounted keeps its folder from being removed. */
function unmountBelow(folder: string) {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.filter((path) => path.startsWith(`${folder}/`)).toReversed()) spawnSync('umount', ['-l', mount]);
}

function importImage(folder: string, load: (tar: Buffer, image: string) => void) {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  copyFileSync(BUSYBOX, join(folder, 'bin/busybox'));
  for (const applet of APPLETS) symlinkSync('busybox', join(folder, 'bin', applet));
  const tar = execFileSync('tar', ['-C', folder, '-c', '.'], { maxBuffer: 16 * 1024 * 1024 });
  load(tar, 'local/app:1.0');
}

function lastWords(daemon: ChildProcess): () => string {
  let text = '';
  daemon.stderr?.on('data', (chunk: Buffer) => {
    text = `${text}${chunk}`.slice(-2_000);
  });
  return () => text;
}

async function ready(isReady: () => boolean, daemon: ChildProcess, said: () => string) {
  for (const endsAt = Date.now() + START_MS; !isReady(); ) {
    if (daemon.exitCode !== null || Date.now() > endsAt) {
      daemon.kill('SIGKILL');
      throw new Error(`the engine did not start: ${said()}`);
    }
    await sleep(100);
  }
}

async function ended(daemon: ChildProcess) {
  if (daemon.exitCode !== null) return;
  const exit = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill('SIGTERM');
  await Promise.race([exit, sleep(10_000)]);
  daemon.kill('SIGKILL');
}
