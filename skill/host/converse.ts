import type { ChildProcess } from 'node:child_process';
import { ProbeError } from '../audit/define.ts';
import { errorCode } from '../error-code.ts';
import { orAborted } from './abort.ts';
import { KILLED, PIPE_GRACE_MS, startChild } from './child.ts';
import { toProbeError } from './failures.ts';
import type { ConverseOptions, Interlocutor } from './host.ts';

const MOST_SAID_BYTES = 2 * 1024 * 1024;
const KEPT_STDERR_BYTES = 64 * 1024;
/** Shorter than what readings keep in reserve for delivering what they found. */
const FAREWELL_MS = 100;

/**
 * Talks with a program through its standard input and output. Rejects as soon as `signal` aborts or as `talk` does.
 * At the end its input ends, then after a moment the whole group, whatever it ignores.
 */
export async function converse<T>(
  command: readonly string[],
  { maxBytes = MOST_SAID_BYTES, ...options }: ConverseOptions,
  talk: (program: Interlocutor) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { child, subprocess, notStarted, killAll } = await startChild(command, { ...options, keepsInput: true }, signal);
  const input = child.stdin;
  const stderr = keepStart(child.stderr, KEPT_STDERR_BYTES);
  // who has gone reads nothing; that it has gone is told by `ended`
  input?.on('error', () => {});
  child.stdout.on('error', () => {});
  try {
    if (subprocess.pid === undefined) throw notStarted(errorCode(await child));
    const exited = exitOf(subprocess);
    // whoever keeps its pipe open after it is not it
    const ended = exited.then(async (exitCode) => {
      await pause(PIPE_GRACE_MS, child.stdout);
      child.stdout.destroy();
      return { exitCode, stderr: stderr.text() };
    });
    const program = { lines: linesOf(child.stdout, maxBytes), send: (line: string) => void input?.write(`${line}\n`), ended };
    const outcome = await orAborted(signal, () => talk(program));
    input?.end();
    await orAborted(signal, () => Promise.race([exited, pause(FAREWELL_MS)])).catch(() => {});
    return outcome;
  } catch (error) {
    throw toProbeError(error);
  } finally {
    killAll();
  }
}

function exitOf(subprocess: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    subprocess.once('exit', (code) => resolve(code ?? KILLED));
  });
}

/** Settles after so long, or with the end of the stream. */
function pause(ms: number, stream?: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stream?.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function* linesOf(stdout: NodeJS.ReadableStream, mostBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let unfinished = '';
  try {
    for await (const chunk of stdout as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new ProbeError('too-large', `more than ${mostBytes} bytes of output`);
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
      unfinished += first;
      for (const next of others) {
        yield unfinished;
        unfinished = next;
      }
    }
  } catch (error) {
    // a stream that was destroyed has ended, too
    if (error instanceof ProbeError) throw error;
  }
  if (unfinished !== '') yield unfinished;
}

/** Keeps reading, so that a talkative program is never stopped by a full pipe. */
function keepStart(stream: NodeJS.ReadableStream, mostBytes: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('error', () => {});
  stream.on('data', (chunk: Buffer) => {
    if (size < mostBytes) chunks.push(chunk);
    size += chunk.length;
  });
  return { text: () => Buffer.concat(chunks).toString('utf8').slice(0, mostBytes) };
}
