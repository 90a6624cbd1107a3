import type { Said } from './event.ts';

const NOTHING = Buffer.alloc(0);

/** An event as bytes: a line of JSON, then its data, then its payload. */
export function encode({ type, data = {}, payload = NOTHING }: Said): Buffer {
  const more = Object.keys(data).length > 0 ? Buffer.from(JSON.stringify(data)) : NOTHING;
  const header = {
    type,
    ...(more.length > 0 && { data_length: more.length }),
    ...(payload.length > 0 && { payload_length: payload.length }),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), more, payload]);
}
