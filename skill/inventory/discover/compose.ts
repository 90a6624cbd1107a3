import { join } from 'node:path';
import { kindOf, namesIn, shortened } from './files.ts';
import type { Place } from './place.ts';
import type { Sighting } from './sighting.ts';

const MOST_FOLDERS = 200;
const MOST_FILES = 20;
const COMPOSE = /^(docker-)?compose([.-][\w.-]{1,60})?\.ya?ml$/i;

/** Compose files of this folder, of the home folder, and of where stacks usually live: one folder deep, and a bounded number. */
export async function seeCompose({ folder, home }: Place, signal: AbortSignal): Promise<readonly Sighting[]> {
  const folders = await stackFolders({ folder, home }, signal);
  const found = await Promise.all(folders.map((place) => composeFilesIn(place, signal)));
  const files = [...new Set(found.flat())];
  if (files.length === 0) return [];
  const paths = files
    .slice(0, MOST_FILES)
    .map((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : shortened(path, home)));
  return [
    { id: 'stack', kind: 'compose', fields: { paths }, notes: [{ id: 'compose', values: { count: files.length, shown: paths.length } }] },
  ];
}

/** This folder, the home folder, and where stacks usually live. */
export async function stackFolders({ folder, home }: Pick<Place, 'folder' | 'home'>, signal: AbortSignal): Promise<readonly string[]> {
  const roots = [folder, home, ...['docker', 'compose', 'stacks', 'services', 'projects'].map((name) => join(home, name))];
  const shared = ['/opt', '/opt/stacks', '/srv', '/srv/docker', '/etc/docker/compose'];
  const below = await Promise.all([...roots, ...shared].map((root) => foldersIn(root, signal)));
  return [...new Set([...roots, ...shared, ...below.flat()])].slice(0, MOST_FOLDERS);
}

async function foldersIn(root: string, signal: AbortSignal): Promise<readonly string[]> {
  const names = (await namesIn(root, signal)).filter((name) => !name.startsWith('.') && name !== 'node_modules').slice(0, MOST_FOLDERS);
  return names.map((name) => join(root, name));
}

async function composeFilesIn(folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const paths = (await namesIn(folder, signal)).filter((name) => COMPOSE.test(name)).map((name) => join(folder, name));
  const kinds = await Promise.all(paths.map((path) => kindOf(path, signal)));
  return paths.filter((_, index) => kinds[index] === 'file');
}
