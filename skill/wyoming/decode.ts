import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import { createByteQueue } from './byte-queue.ts';
import { MOST_DATA_BYTES, MOST_HEADER_BYTES, MOST_PAYLOAD_BYTES, type WyomingEvent } from './event.ts';

const MOST_BYTES = MOST_HEADER_BYTES + MOST_DATA_BYTES + MOST_PAYLOAD_BYTES;
const NEWLINE = 0x0a;

/**
 * The events of a connection as they are complete. Rejects with a `ProbeError`: `malformed` for what is not Wyoming's, half an event
 * at the end included, `too-large` for an event of more than the limits, as soon as it is known.
 */
export async function* readEvents(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<WyomingEvent> {
  const decoder = createDecoder();
  for await (const piece of pieces) {
    decoder.add(piece);
    for (let event = decoder.next(); event !== null; event = decoder.next()) yield event;
  }
  if (!decoder.isBetween()) throw new ProbeError('malformed', 'it ended within an event');
}

export interface Decoder {
  add(piece: Uint8Array): void;
  /** Null: more must come first. Throws as `readEvents` rejects; nothing may be asked of it afterwards. */
  next(): WyomingEvent | null;
  /** No event has begun. */
  isBetween(): boolean;
}

export function createDecoder(): Decoder {
  const queue = createByteQueue(MOST_BYTES);
  let head: Head | null = null;
  let searched = 0;

  function takeHead(): Head | null {
    const end = queue.indexOf(NEWLINE, searched);
    if (end > MOST_HEADER_BYTES || (end < 0 && queue.size() > MOST_HEADER_BYTES)) throw tooLarge('header', MOST_HEADER_BYTES);
    searched = end < 0 ? queue.size() : 0;
    return end < 0 ? null : headOf(queue.take(end + 1));
  }

  return {
    add: queue.add,
    next() {
      head ??= takeHead();
      if (head === null || queue.size() < head.dataBytes + head.payloadBytes) return null;
      const { type, data, dataBytes, payloadBytes } = head;
      head = null;
      const more = dataBytes > 0 ? parsed(dataSchema, queue.take(dataBytes)) : {};
      return { type, data: { ...data, ...more }, payload: queue.take(payloadBytes) };
    },
    isBetween: () => head === null && queue.size() === 0,
  };
}

interface Head extends Omit<WyomingEvent, 'payload'> {
  readonly dataBytes: number;
  readonly payloadBytes: number;
}

const LONGEST_TYPE = 100;
/** As it came: a record of zod would be a copy, without some keys. */
const dataSchema = z.custom<Readonly<Record<string, unknown>>>((value) => z.looseObject({}).safeParse(value).success);
const count = z.int().nonnegative().nullish();
const headSchema = z.looseObject({
  type: z.string().min(1).max(LONGEST_TYPE),
  data: dataSchema.nullish(),
  data_length: count,
  payload_length: count,
});

function headOf(line: Buffer): Head {
  const { type, data, data_length, payload_length } = parsed(headSchema, line);
  const [dataBytes, payloadBytes] = [data_length ?? 0, payload_length ?? 0];
  if (dataBytes > MOST_DATA_BYTES) throw tooLarge('data', MOST_DATA_BYTES);
  if (payloadBytes > MOST_PAYLOAD_BYTES) throw tooLarge('payload', MOST_PAYLOAD_BYTES);
  return { type, data: data ?? {}, dataBytes, payloadBytes };
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  const outcome = schema.safeParse(jsonOf(bytes));
  if (!outcome.success) throw new ProbeError('malformed', `not an event of Wyoming: ${outcome.error.issues[0]?.message ?? ''}`);
  return outcome.data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ProbeError('malformed', 'not JSON, as Wyoming speaks it', { cause: error });
  }
}

function tooLarge(part: string, most: number): ProbeError {
  return new ProbeError('too-large', `more than ${most} bytes of ${part}`);
}
