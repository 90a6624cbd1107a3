import { lstat, readFile, readlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A server that is gone blocks whoever asks, for ever: a program may be abandoned, a thread of ours may not. */
export function isRemote(type: string): boolean {
  return REMOTE.has(type) || (type.startsWith('fuse.') && type !== 'fuse.ntfs-3g');
}

const REMOTE = new Set('nfs nfs4 cifs smb smb2 smb3 smbfs 9p virtiofs ceph glusterfs lustre beegfs afs coda davfs fuse'.split(' '));

/** The kernel writes space, tab, newline and backslash as three octal digits of one byte. */
export function unescapeOctal(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** Where this Linux mounts what may block; none elsewhere. The root is left out: without it nothing here runs. */
export async function remoteMounts(): Promise<readonly string[]> {
  const text = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, mount = '', type = ''] = line.split(' ');
    return mount !== '/' && (isRemote(type) || type === 'autofs') ? [unescapeOctal(mount)] : [];
  });
}

/** The mount point of this path that /etc/fstab declares and that is not mounted now; null where none is. */
export async function unmounted(path: string): Promise<string | null> {
  const [declared, current] = await Promise.all(['/etc/fstab', '/proc/self/mounts'].map((file) => readFile(file, 'utf8').catch(() => '')));
  const mounted = new Set(mountPointsIn(current ?? ''));
  const absent = mountPointsIn(declared ?? '').filter((mount) => /^\/./.test(mount) && !mounted.has(mount));
  const at = mounted.size > 0 ? await behind(path, absent) : null;
  return at === null ? null : (absent.find((mount) => at === mount || at.startsWith(`${mount}/`)) ?? null);
}

function mountPointsIn(table: string): readonly string[] {
  const lines = table.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.map((line) => unescapeOctal(line.trim().split(/\s+/)[1] ?? '').replace(/(?<=.)\/+$/, ''));
}

/** As many links as the kernel follows. */
const MOST_LINKS = 40;

/** Follows the links of an absolute path without touching anything below these mounts; null for a path that stays outside. */
export async function behind(path: string, mounts: readonly string[]): Promise<string | null> {
  if (mounts.length === 0) return null;
  let rest = path.split('/').filter(Boolean);
  let at = '/';
  for (let links = 0; links <= MOST_LINKS; ) {
    const name = rest.shift();
    if (name === undefined) return null;
    const next = join(at, name);
    if (mounts.some((mount) => next === mount || next.startsWith(`${mount}/`))) return join(next, ...rest);
    const target = await targetOf(next);
    if (target === null) at = next;
    else {
      links += 1;
      rest = [...resolve(dirname(next), target).split('/').filter(Boolean), ...rest];
      at = '/';
    }
  }
  return null;
}

async function targetOf(path: string): Promise<string | null> {
  const stats = await lstat(path).catch(() => null);
  return stats?.isSymbolicLink() ? await readlink(path).catch(() => null) : null;
}
