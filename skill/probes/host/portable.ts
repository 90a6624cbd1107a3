import { availableParallelism, hostname, loadavg, release } from 'node:os';
import type { Systeminformation } from 'systeminformation';
import type { Mode } from '../../audit/define.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';
import type { HostFacts, Mount } from '../host.ts';
import { absent, type Missing, notAsked, piece } from './piece.ts';
import { readSmart } from './smart.ts';

const ASK_MS = 3_000;

/** What systeminformation says; null where it failed or was late. */
export interface SystemAnswers {
  readonly os: Partial<Systeminformation.OsData> | null;
  readonly memory: Partial<Systeminformation.MemData> | null;
  readonly fileSystems: readonly Partial<Systeminformation.FsSizeData>[] | null;
  readonly cpu: Partial<Systeminformation.CpuData> | null;
  readonly time: Partial<Systeminformation.TimeData> | null;
}

/** This machine where there is no /proc: Windows, macOS and others. */
export async function readPortable(host: Host, mode: Mode, signal: AbortSignal): Promise<HostFacts> {
  const library = await import('systeminformation');
  const [os, memory, fileSystems, cpu, disks] = await Promise.all([
    inTime(() => library.osInfo(), signal),
    inTime(() => library.mem(), signal),
    inTime(() => library.fsSize(), signal),
    inTime(() => library.cpu(), signal),
    mode === 'full' ? piece('smart', () => readSmart(host, signal)) : notAsked,
  ]);
  const facts = toFacts({ os, memory, fileSystems, cpu, time: library.time() }, host.platform);
  const unread = mode === 'full' ? unreadOn(host.platform) : [];
  return { ...facts, disks: disks.value, missing: [...facts.missing, ...unread, ...(disks.missing ? [disks.missing] : [])] };
}

/** The processor's name, for the kernels (ARM) whose /proc/cpuinfo has none. */
export async function cpuModel(signal: AbortSignal): Promise<string | null> {
  const { cpu } = await import('systeminformation');
  const answer = await inTime(() => cpu(), signal);
  return cut(`${answer?.manufacturer ?? ''} ${answer?.brand ?? ''}`) || null;
}

/** The system's name where no os-release tells it. */
export async function osName(signal: AbortSignal): Promise<string | null> {
  const { osInfo } = await import('systeminformation');
  const answer = await inTime(() => osInfo(), signal);
  return /^unknown$/i.test(answer?.distro ?? '') ? null : cut(`${answer?.distro ?? ''} ${answer?.release ?? ''}`) || null;
}

/** Its children cannot be called back: past the deadline they are left to themselves. */
async function inTime<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const onEnd = () => resolve(null);
  const timer = setTimeout(onEnd, ASK_MS);
  signal.addEventListener('abort', onEnd, { once: true });
  if (signal.aborted) onEnd();
  try {
    return await Promise.race([work().catch(() => null), late]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onEnd);
  }
}

/** Those answers as facts. A figure that makes no sense is a missing one. */
export function toFacts({ os, memory, fileSystems, cpu, time }: SystemAnswers, platform: NodeJS.Platform): HostFacts {
  const uptimeSeconds = size(time?.uptime);
  const memoryFacts = toMemory(memory);
  // Windows has no load average: Node says 0, 0, 0
  const load = platform === 'win32' ? null : (loadavg() as [number, number, number]);
  const named = `${os?.distro ?? ''} ${os?.release ?? ''}`;
  const missing = [
    ...(memoryFacts ? [] : [absent('memory', 'timeout', 'systeminformation gave no memory').missing]),
    ...(fileSystems ? [] : [absent('mounts', 'timeout', 'systeminformation gave no file systems').missing]),
    ...(load ? [] : [absent('load', 'not-applicable', 'Windows has no load average').missing]),
    absent('reboot', 'not-applicable', 'only Debian-like systems leave a mark').missing,
  ];
  return {
    hostname: cut(os?.hostname ?? '') || cut(hostname()),
    os: cut(named) || platform,
    kernel: cut(os?.kernel ?? '') || release(),
    cpu: { model: cut(`${cpu?.manufacturer ?? ''} ${cpu?.brand ?? ''}`) || null, cores: count(cpu?.cores) ?? availableParallelism() },
    uptimeSeconds,
    memory: memoryFacts,
    largestProcess: null,
    load,
    mounts: fileSystems?.flatMap(toMount).slice(0, 200) ?? null,
    updates: null,
    rebootRequired: null,
    clock: null,
    disks: null,
    gateways: null,
    missing: missing.filter((entry) => entry !== null),
  };
}

/** What is asked of a machine in full mode but has no reader here: unknown, not absent. */
function unreadOn(platform: NodeJS.Platform): readonly Missing[] {
  const unread = (what: Missing['what']) => absent(what, 'missing-tool', `not read on ${platform}`).missing;
  return [unread('clock'), unread('gateways'), absent('updates', 'not-applicable', 'no apt on this machine').missing].filter(
    (entry) => entry !== null,
  );
}

function toMemory(memory: SystemAnswers['memory']): HostFacts['memory'] {
  const totalBytes = size(memory?.total);
  const availableBytes = size(memory?.available);
  return totalBytes && availableBytes !== null ? { totalBytes, availableBytes: Math.min(availableBytes, totalBytes) } : null;
}

function toMount({ fs, type, mount, rw, size: total, used, available }: Partial<Systeminformation.FsSizeData>): Mount[] {
  const totalBytes = size(total);
  const usedBytes = size(used);
  const availableBytes = size(available);
  if (!mount || totalBytes === 0) return [];
  const whole = (usedBytes ?? 0) + (availableBytes ?? 0);
  return [
    {
      mount: cut(mount),
      device: cut(fs ?? ''),
      type: cut(type ?? '', 64),
      readOnly: rw === false,
      expectedWritable: false,
      totalBytes,
      availableBytes,
      usedPercent: usedBytes !== null && availableBytes !== null && whole > 0 ? (usedBytes / whole) * 100 : null,
      inodesUsedPercent: null,
    },
  ];
}

const size = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null);
const count = (value: unknown) => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null);
