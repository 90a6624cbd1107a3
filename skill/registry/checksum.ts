import { createHash } from 'node:crypto';

/** Tells whether what we wrote is still what we wrote. */
export function checksumOf(fields: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);
}
