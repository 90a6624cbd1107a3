/** One thing said over a Wyoming connection. */
export interface WyomingEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Sound, mostly; empty where there is none. */
  readonly payload: Buffer;
}

/** An event as one writes it. */
export type Said = Pick<WyomingEvent, 'type'> & Partial<WyomingEvent>;

/** What one event may hold: more is no speech service's. */
export const MOST_HEADER_BYTES = 64 * 1024;
export const MOST_DATA_BYTES = 1024 * 1024;
export const MOST_PAYLOAD_BYTES = 2 * 1024 * 1024;
