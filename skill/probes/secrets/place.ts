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
  /** Where it is: which text of its batch, and how many it has begun in all. */
  readonly place: SharedArrayBuffer;
}

export const INDEX = 0;
export const BEGUN = 1;
