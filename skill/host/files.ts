import { constants } from 'node:fs';
import { open, statfs as statFileSystem, stat as statPath } from 'node:fs/promises';
import { ProbeError } from '../audit/define.ts';
import { orAborted } from './abort.ts';
import { toProbeError } from './failures.ts';
import type { FileSystemStats, PathStats } from './host.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** Reads a file as text, at most 2 MiB. A FIFO, a folder or a device is refused instead of waited for. */
export async function readText(path: string, signal: AbortSignal): Promise<string> {
  return bounded(signal, async () => {
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (!stats.isFile()) throw new ProbeError('malformed', `${path} is not a regular file`);
    if (stats.size > MOST_BYTES) throw new ProbeError('too-large', `${path} has more than ${MOST_BYTES} bytes`);
    // /proc says size 0, so the size is what arrives; one byte more tells that there was more
    const buffer = Buffer.allocUnsafe((stats.size || MOST_BYTES) + 1);
    let size = 0;
    while (size < buffer.length) {
      const { bytesRead } = await handle.read(buffer, size, buffer.length - size, null);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    if (size > MOST_BYTES) throw new ProbeError('too-large', `${path} has more than ${MOST_BYTES} bytes`);
    return buffer.toString('utf8', 0, size);
  });
}

export async function statfs(path: string, signal: AbortSignal): Promise<FileSystemStats> {
  return bounded(signal, async () => {
    const stats = await statFileSystem(path);
    return {
      totalBytes: stats.blocks * stats.bsize,
      freeBytes: stats.bfree * stats.bsize,
      availableBytes: stats.bavail * stats.bsize,
      inodes: stats.files,
      freeInodes: stats.ffree,
    };
  });
}

/** Rights and size of whatever stands there. */
export async function stat(path: string, signal: AbortSignal): Promise<PathStats> {
  return bounded(signal, async () => {
    const stats = await statPath(path);
    return {
      kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
      mode: stats.mode & 0o7777,
      ownerId: stats.uid,
      sizeBytes: stats.size,
      modifiedAtMs: stats.mtimeMs,
    };
  });
}

async function bounded<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await orAborted(signal, work);
  } catch (error) {
    throw toProbeError(error);
  }
}
