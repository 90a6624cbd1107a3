import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../../history/make-folder.ts';
import { type Frames, WIDTH } from './embedder.ts';

/** What is kept of speech: by a name each, how it is heard, and never a sound. */
export type KeptFrames = ReadonlyMap<string, Frames>;

/** Counts up when a frame means something else: another model, another way to cut and to level. */
const VERSION = 1;
const MOST_BYTES = 64 * 1024 * 1024;
/** The user's alone. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const Header = z.strictObject({
  version: z.literal(VERSION),
  sha256: z.string(),
  entries: z.array(z.tuple([z.string(), z.int().min(1)])),
});

/** Reads such a file. A file that is absent, damaged, of another version or somebody else's is null. */
export async function readFrames(path: string): Promise<KeptFrames | null> {
  const bytes = await bytesOf(path);
  if (bytes === null || bytes.length < 4) return null;
  const from = 4 + bytes.readUInt32LE(0);
  if (from > bytes.length || (bytes.length - from) % 4 !== 0) return null;
  const header = Header.safeParse(parsed(bytes.toString('utf8', 4, from)));
  if (!header.success || header.data.sha256 !== digest(bytes.subarray(from))) return null;
  // copied: numbers must begin at a place that four divides
  const numbers = new Float32Array(new Uint8Array(bytes.subarray(from)).buffer);
  if (numbers.length !== WIDTH * header.data.entries.reduce((sum, [, count]) => sum + count, 0)) return null;
  const kept = new Map<string, Frames>();
  let at = 0;
  for (const [name, count] of header.data.entries) {
    kept.set(name, numbers.subarray(at, at + count * WIDTH));
    at += count * WIDTH;
  }
  return kept;
}

/** Writes it all at once: whoever reads finds the old file or the new one. Rejects where the folder cannot be written. */
export async function writeFrames(path: string, kept: KeptFrames): Promise<void> {
  const body = Buffer.concat([...kept.values()].map((frames) => Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength)));
  const entries = [...kept].map(([name, frames]) => [name, frames.length / WIDTH] as [string, number]);
  const header = Buffer.from(JSON.stringify({ version: VERSION, sha256: digest(body), entries } satisfies z.input<typeof Header>));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const folder = dirname(path);
  await makeFolder(folder, FOLDER_MODE);
  const temporary = join(folder, `.frames-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, Buffer.concat([length, header, body]), { mode: FILE_MODE, flag: 'wx' });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    await using file = await open(path, 'r');
    const stats = await file.stat();
    return stats.isFile() && stats.size <= MOST_BYTES ? await file.readFile() : null;
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
