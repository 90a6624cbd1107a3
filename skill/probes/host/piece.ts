import { type FailureCode, ProbeError } from '../../audit/define.ts';
import { cut } from '../cut.ts';
import type { HostFacts } from '../host.ts';

export type Missing = HostFacts['missing'][number];

/** One part of the facts, or why it is missing; both null when it was not asked or does not exist. */
export interface Piece<T> {
  readonly value: T | null;
  readonly missing: Missing | null;
}

export const present = <T>(value: T): Piece<T> => ({ value, missing: null });

export const absent = (what: Missing['what'], code: Missing['code'], detail: string): Piece<never> => ({
  value: null,
  missing: { what, code, detail: cut(detail) || code },
});

export const notAsked: Piece<never> = { value: null, missing: null };

/** What `read` finds; a foreseen failure leaves this part missing and the others whole. */
export async function piece<T>(what: Missing['what'], read: () => Promise<Piece<T>>): Promise<Piece<T>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProbeError) || error.code === 'bug') throw error;
    return absent(what, MISSING_CODES[error.code] ?? 'malformed', error.message);
  }
}

const MISSING_CODES: Partial<Record<FailureCode, Missing['code']>> = {
  timeout: 'timeout',
  denied: 'denied',
  'missing-tool': 'missing-tool',
  'not-found': 'not-applicable',
};
