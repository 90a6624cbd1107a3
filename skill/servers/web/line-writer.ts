import type { Writable } from 'node:stream';

const MOST_UNREAD_BYTES = 1024 * 1024;

/** Writes lines; whoever started us and does not read them misses some, so that they do not fill our memory. */
export function lineWriter(stream: Writable): (line: string) => void {
  return (line) => {
    if (stream.writableLength < MOST_UNREAD_BYTES) stream.write(line);
  };
}
