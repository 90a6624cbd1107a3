import { ProbeError } from '../../skill/audit/define.ts';
import type { FileSystemStats, Host } from '../../skill/host/host.ts';

/** What a declared machine has in place of the real one's. */
export interface Machine {
  readonly hostname: string;
  /** The text of /etc/os-release. */
  readonly release: string;
  readonly cores: number;
  readonly memory: { readonly totalKiB: number; readonly availableKiB: number };
  readonly load: string;
  readonly disks: readonly { readonly device: string; readonly mount: string; readonly sizeGiB: number; readonly usedPercent: number }[];
  /** Of the default route. */
  readonly gateway: string;
  readonly addresses: readonly string[];
}

export const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n';
export const ALPINE = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\n';

/** The real host with the disks, memory, load and routes of a declared machine; its sockets and processes stay real. */
export function onMachine(machine: Machine): (real: Host) => Host {
  const files = filesOf(machine);
  const disks = new Map(machine.disks.map((disk) => [disk.mount, statsOf(disk)]));
  return (real) => ({
    ...real,
    read: async (path, signal) => {
      const text = files[path];
      if (text === undefined) return real.read(path, signal);
      if (text === null) throw new ProbeError('not-found', `${path}: no such file`);
      return text;
    },
    statfs: async (path) => {
      const stats = disks.get(path);
      if (!stats) throw new ProbeError('not-found', `${path}: not of this machine`);
      return stats;
    },
    addresses: () => machine.addresses,
  });
}

/** Null: the file is not there. */
function filesOf({ hostname, release, cores, memory, load, disks, gateway }: Machine): Readonly<Record<string, string | null>> {
  const [a, b, c, d] = gateway.split('.').map((part) => Number(part).toString(16).padStart(2, '0').toUpperCase());
  return {
    '/proc/self/mounts': [
      'proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0',
      'tmpfs /run tmpfs rw,nosuid,nodev,size=6553600k 0 0',
      ...disks.map(({ device, mount }) => `${device} ${mount} ext4 rw,relatime,errors=remount-ro 0 0`),
      '',
    ].join('\n'),
    '/etc/fstab': disks.map(({ device, mount }) => `${device}\t${mount}\text4\terrors=remount-ro\t0\t1\n`).join(''),
    '/proc/meminfo': `MemTotal:       ${memory.totalKiB} kB\nMemFree:        ${memory.availableKiB >> 1} kB\nMemAvailable:   ${memory.availableKiB} kB\nBuffers:          210044 kB\n`,
    '/proc/loadavg': `${load} 3/1289 214563\n`,
    '/proc/uptime': '1209612.44 18340021.07\n',
    '/proc/cpuinfo': Array.from(
      { length: cores },
      (_, core) => `processor\t: ${core}\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD Ryzen 9 5900X 12-Core Processor\n\n`,
    ).join(''),
    '/proc/net/route': `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\nlan0\t00000000\t${d}${c}${b}${a}\t0003\t0\t0\t100\t00000000\t0\t0\t0\n`,
    '/proc/net/ipv6_route': '',
    '/etc/os-release': release,
    '/proc/sys/kernel/hostname': `${hostname}\n`,
    '/proc/sys/kernel/osrelease': '6.1.0-25-amd64\n',
    '/run/reboot-required': null,
    '/var/run/reboot-required': null,
  };
}

function statsOf({ sizeGiB, usedPercent }: Machine['disks'][number]): FileSystemStats {
  const totalBytes = sizeGiB * 2 ** 30;
  const freeBytes = Math.round((totalBytes * (100 - usedPercent)) / 100);
  return { totalBytes, freeBytes, availableBytes: freeBytes, inodes: 6_553_600, freeInodes: 5_900_000 };
}
