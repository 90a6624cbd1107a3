import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { ProbeError } from '../audit/define.ts';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { RunOptions, RunResult } from './host.ts';

/** What is kept of a program's stdout, and of its stderr, when the caller does not say. */
export const MOST_OUTPUT_BYTES = 64 * 1024;
/** A grandchild that keeps the pipe open after its parent's end is not waited for longer than this. */
const PIPE_GRACE_MS = 150;
/** What is said of a program that a signal ended: it has no exit code. */
const KILLED = 128;
const MARK = 'JARVIS_AUDIT_CHILD';

/**
 * Runs a program without a shell, in a process group of its own. When `signal` aborts it returns at once:
 * the group is killed, and on Linux whatever left the group too, found by a mark in its environment.
 */
export async function run(command: readonly string[], options: RunOptions, signal: AbortSignal): Promise<RunResult> {
  signal.throwIfAborted();
  const [file = '', ...args] = command;
  const startedAt = performance.now();
  const mark = randomUUID();
  const child = execa(file, args, {
    buffer: false,
    cleanup: true,
    env: { LC_ALL: 'C', ...options.env, [MARK]: mark },
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    killDescendants: true,
    killSignal: 'SIGKILL',
    reject: false,
    windowsHide: true,
  });
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
    if (code === 'ENOENT') throw new ProbeError('missing-tool', `${file}: not found`);
    if (code === 'EACCES') throw new ProbeError('denied', `${file}: not allowed to run it`);
    return { exitCode: subprocess.exitCode ?? KILLED, stdout: stdout.text(), stderr: stderr.text(), durationMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    throw toProbeError(error);
  } finally {
    if (subprocess.exitCode === null || !stdout.ended() || !stderr.ended()) killAll();
  }
}

function collect(stream: NodeJS.ReadableStream, mostBytes: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  let ended = false;
  let overflowed = () => {};
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else overflowed();
  });
  stream.on('error', () => {});
  stream.on('close', () => {
    ended = true;
  });
  return {
    text: () => Buffer.concat(chunks).toString('utf8'),
    ended: () => ended,
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

/** Kills what inherited our mark but moved to another session; only Linux shows other processes' environment. */
function killMarked(mark: string) {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // gone meanwhile, or somebody else's
    }
  }
}
