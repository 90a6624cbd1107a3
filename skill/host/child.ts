import { randomUUID } from 'node:crypto';
import { type FailureCode, ProbeError } from '../audit/define.ts';
import { toProbeError } from './failures.ts';
import type { RunOptions } from './host.ts';
import { killMarked, MARK } from './orphans.ts';

/** A grandchild that keeps the pipe open after its parent's end is not waited for longer than this. */
export const PIPE_GRACE_MS = 150;
/** What is said of a program that a signal ended: it has no exit code. */
export const KILLED = 128;

/**
 * Starts a program without a shell, in a process group of its own. Whoever starts it calls `killAll`, which ends the
 * group and on Linux whatever left the group too, found by a mark in its environment.
 */
export async function startChild(command: readonly string[], options: StartOptions, signal: AbortSignal) {
  // slow to load, and not needed by an audit of servers alone
  const { execa } = await import('execa');
  if (signal.aborted) throw toProbeError(signal.reason);
  const [file = '', ...args] = command;
  const mark = randomUUID();
  const child = start(execa, file, args, options, mark);
  return {
    child,
    subprocess: child.nodeChildProcess,
    /** Why there is no process. */
    notStarted: (code: string) => new ProbeError(NOT_STARTED[code] ?? 'bug', `${file}: could not be started (${code || 'unknown'})`),
    killAll() {
      if (child.nodeChildProcess.pid === undefined) return;
      child.kill('SIGKILL');
      killMarked(mark);
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

type Execa = typeof import('execa')['execa'];
type StartOptions = Pick<RunOptions, 'cwd' | 'env' | 'input'> & { readonly keepsInput?: boolean };

const NOT_STARTED: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'missing-tool',
  ENOTDIR: 'missing-tool',
  ELOOP: 'missing-tool',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOEXEC: 'malformed',
  E2BIG: 'too-large',
};

function start(execa: Execa, file: string, args: readonly string[], { cwd, env, input, keepsInput }: StartOptions, mark: string) {
  try {
    return execa(file, args, {
      buffer: false,
      cleanup: true,
      ...(cwd === undefined ? {} : { cwd }),
      env: { LC_ALL: 'C', ...env, [MARK]: mark },
      ...(input === undefined ? { stdin: keepsInput ? 'pipe' : 'ignore' } : { input }),
      killDescendants: true,
      killSignal: 'SIGKILL',
      reject: false,
      windowsHide: true,
    });
  } catch (error) {
    throw toProbeError(error);
  }
}
