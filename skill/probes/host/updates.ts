import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import type { HostFacts } from '../host.ts';
import { absent, type Piece, present } from './piece.ts';

const DAY_MS = 86_400_000;
const OLDEST_LISTS_DAYS = 7;
const MOST_LISTS = 5_000;
const APT_MS = 4_000;
const MOST_BYTES = 4 * 1024 * 1024;

type Updates = NonNullable<HostFacts['updates']>;

/** Pending updates by apt's cached lists; nothing is downloaded, and nothing is said from lists older than a week. */
export async function readUpdates(host: Host, signal: AbortSignal, lists = '/var/lib/apt/lists'): Promise<Piece<Updates>> {
  const newestMs = await newestList(lists);
  if (newestMs === undefined) return absent('updates', 'not-applicable', 'no apt on this machine');
  if (newestMs === null) return absent('updates', 'stale', 'apt has no package lists');
  const listsAgeDays = Math.max(0, (host.clock().getTime() - newestMs) / DAY_MS);
  if (listsAgeDays > OLDEST_LISTS_DAYS) return absent('updates', 'stale', `apt's package lists are ${Math.floor(listsAgeDays)} days old`);

  const command = ['apt-get', '-s', '-o', 'Debug::NoLocking=1', ...withoutCache(), 'upgrade'];
  const { exitCode, stdout, stderr } = await host.run(
    command,
    { env: { LC_ALL: 'C' }, maxBytes: MOST_BYTES },
    host.deadline(APT_MS, signal),
  );
  if (exitCode !== 0) return absent('updates', /denied/i.test(stderr) ? 'denied' : 'malformed', `apt-get exit ${exitCode}: ${stderr}`);
  return present({ ...parseUpgrade(stdout), listsAgeDays });
}

/** As root, apt would write the package cache that it builds: an audit changes nothing. */
const withoutCache = () => (process.getuid?.() === 0 ? ['-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='] : []);

/** When the youngest list was made; null without lists, undefined without apt. */
async function newestList(folder: string): Promise<number | null | undefined> {
  try {
    const files = (await readdir(folder)).filter((name) => name.includes('_')).slice(0, MOST_LISTS);
    const stats = await Promise.all(files.map((name) => stat(join(folder, name)).catch(() => null)));
    const newestMs = Math.max(...stats.map((file) => file?.mtimeMs ?? 0));
    return newestMs > 0 ? newestMs : null;
  } catch {
    return undefined;
  }
}

/** Counts the `Inst` lines of `apt-get -s upgrade`; the archive in parentheses tells a security update. */
export function parseUpgrade(stdout: string): { readonly security: number; readonly total: number } {
  const installs = stdout.split('\n').filter((line) => line.startsWith('Inst '));
  const security = installs.filter((line) => /\([^)]*security/i.test(line.slice(0, 1_000)));
  return { security: security.length, total: installs.length };
}
