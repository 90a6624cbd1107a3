/** Bytes that came and were not taken yet, in one piece whatever pieces they came in: a thousand small ones cost no more than a large one. */
export interface ByteQueue {
  readonly size: () => number;
  add(piece: Uint8Array): void;
  /** The place of the first such byte from there on; -1 without one. */
  indexOf(byte: number, from: number): number;
  /** The next bytes, the caller's own. */
  take(count: number): Buffer;
}

const USUAL_BYTES = 16 * 1024;

/** `most`: what it may come to hold; it grows no further than it needs beyond that. */
export function createByteQueue(most: number): ByteQueue {
  let bytes = Buffer.allocUnsafeSlow(USUAL_BYTES);
  let start = 0;
  let end = 0;

  function makeRoom(count: number) {
    const needed = end - start + count;
    const isLarge = needed > bytes.length;
    const roomy = isLarge ? Buffer.allocUnsafeSlow(Math.max(needed, Math.min(2 * bytes.length, most))) : bytes;
    bytes.copy(roomy, 0, start, end);
    bytes = roomy;
    end -= start;
    start = 0;
  }

  return {
    size: () => end - start,
    add(piece) {
      // what was large once is given back
      if (start === end && bytes.length > USUAL_BYTES) bytes = Buffer.allocUnsafeSlow(USUAL_BYTES);
      if (start === end) start = end = 0;
      if (end + piece.length > bytes.length) makeRoom(piece.length);
      bytes.set(piece, end);
      end += piece.length;
    },
    indexOf: (byte, from) => bytes.subarray(start, end).indexOf(byte, from),
    take(count) {
      const taken = Buffer.from(bytes.subarray(start, start + count));
      start += count;
      return taken;
    },
  };
}
