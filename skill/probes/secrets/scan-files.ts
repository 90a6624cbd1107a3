import { Worker } from 'node:worker_threads';
import { ProbeError } from '../../audit/define.ts';
import { BEGUN, INDEX, type Scanned, type Text, type ThreadData } from './place.ts';

/** The slowest honest text takes a fourth of it. */
const STALLED_MS = 2_000;
/** Beside this file in the repository, beside the bundle in the package. */
const THREAD = new URL(`./scan-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** Looks into texts in a thread, batch after batch. A text that holds the thread for too long is given up: its answer is null. */
export function createScanner(key: Uint8Array, signal: AbortSignal, stalledMs = STALLED_MS) {
  let thread = startThread(key);

  async function scan(texts: readonly Text[]): Promise<readonly (Scanned | null)[]> {
    if (texts.length === 0) return [];
    const answer = await thread.ask(texts, stalledMs, signal);
    if (answer !== null) return answer;
    const stuck = thread.index();
    await thread.end();
    thread = startThread(key);
    // the ones before it are looked into again: their answers went with the thread
    return [...(await scan(texts.slice(0, stuck))), null, ...(await scan(texts.slice(stuck + 1)))];
  }

  return { scan, end: () => thread.end() };
}

export type Scanner = ReturnType<typeof createScanner>;

function startThread(key: Uint8Array) {
  const place = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const at = new Int32Array(place);
  const workerData: ThreadData = { key, place };
  // nothing of our environment changes what it does, and nothing that it prints is ours to show
  const worker = new Worker(THREAD, { workerData, env: {}, execArgv: [], stdout: true, stderr: true });
  worker.unref();

  /** Null: it holds on to one text. */
  function ask(texts: readonly Text[], stalledMs: number, signal: AbortSignal): Promise<readonly (Scanned | null)[] | null> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly (Scanned | null)[] | null>();
    const onAbort = () => reject(signal.reason);
    const fail = () => reject(new ProbeError('bug', 'the thread that looks for secrets ended'));
    let begun = Atomics.load(at, BEGUN);
    let isBegun = false;
    // the machine may be slow to start it: only a text that has begun can hold it
    const timer = setInterval(() => {
      const now = Atomics.load(at, BEGUN);
      if (isBegun && now === begun) resolve(null);
      isBegun ||= now !== begun;
      begun = now;
    }, stalledMs);
    worker.once('message', resolve).once('error', fail).once('exit', fail);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(texts);
    return promise.finally(() => {
      clearInterval(timer);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', resolve).off('error', fail).off('exit', fail);
    });
  }

  return { ask, index: () => Atomics.load(at, INDEX), end: () => worker.terminate() };
}
