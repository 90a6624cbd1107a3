import { type FailureCode, ProbeError } from '../audit/define.ts';
import { run } from './run.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const FILES = ['-type', 'f', '-printf', String.raw`f %D:%i %s %T@ %P\0`];
const FOLDERS = ['-type', 'd', '-printf', String.raw`d %d\0`];

interface FindOptions {
  readonly followsLinks: boolean;
  readonly deepest: number;
  readonly mostEntries: number;
}

export interface Found {
  readonly entries: readonly {
    /** The path below the one that was asked for; empty for that one itself. */
    readonly below: string;
    readonly id: string;
    readonly sizeBytes: number;
    readonly modifiedAtMs: number;
  }[];
  /** Why a part could not be looked into. */
  readonly lack: FailureCode | null;
  readonly isCut: boolean;
}

/** The files below a path whose server may be gone, by GNU find: a program that can be left behind. */
export async function findFiles(path: string, { followsLinks, deepest, mostEntries }: FindOptions, signal: AbortSignal): Promise<Found> {
  const command = ['find', followsLinks ? '-L' : '-H', path, '-maxdepth', String(deepest), ...FILES, '-o', ...FOLDERS];
  const { exitCode, stdout, stderr } = await run(command, { maxBytes: MOST_BYTES }, signal);
  if (stdout === '') refuse(path, exitCode, stderr);
  const lines = stdout.split('\0').slice(0, -1);
  const entries = lines.flatMap(parseFile);
  return {
    entries: entries.slice(0, mostEntries),
    lack: lackIn(stderr),
    // a folder at the last level may hold more
    isCut: entries.length > mostEntries || (deepest > 1 && lines.includes(`d ${deepest}`)),
  };
}

/** Nothing found is an answer only where find has nothing to complain of. */
function refuse(path: string, exitCode: number, stderr: string): void {
  if (/Permission denied/.test(stderr)) throw new ProbeError('denied', `${path}: no right to it`);
  if (/No such file or directory|Not a directory/.test(stderr)) throw new ProbeError('not-found', `${path}: no such file`);
  if (/predicate|unrecognized/.test(stderr)) throw new ProbeError('missing-tool', 'find of GNU');
  if (exitCode !== 0 && !/loop/.test(stderr)) throw new ProbeError('bad-status', `find exit ${exitCode}: ${stderr.slice(0, 200)}`);
}

/** What is gone meanwhile, or leads back to itself, is not missing. */
const HARMLESS = /: (?:No such file or directory|Too many levels of symbolic links)$|^find: File system loop detected/;
const GONE = /Stale file handle|not connected|Host is down|No route to host|timed out/i;

function lackIn(stderr: string): FailureCode | null {
  const complaints = stderr.split('\n').filter((line) => line.startsWith('find:') && !HARMLESS.test(line));
  if (complaints.length === 0) return null;
  if (complaints.some((line) => GONE.test(line))) return 'unreachable';
  return complaints.some((line) => /Permission denied|not permitted/.test(line)) ? 'denied' : 'bad-status';
}

function parseFile(line: string): Found['entries'] {
  const [, id = '', size, seconds, below = ''] = /^f (\d+:\d+) (\d+) (-?\d+(?:\.\d+)?) (.*)$/s.exec(line) ?? [];
  return id === '' ? [] : [{ id, below, sizeBytes: Number(size), modifiedAtMs: Number(seconds) * 1000 }];
}
