import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES, ProbeError } from '../audit/define.ts';
import type { Host, ListedFile } from '../host/host.ts';
import { cut } from './cut.ts';
import { path } from './file-ages.ts';
import { parseJson } from './json.ts';
import { msLeft } from './time-left.ts';

const SqliteTarget = z.strictObject({ ...commonFields, kind: z.literal('sqlite'), path });

/** `busy`: written to while it was looked at. */
const CHECKS = ['ok', 'damaged', 'not-a-database', 'busy', 'too-large'] as const;
const Answer = z.strictObject({
  check: z.enum(CHECKS),
  /** Of the first hundred. */
  problems: z.int().nonnegative(),
  first: z.string().nullable(),
});

const SqliteFacts = z.strictObject({
  path: z.string(),
  check: z.enum([...CHECKS, 'missing', 'empty', 'unchecked']),
  problems: z.int().nonnegative(),
  first: z.string().nullable(),
  sizeBytes: z.number().nonnegative(),
  /** Rights in octal; null where there are none. */
  mode: z.string().nullable(),
  /** What is written and not yet in the database itself; null without such a log. */
  walBytes: z.number().nonnegative().nullable(),
  /** Why it could not be checked. */
  failure: z.enum(FAILURE_CODES).nullable(),
});
export type SqliteFacts = z.infer<typeof SqliteFacts>;

/** Kept for what is told beside the check. */
const CHECK_SHARE = 0.9;

/** Whether a database file is there and whole. Nothing is written to it or beside it. */
export const sqlite = defineProbe({
  kind: 'sqlite',
  target: SqliteTarget,
  facts: SqliteFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const forMs = msLeft(target, host.now(), host);
    const file = await fileAt(target.path, host, signal);
    const known = { path: cut(target.path), problems: 0, first: null, sizeBytes: 0, mode: null, walBytes: null, failure: null };
    if (file === null) return { ...known, check: 'missing' as const };
    const sizes = { sizeBytes: file.sizeBytes, ...(await rightsAndLog(file, host, signal)) };
    if (file.sizeBytes === 0) return { ...known, ...sizes, check: 'empty' as const };
    return { ...known, ...sizes, ...(await check(file, host, host.deadline(forMs * CHECK_SHARE, signal), signal)) };
  },
});

async function fileAt(at: string, host: Host, signal: AbortSignal): Promise<ListedFile | null> {
  try {
    const { kind, files } = await host.list(at, { includesHidden: true, deepest: 1 }, signal);
    if (kind !== 'file') throw new ProbeError('malformed', 'expected a file');
    return files[0] ?? null;
  } catch (error) {
    if (error instanceof ProbeError && error.code === 'not-found') return null;
    throw error;
  }
}

async function rightsAndLog({ absolute, isRemote }: ListedFile, host: Host, signal: AbortSignal) {
  if (isRemote) return { mode: null, walBytes: null };
  const stat = (at: string) =>
    host.stat(at, signal).catch(() => {
      signal.throwIfAborted();
      return null;
    });
  const [own, log] = await Promise.all([stat(absolute), stat(`${absolute}-wal`)]);
  const mode = own && host.platform !== 'win32' ? own.mode.toString(8).padStart(3, '0') : null;
  return { mode, walBytes: log?.sizeBytes ?? null };
}

/** Beside this file in the repository, beside the bundle in the package. */
const PROGRAM = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('./sqlite/check-program.ts', import.meta.url) : new URL('./check-program.js', import.meta.url),
);

type Checked = Pick<SqliteFacts, 'check' | 'problems' | 'first' | 'failure'>;

/** In a process of its own: a large file takes its time, and one that was made for it may crash SQLite. */
async function check({ absolute }: ListedFile, host: Host, inTime: AbortSignal, signal: AbortSignal): Promise<Checked> {
  const unchecked = (failure: SqliteFacts['failure']): Checked => ({ check: 'unchecked', problems: 0, first: null, failure });
  try {
    const { exitCode, stdout, stderr } = await host.run([process.execPath, PROGRAM, absolute], { env: { NODE_OPTIONS: '' } }, inTime);
    if (/EACCES|EPERM|unable to open/.test(stderr)) return unchecked('denied');
    if (exitCode !== 0) return unchecked('bad-status');
    const answer = Answer.safeParse(parseJson(stdout));
    if (!answer.success) return unchecked('malformed');
    const { check: found, problems, first } = answer.data;
    return { check: found, problems, first: first === null ? null : cut(first), failure: null };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ProbeError)) throw error;
    return unchecked(error.code);
  }
}
