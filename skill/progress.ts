import type { WriteStream } from 'node:tty';
import type { Target } from './audit/define.ts';

const ERASE = '\r\u001b[2K';

/** One line that rewrites itself on a terminal, and nothing anywhere else. */
export function progressLine(stream: Pick<WriteStream, 'isTTY' | 'write'>) {
  return {
    show(done: number, total: number, { id }: Target) {
      if (stream.isTTY) stream.write(`${ERASE}[${done}/${total}] ${id}`);
    },
    end() {
      if (stream.isTTY) stream.write(ERASE);
    },
  };
}
