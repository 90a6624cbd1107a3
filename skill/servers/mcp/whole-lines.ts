import { Transform } from 'node:stream';

const NEWLINE = 0x0a;

/** Passes on whole lines; one that is longer than `mostBytes` is left out, and costs the lines after it nothing. */
export function wholeLines(mostBytes: number, onTooLong: () => void): Transform {
  let pieces: Buffer[] = [];
  let length = 0;

  function take(piece: Buffer): void {
    length += piece.length;
    if (length <= mostBytes) pieces.push(piece);
    else pieces = [];
  }

  function line(): Buffer | null {
    const whole = length <= mostBytes ? Buffer.concat(pieces) : null;
    pieces = [];
    length = 0;
    return whole;
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        take(chunk.subarray(start, end + 1));
        const whole = line();
        if (whole) this.push(whole);
        else onTooLong();
        start = end + 1;
      }
      take(chunk.subarray(start));
      done();
    },
  });
}
