import { constants, open as openFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const open = promisify(openFile);

/** A path that waits for whoever holds the other end: as a file it would hold a thread that no signal and no exit can end. */
export async function isPipe(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isFIFO(),
    () => false,
  );
}

/** All that is written to a pipe until its last writer leaves. */
export async function readPipe(path: string, signal: AbortSignal): Promise<string> {
  const fd = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return await text(new Socket({ fd, readable: true, writable: false, signal }));
}

/** Rejects with `ENXIO` when nobody reads. */
export async function writePipe(path: string, content: string, signal: AbortSignal): Promise<void> {
  const fd = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  await pipeline(Readable.from([content]), new Socket({ fd, readable: false, writable: true }), { signal });
}
