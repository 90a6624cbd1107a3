import type { HttpResponse } from '../../host/host.ts';
import type { Value } from './sighting.ts';

/** What a product told of itself. */
export interface Recognised {
  /** Where one fingerprint knows several products. */
  readonly product?: string;
  readonly version?: string | null;
  readonly models?: readonly string[];
  /** It answers, but wants credentials. */
  readonly isLocked?: boolean;
}

interface Common {
  /** The product's own name, the same in every language. */
  readonly product: string;
  /** The kind of target that reads it; null when its port is all that can be declared. */
  readonly kind: string | null;
  /** Where it usually listens: it is asked there first. */
  readonly ports: readonly number[];
  /** Its program's name: wherever that listens, it is asked first too. */
  readonly process?: RegExp;
  /** What the inventory says of it; its URL when absent. `at` is `127.0.0.1:1234`. */
  readonly fields?: (at: string) => Readonly<Record<string, Value>>;
}

export type HttpAnswer = Pick<HttpResponse, 'status' | 'headers' | 'body'>;

/** A product that is told by one GET. */
export interface HttpFingerprint extends Common {
  readonly over: 'http';
  readonly path: string;
  /** What its first page says: then it is asked on any port. */
  readonly front?: RegExp;
  /** Asked of every web server that nothing else recognised. */
  readonly isEverywhere?: true;
  /** Null or a throw: it is something else. `isUsual` is true on one of its own ports or programs. */
  readonly recognise: (answer: HttpAnswer, isUsual: boolean) => Recognised | null;
  /** Asked once it is recognised, where the first answer tells no version. */
  readonly version?: { readonly path: string; readonly read: (body: string) => string | null };
}

/** A product that is told by its first bytes. */
export interface RawFingerprint extends Common {
  readonly over: 'tcp';
  /** Null: it speaks first. */
  readonly say: string | Uint8Array | null;
  /** The bytes as Latin-1. */
  readonly recognise: (answer: string) => Recognised | null;
}

export type Fingerprint = HttpFingerprint | RawFingerprint;
