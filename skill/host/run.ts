import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type FailureCode, ProbeError } from '../audit/define.ts';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { RunOptions, RunResult } from './host.ts';
import { killMarked, MARK } from './orphans.ts';

/** What is kept of a program's stdout, and of its stderr, when the caller does not say. */
export const MOST_OUTPUT_BYTES = 64 * 1024;
/** A grandchild that keeps the pipe open after its parent's end is not waited for longer than this. */
const PIPE_GRACE_MS = 150;
/** What is said of a program that a signal ended: it has no exit code. */
const KILLED = 128;

/**
 * Runs a program without a shell, in a process group of its own. When `signal` aborts it returns at once:
 * the group is killed, and on Linux whatever left the group too, found by a mark in its environment.
 */
export async function run(command: readonly string[], options: RunOptions, signal: AbortSignal): Promise<RunResult> {
  // slow to load, and not needed by an audit of servers alone
  const { execa } = await import('execa');
  if (signal.aborted) throw toProbeError(signal.reason);
  const [file = '', ...args] = command;
  const startedAt = performance.now();
  const mark = randomUUID();
  const child = start(execa, file, args, options, mark);
  const mostBytes = options.maxBytes ?? MOST_OUTPUT_BYTES;
  const { nodeChildProcess: subprocess } = child;
  const stdout = collect(child.stdout, mostBytes);
  const stderr = collect(child.stderr, mostBytes);

  function killAll() {
    child.kill('SIGKILL');
    killMarked(mark);
    child.stdout.destroy();
    child.stderr.destroy();
  }

  try {
    const { code } = await orAborted(signal, () =>
      Promise.race([child.then(errorCode), pipeGrace(subprocess), overflow(stdout, stderr, mostBytes)]),
    );
    if (subprocess.pid === undefined)
      throw new ProbeError(NOT_STARTED[code ?? ''] ?? 'bug', `${file}: could not be started (${code ?? 'unknown'})`);
    return {
      exitCode: subprocess.exitCode ?? KILLED,
      stdout: stdout.text(),
      stderr: stderr.text(),
      durationMs: Math.round(performance.now() - startedAt),
    };
  } catch (error) {
    throw toProbeError(error);
  } finally {
    // after a good end too: what it left in the background is not ours to leave behind
    if (subprocess.pid !== undefined) killAll();
  }
}

type Execa = typeof import('execa')['execa'];

const NOT_STARTED: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'missing-tool',
  ENOTDIR: 'missing-tool',
  ELOOP: 'missing-tool',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOEXEC: 'malformed',
  E2BIG: 'too-large',
};

function start(execa: Execa, file: string, args: readonly string[], { cwd, env, input }: RunOptions, mark: string) {
  try {
    return execa(file, args, {
      buffer: false,
      cleanup: true,
      ...(cwd === undefined ? {} : { cwd }),
      env: { LC_ALL: 'C', ...env, [MARK]: mark },
      ...(input === undefined ? { stdin: 'ignore' } : { input }),
      killDescendants: true,
      killSignal: 'SIGKILL',
      reject: false,
      windowsHide: true,
    });
  } catch (error) {
    throw toProbeError(error);
  }
}

function collect(stream: NodeJS.ReadableStream, mostBytes: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  let overflowed = () => {};
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else overflowed();
  });
  stream.on('error', () => {});
  return {
    text: () => Buffer.concat(chunks).toString('utf8'),
    onOverflow: (then: () => void) => {
      overflowed = then;
    },
  };
}

type Collector = ReturnType<typeof collect>;

/** Settles a little after the program's own end, whoever still holds its pipes. */
function pipeGrace(subprocess: ChildProcess): Promise<{ code?: string }> {
  return new Promise((resolve) => {
    subprocess.once('exit', () => setTimeout(resolve, PIPE_GRACE_MS, {}));
  });
}

function errorCode(result: object): { code?: string } {
  return 'code' in result && typeof result.code === 'string' ? { code: result.code } : {};
}

function overflow(stdout: Collector, stderr: Collector, mostBytes: number): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new ProbeError('too-large', `more than ${mostBytes} bytes of output`));
    stdout.onOverflow(refuse);
    stderr.onOverflow(refuse);
  });
}
