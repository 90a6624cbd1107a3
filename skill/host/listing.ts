import { lstat, opendir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type FailureCode, ProbeError } from '../audit/define.ts';
import { errorCode } from '../error-code.ts';
import { orAborted } from './abort.ts';
import { toFailure, toProbeError } from './failures.ts';
import { findFiles } from './find-program.ts';
import { excluder, hasWildcards, isMatch, type Pattern, type Places, patternsOf, start, step } from './glob.ts';
import type { ListedFile, Listing, ListOptions } from './host.ts';
import { placed } from './paths.ts';
import { behind, remoteMounts, unmounted } from './remote.ts';

const MOST_ENTRIES = 20_000;
const DEEPEST = 8;
const MOST_UNREAD = 20;
/** Files that are asked for at once: the threads that do it are shared by all. */
const AT_ONCE = 32;

/** The regular files of a path, without waiting for a FIFO, a device or a server that is gone. */
export async function list(path: string, options: ListOptions, signal: AbortSignal): Promise<Listing> {
  try {
    return await orAborted(signal, () => orUnmounted(path, options, () => listed(path, options, signal)));
  } catch (error) {
    throw toProbeError(error);
  }
}

/** Nothing is no finding where what should be mounted is not. */
async function orUnmounted(path: string, { cwd = process.cwd() }: ListOptions, list: () => Promise<Listing>): Promise<Listing> {
  try {
    const listing = await list();
    if (listing.files.length === 0) await refuseUnmounted(path, cwd);
    return listing;
  } catch (error) {
    if (toFailure(error).code === 'not-found') await refuseUnmounted(path, cwd);
    throw error;
  }
}

async function refuseUnmounted(path: string, cwd: string): Promise<void> {
  for (const { base } of patternsOf(path)) {
    const mount = await unmounted(placed(base, cwd));
    if (mount !== null) throw new ProbeError('unreachable', `${mount} is not mounted`);
  }
}

interface Walk {
  readonly cwd: string;
  readonly includesHidden: boolean;
  readonly deepest: number;
  readonly followsLinks: boolean;
  readonly isLeftOut: (path: string) => boolean;
  readonly mounts: readonly string[];
  readonly signal: AbortSignal;
  readonly endsAtMs: number;
  /** Folders by device and inode: a link back up ends here. */
  readonly visited: Set<string>;
  readonly files: ListedFile[];
  /** Those files by device and inode. */
  readonly own: Set<string>;
  /** The same of files that a link leads to, which may lie among the others. */
  readonly linked: Map<string, ListedFile>;
  readonly unread: { readonly path: string; readonly code: FailureCode }[];
  entriesLeft: number;
  isCut: boolean;
}

async function listed(path: string, options: ListOptions, signal: AbortSignal): Promise<Listing> {
  const {
    cwd = process.cwd(),
    includesHidden = false,
    deepest = DEEPEST,
    mostEntries = MOST_ENTRIES,
    forMs,
    followsLinks = true,
    without = [],
  } = options;
  const walk: Walk = {
    cwd,
    includesHidden,
    deepest,
    followsLinks,
    isLeftOut: without.length === 0 ? () => false : excluder(without),
    mounts: await remoteMounts(),
    signal,
    endsAtMs: forMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + forMs,
    visited: new Set(),
    files: [],
    own: new Set(),
    linked: new Map(),
    unread: [],
    entriesLeft: mostEntries,
    isCut: false,
  };
  const whole = await listWhole(placed(path, cwd), hasWildcards(path), walk);
  if (whole === null) await listPatterns(path, walk);
  const linked = [...walk.linked].flatMap(([id, file]) => (walk.own.has(id) ? [] : [file]));
  return {
    kind: whole ?? 'glob',
    files: [...walk.files, ...linked].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unread: walk.unread.slice(0, MOST_UNREAD),
    isCut: walk.isCut,
  };
}

const ALL_BELOW: Pattern = { base: '', parts: ['**'] };

/** The path as it is written; null when it does not exist and may be a pattern. */
async function listWhole(path: string, mayBePattern: boolean, walk: Walk): Promise<'file' | 'folder' | null> {
  const elsewhere = await behind(path, walk.mounts);
  if (elsewhere !== null) return mayBePattern ? null : await listRemote(elsewhere, path, start(ALL_BELOW), ALL_BELOW, walk);
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (mayBePattern && error.code === 'ENOENT') return null;
    throw error;
  });
  if (stats === null) return null;
  if (stats.isDirectory()) await listFolder(path, start(ALL_BELOW), ALL_BELOW, 1, walk);
  else if (stats.isFile()) keep(path, stats, false, walk);
  else throw new ProbeError('malformed', `${path} is neither a file nor a folder`);
  return stats.isDirectory() ? 'folder' : 'file';
}

/** One of several fixed parts may be absent; where all are, the pattern is not found. */
async function listPatterns(path: string, walk: Walk): Promise<void> {
  const patterns = patternsOf(path);
  const absent: unknown[] = [];
  for (const pattern of patterns) {
    const base = placed(pattern.base, walk.cwd);
    try {
      const elsewhere = await behind(base, walk.mounts);
      if (elsewhere !== null) await listRemote(elsewhere, base, start(pattern), pattern, walk);
      else await listFolder(base, start(pattern), pattern, 1, walk);
    } catch (error) {
      if (toFailure(error).code !== 'not-found') throw error;
      absent.push(error);
    }
  }
  if (absent.length === patterns.length) throw absent[0];
}

async function listFolder(folder: string, places: Places, pattern: Pattern, depth: number, walk: Walk): Promise<void> {
  const { dev, ino } = await stat(folder);
  if (walk.visited.has(`${dev}:${ino}`)) return;
  walk.visited.add(`${dev}:${ino}`);
  const entries = await namesOf(folder, places, pattern, walk);
  const folders: (readonly [string, Places])[] = [];
  for (let first = 0; first < entries.length && !isOver(walk); first += AT_ONCE) {
    const batch = entries.slice(first, first + AT_ONCE).map(([name, next]) => [join(folder, name), next] as const);
    const isFolder = await Promise.all(batch.map(([path, next]) => orUnread(path, walk, () => listEntry(path, next, pattern, walk))));
    folders.push(...batch.filter((_, index) => isFolder[index]));
  }
  if (depth >= walk.deepest) {
    // whoever asks for one level wants no more
    if (folders.length > 0 && walk.deepest > 1) walk.isCut = true;
    return;
  }
  for (const [path, next] of folders) {
    if (isOver(walk)) return;
    await orUnread(path, walk, () => listFolder(path, next, pattern, depth + 1, walk));
  }
}

/** Late: whatever was not looked at by then is missing from the list. */
function isOver(walk: Walk): boolean {
  walk.signal.throwIfAborted();
  if (performance.now() > walk.endsAtMs) walk.isCut = true;
  return performance.now() > walk.endsAtMs;
}

/** The names that may match, last first: where they are dated, a cut costs the oldest. */
async function namesOf(folder: string, places: Places, pattern: Pattern, walk: Walk): Promise<readonly (readonly [string, Places])[]> {
  const names: (readonly [string, Places])[] = [];
  for await (const { name } of await opendir(folder, { bufferSize: 256 })) {
    if (isOver(walk)) break;
    if (walk.entriesLeft <= 0) {
      walk.isCut = true;
      break;
    }
    walk.entriesLeft -= 1;
    const next = step(places, name, pattern, walk.includesHidden);
    if (next.size > 0) names.push([name, next]);
  }
  return names.toSorted(([a], [b]) => (a < b ? 1 : -1));
}

/** What cannot be looked into is named; what is gone, or a link to nowhere or to itself, holds nothing. */
async function orUnread<T>(path: string, walk: Walk, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (walk.signal.aborted) throw error;
    const { code } = toFailure(error);
    const isLoop = errorCode(error) === 'ELOOP';
    if (code !== 'not-found' && !isLoop) walk.unread.push({ path: shown(path, walk), code });
    return null;
  }
}

/** Keeps a file that matches; tells whether it is a folder to look into. */
async function listEntry(path: string, places: Places, pattern: Pattern, walk: Walk): Promise<boolean> {
  if (walk.isLeftOut(shown(path, walk))) return false;
  const own = await lstat(path);
  const isLink = own.isSymbolicLink();
  if (isLink && !walk.followsLinks) return false;
  const elsewhere = isLink || own.isDirectory() ? await behind(path, walk.mounts) : null;
  if (elsewhere !== null) {
    await listRemote(elsewhere, path, places, pattern, walk);
    return false;
  }
  const stats = isLink ? await stat(path) : own;
  if (stats.isFile() && isMatch(places, pattern)) keep(path, stats, isLink, walk);
  return stats.isDirectory();
}

interface Stats {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

function keep(path: string, { dev, ino, size, mtimeMs }: Stats, isLink: boolean, walk: Walk): void {
  const file = { path: shown(path, walk), absolute: path, sizeBytes: size, modifiedAtMs: mtimeMs };
  if (isLink) walk.linked.set(`${dev}:${ino}`, file);
  else {
    walk.files.push(file);
    walk.own.add(`${dev}:${ino}`);
  }
}

/** Everything below a path that a program can see, and its kind. What that may not look into is told of the whole. */
async function listRemote(path: string, as: string, from: Places, pattern: Pattern, walk: Walk): Promise<'file' | 'folder'> {
  const { entries, lack, isCut } = await findFiles(path, { ...walk, mostEntries: walk.entriesLeft }, walk.signal);
  walk.entriesLeft -= entries.length;
  if (lack !== null) walk.unread.push({ path: shown(as, walk), code: lack });
  if (isCut) walk.isCut = true;
  for (const { below, id, sizeBytes, modifiedAtMs } of entries) {
    const names = below.split('/').filter(Boolean);
    const places = names.reduce((at, name) => step(at, name, pattern, walk.includesHidden), from);
    if (walk.own.has(id) || !isMatch(places, pattern)) continue;
    const absolute = join(as, below);
    if (names.some((_, at) => walk.isLeftOut(shown(join(as, ...names.slice(0, at + 1)), walk)))) continue;
    walk.files.push({ path: shown(absolute, walk), absolute, sizeBytes, modifiedAtMs, isRemote: true });
    walk.own.add(id);
  }
  return entries.some(({ below }) => below === '') ? 'file' : 'folder';
}

function shown(path: string, { cwd }: Walk): string {
  const below = relative(cwd, path);
  return below === '' || below === '..' || below.startsWith('../') ? path : below;
}
