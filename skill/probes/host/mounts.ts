import type { Mode } from '../../audit/define.ts';
import type { FileSystemStats, Host } from '../../host/host.ts';
import { isRemote, unescapeOctal } from '../../host/remote.ts';
import { cut } from '../cut.ts';
import type { Mount } from '../host.ts';
import { absent, type Piece, present } from './piece.ts';

const MOST_MOUNTS = 200;
const STATFS_MS = 2_000;

/** How full each real file system is. Quick mode starts no program, so it leaves out what only a program may ask: the network's. */
export async function readMounts(host: Host, mode: Mode, signal: AbortSignal): Promise<Piece<Mount[]>> {
  const [text, fstab] = await Promise.all([host.read('/proc/self/mounts', signal), host.read('/etc/fstab', signal).catch(() => '')]);
  const declared = writableByFstab(fstab);
  const entries = parseMounts(text).map((entry) => ({ ...entry, expectedWritable: entry.expectedWritable || declared.has(entry.mount) }));
  if (!/^\S+ \/\S* \S+ \S+/m.test(text)) return absent('mounts', 'malformed', '/proc/self/mounts lists no mount');
  const asked = mode === 'full' ? entries : entries.filter(({ type }) => !isRemote(type));
  const mounts = await Promise.all(asked.map((entry) => readMount(entry, host, signal)));
  // df hides what has no size as well: it is no storage
  return present(mounts.filter(({ totalBytes }) => totalBytes !== 0));
}

export interface MountEntry {
  readonly device: string;
  readonly mount: string;
  readonly type: string;
  readonly readOnly: boolean;
  /** Something says that it ought to be writable: fstab, or its own « remount read-only on errors ». */
  readonly expectedWritable: boolean;
}

/** Mount points that /etc/fstab mounts without `ro`. */
export function writableByFstab(fstab: string): ReadonlySet<string> {
  const lines = fstab.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return new Set(
    lines.flatMap((line) => {
      const [device, mount, type, options = ''] = line.trim().split(/\s+/);
      return device && mount?.startsWith('/') && type && !options.split(',').includes('ro') ? [unescapeOctal(mount)] : [];
    }),
  );
}

/** The real file systems of /proc/self/mounts, one per device. */
export function parseMounts(text: string): readonly MountEntry[] {
  return realMounts(parseLines(text));
}

/** Those that hold what is stored, one per device; of two at one place the later one is seen. */
export function realMounts(entries: readonly MountEntry[]): readonly MountEntry[] {
  const visible = new Map(entries.map((entry) => [entry.mount, entry]));
  const real = [...visible.values()].filter(isReal).toSorted((a, b) => a.mount.length - b.mount.length);
  const byDevice = Map.groupBy(real, ({ device, mount }) => (device.includes('/') ? device : `${device} ${mount}`));
  return [...byDevice.values()].flatMap(([shortest]) => shortest ?? []).slice(0, MOST_MOUNTS);
}

function parseLines(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line) => {
    const [device, mount, type, options] = line.split(' ');
    if (!device || !mount?.startsWith('/') || !type || !options) return [];
    const flags = options.split(',');
    const expectedWritable = flags.includes('errors=remount-ro');
    return [{ device: unescapeOctal(device), mount: unescapeOctal(mount), type, readOnly: flags.includes('ro'), expectedWritable }];
  });
}

function isReal({ mount, type }: MountEntry): boolean {
  return !PSEUDO.has(type) && !type.startsWith('cgroup') && !DESKTOP.test(type) && !ELSEWHERE.test(mount) && !BOUND_FILES.has(mount);
}

/** Kernel interfaces, memory, layers over another file system, and images that are read-only and full by nature. */
const PSEUDO = new Set(
  `tmpfs devtmpfs ramfs rootfs proc sysfs devpts mqueue bpf tracefs debugfs securityfs selinuxfs smackfs pstore fusectl configfs
  autofs binfmt_misc hugetlbfs nsfs rpc_pipefs nfsd efivarfs resctrl overlay aufs squashfs erofs cramfs romfs iso9660 udf`.split(/\s+/),
);
const DESKTOP = /^fuse\.(?:snapfuse|squashfuse|portal|lxcfs|gvfsd-fuse|gvfs-fuse-daemon|AppImage|.*\.AppImage)$/;
const ELSEWHERE = /^\/(?:proc|sys|dev|run|usr\/lib\/wsl)(?:\/|$)/;
/** Bound into every container; their figures are those of a disk that is not the container's. */
const BOUND_FILES = new Set(['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/etc/localtime', '/etc/timezone']);

async function readMount(entry: MountEntry, host: Host, signal: AbortSignal): Promise<Mount> {
  const ask = isRemote(entry.type) ? statProgram : host.statfs;
  // whatever went wrong, this one is unknown and the others are not
  const stats = await ask.call(host, entry.mount, host.deadline(STATFS_MS, signal)).catch(() => null);
  return toMount(entry, stats);
}

async function statProgram(this: Host, mount: string, signal: AbortSignal): Promise<FileSystemStats | null> {
  const { exitCode, stdout } = await this.run(['stat', '-f', '-c', '%S %b %f %a %c %d', mount], { env: { LC_ALL: 'C' } }, signal);
  return exitCode === 0 ? parseStat(stdout) : null;
}

/** The answer of `stat -f -c '%S %b %f %a %c %d'`: block size, blocks, free, available, inodes, free inodes. */
export function parseStat(stdout: string): FileSystemStats | null {
  const line = /^\d{1,15}(?: \d{1,15}){5}$/.exec(stdout.trim())?.[0];
  if (!line) return null;
  const [size = 0, blocks = 0, free = 0, available = 0, inodes = 0, freeInodes = 0] = line.split(' ').map(Number);
  return { totalBytes: size * blocks, freeBytes: size * free, availableBytes: size * available, inodes, freeInodes };
}

/** The facts of one mount, as `df` counts them. */
export function toMount({ device, mount, type, readOnly, expectedWritable }: MountEntry, stats: FileSystemStats | null): Mount {
  const named = { mount: cut(mount), device: cut(device), type: cut(type, 64), readOnly, expectedWritable };
  if (!stats || !Object.values(stats).every(Number.isFinite))
    return { ...named, totalBytes: null, availableBytes: null, usedPercent: null, inodesUsedPercent: null };
  const availableBytes = Math.max(0, stats.availableBytes);
  const usedBytes = Math.max(0, stats.totalBytes - stats.freeBytes);
  return {
    ...named,
    totalBytes: Math.max(0, stats.totalBytes),
    availableBytes,
    usedPercent: percent(usedBytes, usedBytes + availableBytes),
    inodesUsedPercent: percent(stats.inodes - stats.freeInodes, stats.inodes),
  };
}

const percent = (part: number, whole: number) => (whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : null);
