import { basename, join } from 'node:path';
import { kindOf, namesIn, shortened } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const NAMED = /^(backups?|sauvegardes?|save|borg|restic)$/i;
const MOST = 8;

/** Folders whose name says that they hold backups. Whether they do is for the user to say. */
export async function seeBackups({ folder, home }: Place, signal: AbortSignal): Promise<readonly Sighting[]> {
  const roots = [...new Set([folder, home, '/srv', '/mnt', '/media', '/opt', '/'])];
  const found = await Promise.all(
    roots.map(async (root) => (await namesIn(root, signal)).filter((name) => NAMED.test(name)).map((name) => join(root, name))),
  );
  const paths = [...new Set(found.flat())].slice(0, MOST);
  const kinds = await Promise.all(paths.map((path) => kindOf(path, signal)));
  const sets = paths
    .filter((_, index) => kinds[index] === 'folder')
    .map((path) => ({ name: basename(path).toLowerCase(), path: shortened(path, home) }));
  if (sets.length === 0) return [];
  return [{ id: 'backups', kind: 'backups', fields: { sets }, notes: [{ id: 'backups', values: {} }], isSuggested: true }];
}
