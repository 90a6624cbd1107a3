import type { Target } from '../audit/define.ts';
import type { Host } from '../host/host.ts';

const DEFAULT_TIMEOUT_MS = 5_000;
/** Kept back, so that what was already read is delivered before the reading's own deadline. */
const RESERVE_MS = 150;

/** Milliseconds that a side question may still take without losing the reading. */
export function msLeft(target: Pick<Target, 'timeoutMs'>, startedAtMs: number, host: Pick<Host, 'now'>): number {
  return (target.timeoutMs ?? DEFAULT_TIMEOUT_MS) - (host.now() - startedAtMs) - RESERVE_MS;
}
