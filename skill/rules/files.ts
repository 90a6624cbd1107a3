import type { Inventory } from '../audit/define.ts';
import { hasWildcards } from '../host/glob.ts';
import { operand, quoted } from './shell.ts';

/** Shows the five newest files of a path of the inventory, from wherever one stands; links are followed, as they were for the finding. */
export function newestFiles(path: string, inventory: Inventory): string {
  const parts = path.split('/');
  const first = parts.findIndex(hasWildcards);
  const folder = first < 0 ? path : parts.slice(0, first).join('/') || (path.startsWith('/') ? '/' : '.');
  const last = parts.at(-1) ?? '';
  // find knows no braces, and ** is any name to it
  const named = first < 0 || last.includes('{') || last.includes('**') || last === '' ? '' : ` -name ${quoted(last)}`;
  const line = `find -L ${word(folder)} -type f ! -name '.*'${named} -printf '%TY-%Tm-%Td %TH:%TM %s %p\\n' | sort | tail -n 5`;
  return fromInventory(line, path, inventory);
}

/** Shows one file: when it was written, how large it is. */
export function statOf(path: string, inventory: Inventory): string {
  return fromInventory(`stat -c '%y %s %n' ${word(path)}`, path, inventory);
}

/** Shows one line of a file, or the file's head where no line is known. */
export function lineOfFile(path: string, line: number | null, inventory: Inventory): string {
  return fromInventory(`sed -n ${line ?? '1,5'}p ${path.startsWith('~') ? word(path) : operand(path)}`, path, inventory);
}

/** Shows who may read one file. */
export function rightsOf(path: string, inventory: Inventory): string {
  return fromInventory(`stat -c '%a %U %n' ${word(path)}`, path, inventory);
}

/** Shows on which lines of some files a name stands, and nothing of what it is set to. */
export function linesNaming(name: string, paths: readonly string[], inventory: Inventory): string {
  return fromInventory(`grep -noF -e ${quoted(name)} -- ${paths.map(word).join(' ')}`, paths[0] ?? '', inventory);
}

/** Shows whether git tracks one file. */
export function gitTracks(path: string, inventory: Inventory): string {
  return inFolderOf(path, (name) => `git ls-files -- ${name}`, inventory);
}

/** Keeps one file, and takes it out of git's hands. */
export function gitForget(path: string, inventory: Inventory): string {
  return inFolderOf(path, (name) => `git rm --cached -- ${name}`, inventory);
}

/** Gives one file to its owner alone. */
export function ownerOnly(path: string, inventory: Inventory): string {
  return fromInventory(`chmod 600 ${word(path)}`, path, inventory);
}

function inFolderOf(path: string, line: (name: string) => string, inventory: Inventory): string {
  const end = path.lastIndexOf('/');
  const folder = end < 0 ? '.' : path.slice(0, end) || '/';
  if (folder === '.') return fromInventory(line(word(path)), path, inventory);
  const there = `cd ${word(folder)} && ${line(word(path.slice(end + 1)))}`;
  return `(${fromInventory(there, path, inventory).replace(/^\(|\)$/g, '')})`;
}

/** A word that keeps the meaning of a leading ~. */
function word(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  if (safe === '~') return '"$HOME"';
  return safe.startsWith('~/') ? `"$HOME"/${quoted(safe.slice(2))}` : quoted(safe);
}

/** Relative paths start at the inventory's folder. */
function fromInventory(line: string, path: string, { file = '' }: Inventory): string {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return folder === '' || path.startsWith('/') || path.startsWith('~') ? line : `(cd ${word(folder)} && ${line})`;
}
