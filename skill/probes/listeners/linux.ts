import { ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { Listener } from '../ports.ts';
import { processName } from '../process-name.ts';
import { ownersOf } from './owners.ts';
import { type ListeningSocket, parseProcNet } from './proc-net.ts';
import { parseSs } from './ss.ts';

const FILES = [
  { path: '/proc/net/tcp', protocol: 'tcp' },
  { path: '/proc/net/tcp6', protocol: 'tcp' },
  { path: '/proc/net/udp', protocol: 'udp' },
  { path: '/proc/net/udp6', protocol: 'udp' },
] as const;

/** What listens in this network namespace: by /proc/net, and by `ss` only where that cannot be read. */
export async function listenersOnLinux(host: Host, signal: AbortSignal): Promise<readonly Listener[]> {
  const sockets = await readSockets(host, signal).catch((error: unknown) => {
    if (error instanceof ProbeError && !signal.aborted) return null;
    throw error;
  });
  if (!sockets) return bySs(host, signal);
  const owners = await ownersOf(new Set(sockets.map(({ inode }) => inode)), signal);
  return sockets.map(({ inode, ...socket }) => ({ ...socket, ...(owners.get(inode) ?? { process: null, pid: null }) }));
}

async function readSockets(host: Host, signal: AbortSignal): Promise<readonly ListeningSocket[]> {
  const parts = await Promise.all(FILES.map(({ path, protocol }) => readFile(path, protocol, host, signal)));
  return parts.flat();
}

/** A kernel without IPv6 has no tcp6; one without tcp is not ours to read. */
async function readFile(
  path: string,
  protocol: Listener['protocol'],
  host: Host,
  signal: AbortSignal,
): Promise<readonly ListeningSocket[]> {
  try {
    const sockets = parseProcNet(await host.read(path, signal), protocol);
    if (!sockets) throw new ProbeError('malformed', `${path} is not as the kernel writes it`);
    return sockets;
  } catch (error) {
    if (path.endsWith('6') && error instanceof ProbeError && error.code === 'not-found') return [];
    throw error;
  }
}

async function bySs(host: Host, signal: AbortSignal): Promise<readonly Listener[]> {
  const { exitCode, stdout, stderr } = await host.run(['ss', '-H', '-tulpn'], { env: { LC_ALL: 'C' }, maxBytes: 4 * 1024 * 1024 }, signal);
  if (exitCode !== 0) throw new ProbeError('malformed', `ss exit ${exitCode}: ${cut(stderr)}`);
  // ss knows the short name only, which for Node names nothing
  return parseSs(stdout).map((listener) =>
    listener.pid === null ? listener : { ...listener, process: processName(`/proc/${listener.pid}`) ?? listener.process },
  );
}
