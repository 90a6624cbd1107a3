import type { HostFacts } from '../host.ts';
import { absent, type Missing, type Piece, present } from './piece.ts';

/** A part that this exporter does not tell: nothing is known of it, whatever the machine. */
export function untold(what: Missing['what'], metric: string): Piece<never> {
  return absent(what, 'not-exported', `the exporter does not tell ${metric}`);
}

export function memoryOf(
  totalBytes: number | null,
  availableBytes: number | null,
  metric: string,
): Piece<NonNullable<HostFacts['memory']>> {
  if (totalBytes === null || availableBytes === null) return untold('memory', metric);
  if (totalBytes <= 0 || availableBytes < 0) return absent('memory', 'malformed', `${availableBytes} of ${totalBytes} bytes`);
  return present({ totalBytes, availableBytes: Math.min(availableBytes, totalBytes) });
}
