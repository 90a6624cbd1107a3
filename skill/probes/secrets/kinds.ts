/** What a secret is by its shape alone. */
export const KINDS = ['password', 'token', 'private-key', 'connection-url', 'jwt'] as const;
export type Kind = (typeof KINDS)[number];

/** A place in a text that holds a secret. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** The service that it opens; null where nothing tells. */
  readonly service: string | null;
}
