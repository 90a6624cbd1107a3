import { ProbeError } from '../audit/define.ts';
import type { Host, HttpResponse } from '../host/host.ts';

/** From here on a list call is slow enough to be asked again. */
const DOUBTED_MS = 300;

/**
 * Milliseconds of a list call. A slow one may have waited for our own start-up or for a busy auditor: it is asked once more,
 * for no longer than it took, and the quicker answer counts. Rejects only when `signal` aborts.
 */
export async function quickerOf(
  first: HttpResponse,
  again: (signal: AbortSignal) => Promise<HttpResponse>,
  leftMs: number,
  host: Host,
  signal: AbortSignal,
): Promise<number> {
  // what is known already must not be lost to the deadline for a finer figure
  if (first.durationMs <= DOUBTED_MS || 3 * first.durationMs > leftMs) return first.durationMs;
  try {
    const second = await again(host.deadline(first.durationMs, signal));
    return second.status === first.status ? Math.min(first.durationMs, second.durationMs) : first.durationMs;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProbeError) return first.durationMs;
    throw error;
  }
}
