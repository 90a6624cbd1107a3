import type { ChildProcess } from 'node:child_process';
import { ProbeError } from '../audit/define.ts';
import { errorCode } from '../error-code.ts';
import { orAborted } from './abort.ts';
import { KILLED, PIPE_GRACE_MS, startChild } from './child.ts';
import { toProbeError } from './failures.ts';
import type { RunOptions, RunResult } from './host.ts';

/** What is kept of a program's stdout, and of its stderr, when the caller does not say. */
export const MOST_OUTPUT_BYTES = 64 * 1024;

/** Runs a program to its end. When `signal` aborts it returns at once, and nothing of the program is left. */
export async function run(command: readonly string[], options: RunOptions, signal: AbortSignal): Promise<RunResult> {
  const { child, subprocess, notStarted, killAll } = await startChild(command, options, signal);
  const startedAt = performance.now();
  const mostBytes = options.maxBytes ?? MOST_OUTPUT_BYTES;
  const stdout = collect(child.stdout, mostBytes);
  const stderr = collect(child.stderr, mostBytes);
  try {
    const code = await orAborted(signal, () =>
      Promise.race([child.then(errorCode), pipeGrace(subprocess), overflow(stdout, stderr, mostBytes)]),
    );
    if (subprocess.pid === undefined) throw notStarted(code ?? '');
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
    killAll();
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
function pipeGrace(subprocess: ChildProcess): Promise<undefined> {
  return new Promise((resolve) => {
    subprocess.once('exit', () => setTimeout(() => resolve(undefined), PIPE_GRACE_MS));
  });
}

function overflow(stdout: Collector, stderr: Collector, mostBytes: number): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new ProbeError('too-large', `more than ${mostBytes} bytes of output`));
    stdout.onOverflow(refuse);
    stderr.onOverflow(refuse);
  });
}
