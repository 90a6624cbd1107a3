import { ProbeError } from '../../audit/define.ts';
import { matches } from '../../host/glob.ts';
import type { Host, ListedFile } from '../../host/host.ts';

/** How a log is kept from growing for ever; `none` where nothing shows it, `unknown` where that could not be read. */
export const ROTATIONS = ['journald', 'siblings', 'logrotate', 'none', 'unknown'] as const;
export type Rotation = (typeof ROTATIONS)[number];

const JOURNAL = /^\/(?:var|run)\/log\/journal\/|\.journal~?$/;
const DATED = /\d{4}-?\d{2}-?\d{2}/;
const PACKED = /\.(?:gz|xz|bz2|zst|lz4|old)$/;
const NUMBERED = /\.\d{1,4}(?:\.log)?$/;

/** A log that was put aside: packed, numbered or dated. */
export function isPutAside(path: string): boolean {
  const name = nameOf(path);
  return PACKED.test(name) || NUMBERED.test(name) || DATED.test(name);
}

/** That there is no sign is told by a whole list alone. */
interface Signs {
  readonly found: readonly string[];
  readonly isWhole: boolean;
}

/** Looks for signs of rotation, the nearest first: the name itself, what stands beside it, then the configuration of logrotate. */
export function rotationReader(host: Host, signal: AbortSignal) {
  const beside = new Map<string, Promise<Signs>>();
  let configuration: Promise<Signs> | null = null;
  return async ({ absolute }: ListedFile): Promise<Rotation> => {
    if (JOURNAL.test(absolute)) return 'journald';
    const folder = absolute.slice(0, absolute.lastIndexOf('/')) || '/';
    if (!beside.has(folder)) beside.set(folder, namesIn(folder, host, signal));
    const names = await beside.get(folder);
    if (names?.found.some((name) => isEarlier(name, nameOf(absolute)))) return 'siblings';
    configuration ??= logrotatePatterns(host, signal);
    const patterns = await configuration;
    if (patterns.found.some((pattern) => matches(absolute, pattern))) return 'logrotate';
    return names?.isWhole && patterns.isWhole && host.platform === 'linux' ? 'none' : 'unknown';
  };
}

/** `app.log.1`, `app.log-20261120.gz`, `app.1.log` and `app-2026-11-20.log` are earlier parts of `app.log`. */
function isEarlier(name: string, of: string): boolean {
  const stem = of.replace(/\.[^.]*$/, '') || of;
  if (name === of || !name.startsWith(stem)) return false;
  const rest = name.startsWith(of) ? name.slice(of.length) : name.slice(stem.length);
  return /^[-._]/.test(rest) && isPutAside(rest);
}

/** Rotation makes an empty log every day, whether anybody writes to it or not: it is as old as its last part with anything in it. */
export function isMadeAnew({ absolute, sizeBytes }: ListedFile, files: readonly ListedFile[]): boolean {
  const folder = absolute.slice(0, absolute.length - nameOf(absolute).length);
  const stem = (path: string) => nameOf(path).replace(NUMBERED, '');
  const isPart = (path: string) => isEarlier(nameOf(path), nameOf(absolute)) || (isPutAside(absolute) && stem(path) === stem(absolute));
  return sizeBytes === 0 && files.some((file) => file.sizeBytes > 0 && file.absolute.startsWith(folder) && isPart(file.absolute));
}

async function namesIn(folder: string, host: Host, signal: AbortSignal): Promise<Signs> {
  return orNothing(async () => {
    const { files, unread, isCut } = await host.list(folder, { deepest: 1 }, signal);
    return { found: files.map(({ absolute }) => nameOf(absolute)), isWhole: unread.length === 0 && !isCut };
  });
}

async function logrotatePatterns(host: Host, signal: AbortSignal): Promise<Signs> {
  return orNothing(async () => {
    const listed = host.list('/etc/logrotate.d', { deepest: 1, mostEntries: 500 }, signal);
    const { files, unread, isCut } = await orNone(listed, { kind: 'folder', files: [], unread: [], isCut: false });
    const paths = ['/etc/logrotate.conf', ...files.map(({ absolute }) => absolute)];
    const texts = await Promise.all(paths.map((path) => orNone(host.read(path, signal), '')));
    return { found: texts.flatMap(parseLogrotate), isWhole: unread.length === 0 && !isCut };
  });
}

/** What logrotate.conf(5) lists before each block of directives, in quotes or not, one or several on a line. */
export function parseLogrotate(text: string): readonly string[] {
  const heads = text
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, ''))
    .join('\n')
    .split('}')
    .flatMap((block) => (block.includes('{') ? [block.slice(0, block.indexOf('{'))] : []));
  return heads.flatMap((head) =>
    head
      .split('\n')
      .filter((line) => /^\s*["'/]/.test(line))
      .flatMap((line) =>
        [...line.matchAll(/"([^"]+)"|'([^']+)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? ''),
      ),
  );
}

async function orNone<T>(work: Promise<T>, none: T): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof ProbeError && error.code === 'not-found') return none;
    throw error;
  });
}

async function orNothing(work: () => Promise<Signs>): Promise<Signs> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProbeError) return { found: [], isWhole: false };
    throw error;
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
