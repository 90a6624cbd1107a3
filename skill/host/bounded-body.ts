import { ProbeError } from '../audit/define.ts';

/** All that an answer holds; a `ProbeError` as soon as it is more than so many bytes. */
export async function boundedBody({ body }: Response, mostBytes: number, onPiece: () => void = () => {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    onPiece();
    size += piece.length;
    if (size > mostBytes) throw new ProbeError('too-large', `more than ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
