import { Worker } from 'node:worker_threads';
import { ProbeError } from '../../audit/define.ts';
import type { ExecutionMode } from './execution-mode.ts';
import type { Kind } from './kinds.ts';

/** A file's text for the thread that looks into it. */
export interface Text {
  readonly path: string;
  readonly text: string;
  /** A `.env`, whose values are compared. */
  readonly isSettings: boolean;
}

/** What a file holds, without any value. */
export interface Scanned {
  readonly sightings: readonly {
    readonly line: number;
    readonly name: string | null;
    readonly kind: Kind;
    readonly service: string | null;
    readonly length: number;
    readonly fingerprint: string;
  }[];
  /** Of a `.env`; the digest tells equal values within one audit. */
  readonly settings: readonly { readonly name: string; readonly line: number; readonly isDefault: boolean; readonly digest: string }[];
  readonly execution: ExecutionMode | null;
}

export interface ThreadData {
  readonly key: Uint8Array;
  /** The index of the text that is being looked into. */
  readonly place: SharedArrayBuffer;
}

/** The slowest honest batch takes a tenth of it. */
const STALLED_MS = 2_000;
/** Beside this file in the repository, beside the bundle in the package. */
const THREAD = new URL(`./scan-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** Looks into texts in a thread, batch after batch. A text that holds the thread for too long is given up: its answer is null. */
export function createScanner(key: Uint8Array, signal: AbortSignal) {
  let thread = startThread(key);

  async function scan(texts: readonly Text[]): Promise<readonly (Scanned | null)[]> {
    if (texts.length === 0) return [];
    const answer = await thread.ask(texts, signal);
    if (answer !== null) return answer;
    const stuck = thread.place();
    await thread.end();
    thread = startThread(key);
    // the ones before it are looked into again: their answers went with the thread
    return [...(await scan(texts.slice(0, stuck))), null, ...(await scan(texts.slice(stuck + 1)))];
  }

  return { scan, end: () => thread.end() };
}

export type Scanner = ReturnType<typeof createScanner>;

function startThread(key: Uint8Array) {
  const place = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: ThreadData = { key, place };
  // nothing of our environment changes what it does, and nothing that it prints is ours to show
  const worker = new Worker(THREAD, { workerData, env: {}, execArgv: [], stdout: true, stderr: true });
  worker.unref();

  /** Null: it holds on to one text. */
  function ask(texts: readonly Text[], signal: AbortSignal): Promise<readonly (Scanned | null)[] | null> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly (Scanned | null)[] | null>();
    const onAbort = () => reject(signal.reason);
    const fail = () => reject(new ProbeError('bug', 'the thread that looks for secrets ended'));
    const timer = setTimeout(() => resolve(null), STALLED_MS);
    worker.once('message', resolve).once('error', fail).once('exit', fail);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(texts);
    return promise.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', resolve).off('error', fail).off('exit', fail);
    });
  }

  return { ask, place: () => Atomics.load(new Int32Array(place), 0), end: () => worker.terminate() };
}
