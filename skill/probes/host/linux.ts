import { availableParallelism, hostname, release } from 'node:os';
import { type Mode, ProbeError } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { HostFacts } from '../host.ts';
import { readClock } from './clock.ts';
import { readGateways } from './gateways.ts';
import { readLargestProcess } from './largest-process.ts';
import { readMounts } from './mounts.ts';
import { absent, notAsked, type Piece, piece, present } from './piece.ts';
import { cpuModel, osName } from './portable.ts';
import { type OsRelease, parseCpu, parseLoad, parseMemory, parseOsRelease, parseUptimeSeconds } from './proc-files.ts';
import { readSmart } from './smart.ts';
import { readUpdates } from './updates.ts';

/** This machine by /proc first, and by programs only when all is asked. A part that cannot be read is missing; the rest stands. */
export async function readLinux(host: Host, mode: Mode, signal: AbortSignal): Promise<HostFacts> {
  const text = (path: string) => textOr(host, path, signal);
  const distribution = text('/etc/os-release').then(async (found) => parseOsRelease(found || (await text('/usr/lib/os-release'))));
  const ifFull = <T>(what: Parameters<typeof piece>[0], read: () => Promise<Piece<T>>) => (mode === 'full' ? piece(what, read) : notAsked);

  const [identity, uptime, largestProcess, memory, load, mounts, reboot, gateways, updates, clock, disks] = await Promise.all([
    readIdentity(mode, text, distribution, signal),
    text('/proc/uptime'),
    mode === 'full' ? readLargestProcess(signal) : null,
    piece('memory', async () => parsed('memory', parseMemory(await host.read('/proc/meminfo', signal)), '/proc/meminfo')),
    piece('load', async () => parsed('load', parseLoad(await host.read('/proc/loadavg', signal)), '/proc/loadavg')),
    piece('mounts', () => readMounts(host, mode, signal)),
    piece('reboot', async () => readReboot(host, await distribution, signal)),
    piece('gateways', () => readGateways(host, signal)),
    ifFull('updates', () => readUpdates(host, signal)),
    ifFull('clock', () => readClock(host, signal)),
    ifFull('smart', () => readSmart(host, signal)),
  ]);
  return {
    ...identity,
    uptimeSeconds: parseUptimeSeconds(uptime),
    largestProcess,
    memory: memory.value,
    load: load.value,
    mounts: mounts.value,
    rebootRequired: reboot.value,
    gateways: gateways.value,
    updates: updates.value,
    clock: clock.value,
    disks: disks.value,
    missing: [memory, load, mounts, reboot, gateways, updates, clock, disks].flatMap(({ missing }) => missing ?? []),
  };
}

async function textOr(host: Host, path: string, signal: AbortSignal): Promise<string> {
  try {
    return await host.read(path, signal);
  } catch (error) {
    if (error instanceof ProbeError) return '';
    throw error;
  }
}

function parsed<T>(what: 'memory' | 'load', value: T | null, path: string): Piece<T> {
  return value === null ? absent(what, 'malformed', `${path} is not as the kernel writes it`) : present(value);
}

/** Node knows what /proc does not say; systeminformation is asked last, since it starts programs of its own. */
async function readIdentity(mode: Mode, text: (path: string) => Promise<string>, distribution: Promise<OsRelease>, signal: AbortSignal) {
  const [ownName, kernel, cpuinfo, { name }] = await Promise.all([
    text('/proc/sys/kernel/hostname'),
    text('/proc/sys/kernel/osrelease'),
    text('/proc/cpuinfo'),
    distribution,
  ]);
  const { model, cores } = parseCpu(cpuinfo);
  const ask = mode === 'full';
  return {
    hostname: cut(ownName) || cut(hostname()),
    os: name ?? (ask ? await osName(signal) : null) ?? 'Linux',
    kernel: cut(kernel) || release(),
    cpu: { model: model ?? (ask ? await cpuModel(signal) : null), cores: cores ?? availableParallelism() },
  };
}

/** Only Debian and its kin leave this mark; its absence says something only there. */
async function readReboot(host: Host, { isDebianLike }: OsRelease, signal: AbortSignal): Promise<Piece<boolean>> {
  const marks = await Promise.all(['/run/reboot-required', '/var/run/reboot-required'].map((path) => exists(host, path, signal)));
  if (marks.includes(true)) return present(true);
  return isDebianLike ? present(false) : absent('reboot', 'not-applicable', 'only Debian-like systems leave a mark');
}

async function exists(host: Host, path: string, signal: AbortSignal): Promise<boolean> {
  try {
    await host.read(path, signal);
    return true;
  } catch (error) {
    if (error instanceof ProbeError && error.code === 'not-found') return false;
    throw error;
  }
}
