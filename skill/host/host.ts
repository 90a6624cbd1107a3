import type { Readable } from 'node:stream';
import type { FailureCode } from '../audit/define.ts';

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
  /** A stream: the program waits for what comes of it, and for its end. */
  readonly input?: string | Readable;
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
  /** A Unix socket (on Windows a named pipe) to ask instead of the URL's host and port. */
  readonly socketPath?: string;
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

/** The other end of a raw connection: a TCP port, or a Unix socket (on Windows a named pipe). */
export type Peer = { readonly host: string; readonly port: number } | { readonly path: string };

/** Space and inodes of one mounted file system; sizes in bytes. */
export interface FileSystemStats {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly availableBytes: number;
  readonly inodes: number;
  readonly freeInodes: number;
}

export interface ListOptions {
  /** What a relative path is relative to; this process's own folder when absent. */
  readonly cwd?: string;
  /** Names that start with a dot count too; a path or pattern that names one always finds it. */
  readonly includesHidden?: boolean;
  /** Entries that are looked at, files and folders; 20,000 when absent. */
  readonly mostEntries?: number;
  /** Levels of folders under the path; 8 when absent, 1 for what lies in the folder itself. */
  readonly deepest?: number;
  /** Milliseconds after which what was found so far is all; no such limit when absent. */
  readonly forMs?: number;
  /** False: what a link below the path leads to is left alone. */
  readonly followsLinks?: boolean;
  /** What is passed over with all below it: patterns of a name, or with a slash of a path as it is shown. */
  readonly without?: readonly string[];
}

/** A regular file. */
export interface ListedFile {
  /** Below `cwd` as one writes it from there, else absolute. */
  readonly path: string;
  readonly absolute: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970, by the clock of whoever wrote it. */
  readonly modifiedAtMs: number;
  /** On a server that may be gone: to read it may take for ever. */
  readonly isRemote?: true;
}

/** What stands at a path, its links followed. */
export interface PathStats {
  readonly kind: 'file' | 'folder' | 'other';
  /** Rights alone: the last nine bits and the three before. */
  readonly mode: number;
  readonly ownerId: number;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

/** The regular files of a file's, a folder's or a pattern's path, sorted by path; links are followed, each file comes once. */
export interface Listing {
  readonly kind: 'file' | 'folder' | 'glob';
  readonly files: readonly ListedFile[];
  /** What stands below the path and could not be looked into. */
  readonly unread: readonly { readonly path: string; readonly code: FailureCode }[];
  /** There was more than the limits allow. */
  readonly isCut: boolean;
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
  /** Opens a raw connection, sends `opening` (null: waits to be spoken to) and returns what comes back, at most 16 KiB. */
  talk(peer: Peer, opening: string | Uint8Array | null, signal: AbortSignal): Promise<Uint8Array>;
  resolve(name: string, signal: AbortSignal): Promise<readonly string[]>;
  /** A regular or /proc file as text, at most 2 MiB; never waits on a FIFO. */
  read(path: string, signal: AbortSignal): Promise<string>;
  statfs(path: string, signal: AbortSignal): Promise<FileSystemStats>;
  stat(path: string, signal: AbortSignal): Promise<PathStats>;
  /** What a path of the inventory holds: a file, a folder with all below it, or a pattern. `not-found` when its fixed part does not exist. */
  list(path: string, options: ListOptions, signal: AbortSignal): Promise<Listing>;
  /** This machine's own addresses that are not loopback. */
  addresses(): readonly string[];
  /** Monotonic milliseconds. */
  now(): number;
  /** The wall clock. */
  clock(): Date;
  /** A signal that aborts with `signal`, or after `ms`. */
  deadline(ms: number, signal: AbortSignal): AbortSignal;
}
