import type { WriteStream } from 'node:tty';
import type { Target } from './audit/define.ts';
import { printable } from './audit/plain-strings.ts';

const ERASE = '\r\u001b[2K';
/** Columns where the terminal does not say. */
const NARROWEST = 40;

/** One line that rewrites itself on a terminal, and nothing anywhere else. */
export function progressLine(stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>) {
  return {
    show(done: number, total: number, { id }: Pick<Target, 'id'>) {
      // a line that wraps is not erased whole
      const line = printable(`[${done}/${total}] ${id.replace(/\s+/g, ' ')}`).slice(0, (stream.columns || NARROWEST) - 1);
      if (stream.isTTY) stream.write(`${ERASE}${printable(line)}`);
    },
    end() {
      if (stream.isTTY) stream.write(ERASE);
    },
  };
}
