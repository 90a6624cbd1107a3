import { join } from 'node:path';
import { stackFolders } from './compose.ts';
import { kindOf, namesIn, shortened } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const MOST_FILES = 30;
const ENVIRONMENT = /^\.env(?:\.[\w-]{1,40})?$/;

/** Environment files of this folder, of the home folder, and of where stacks usually live. What is in them is for the audit. */
export async function seeSecrets({ folder, home }: Place, signal: AbortSignal): Promise<readonly Sighting[]> {
  const folders = await stackFolders({ folder, home }, signal);
  const found = await Promise.all(
    folders.map(async (place) => (await namesIn(place, signal)).filter((name) => ENVIRONMENT.test(name)).map((name) => join(place, name))),
  );
  const kinds = await Promise.all(found.flat().map((path) => kindOf(path, signal)));
  const files = found.flat().filter((_, index) => kinds[index] === 'file');
  if (files.length === 0) return [];
  const paths = files
    .slice(0, MOST_FILES)
    .map((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : shortened(path, home)));
  return [
    { id: 'env', kind: 'secrets', fields: { paths }, notes: [{ id: 'secrets', values: { count: files.length, shown: paths.length } }] },
  ];
}
