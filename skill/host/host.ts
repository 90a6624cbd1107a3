/** What a child process left behind. `stdout` and `stderr` are cut at the caller's limit. */
export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface RunOptions {
  /** Bytes of stdout and of stderr that are kept; 64 KiB when absent. */
  readonly maxBytes?: number;
  readonly input?: string;
  /** The folder it runs in; this process's own when absent. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ConverseOptions extends Omit<RunOptions, 'input'> {
  /** Bytes of stdout in all; 2 MiB when absent. Of stderr nothing is refused. */
  readonly maxBytes?: number;
}

/** A running program that is talked with. */
export interface Interlocutor {
  /** What it says on stdout, line by line, until it ends or closes it. */
  readonly lines: AsyncIterable<string>;
  send(line: string): void;
  /** How it ended by itself. */
  readonly ended: Promise<Pick<RunResult, 'exitCode' | 'stderr'>>;
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'HEAD' | 'OPTIONS' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes of the body that are accepted; 2 MiB when absent. */
  readonly maxBytes?: number;
  /** Told each new piece of the body; true ends the exchange there and then, as a stream may have no end of its own. */
  readonly isEnough?: (piece: string) => boolean;
}

/** Any HTTP answer, whatever its status. Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds from the first byte sent to the last byte received, connection included. */
  readonly durationMs: number;
  /** The server's `Date` minus ours, in milliseconds, corrected by half the round trip; null without one. */
  readonly clockSkewMs: number | null;
}

export interface Connection {
  readonly durationMs: number;
  /** The peer closed at once without a word: an accepted connection proves little then. */
  readonly closedAtOnce: boolean;
}

/** Space and inodes of one mounted file system; sizes in bytes. */
export interface FileSystemStats {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly availableBytes: number;
  readonly inodes: number;
  readonly freeInodes: number;
}

/**
 * The outside world, as probes see it. Every method rejects with a `ProbeError` of a closed code,
 * and rejects at once when `signal` aborts: nothing here outlives its signal.
 */
export interface Host {
  readonly platform: NodeJS.Platform;
  /** Runs a program without a shell, in a process group of its own that dies with the signal. Any exit code resolves. */
  run(command: readonly string[], options: RunOptions, signal: AbortSignal): Promise<RunResult>;
  /** The same with a program that waits for an answer before it goes on. It ends with the talk: first its input, then the whole group. */
  converse<T>(
    command: readonly string[],
    options: ConverseOptions,
    talk: (program: Interlocutor) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
  /** One HTTP exchange: no environment proxy, no redirect to another origin, bounded body. Any status resolves. */
  request(url: string, options: RequestOptions, signal: AbortSignal): Promise<HttpResponse>;
  /** Opens a TCP connection and looks for a moment whether it stays open. */
  connect(host: string, port: number, signal: AbortSignal): Promise<Connection>;
  resolve(name: string, signal: AbortSignal): Promise<readonly string[]>;
  /** A regular or /proc file as text, at most 2 MiB; never waits on a FIFO. */
  read(path: string, signal: AbortSignal): Promise<string>;
  statfs(path: string, signal: AbortSignal): Promise<FileSystemStats>;
  /** This machine's own addresses that are not loopback. */
  addresses(): readonly string[];
  /** Monotonic milliseconds. */
  now(): number;
  /** The wall clock. */
  clock(): Date;
  /** A signal that aborts with `signal`, or after `ms`. */
  deadline(ms: number, signal: AbortSignal): AbortSignal;
}
