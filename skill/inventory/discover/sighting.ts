import type { DiscoverNote } from '../../../locales/locale.ts';

/** A value of the inventory; `env` is a reference to a variable, whose value is never written. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly env: string; readonly fallback?: string }
  | { readonly [key: string]: Value };

/** One thing that was seen and that an inventory can declare. What was seen is data: the words come when it is printed. */
export interface Sighting {
  /** The id that it would like; made unique when it is printed. */
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly notes: readonly DiscoverNote[];
  /** Somebody must look at it first: it is printed as a comment. */
  readonly isSuggested?: boolean;
}

/** A TCP port that listens here, and what answered on it. */
export interface SeenPort {
  readonly port: number;
  readonly addresses: readonly string[];
  readonly process: string | null;
  readonly product: string | null;
  readonly version: string | null;
}

/** Everything that was seen of this machine. */
export interface Surroundings {
  /** This machine's id. */
  readonly machine: string;
  readonly sightings: readonly Sighting[];
  readonly ports: readonly SeenPort[];
  /** Why the sockets that listen here could not be listed; null when they could. */
  readonly portsMissing: string | null;
}
