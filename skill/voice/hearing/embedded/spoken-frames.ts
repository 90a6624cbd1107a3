import { join } from 'node:path';
import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import type { Embedder, Frames } from './embedder.ts';
import { readFrames, writeFrames } from './frames-file.ts';
import { prepared } from './prepared.ts';
import type { TemplateVoice } from './template-voices.ts';

/** What is to be spoken, by whom. */
export interface Wanted {
  readonly voice: TemplateVoice;
  readonly text: string;
}

export interface Making {
  readonly embedder: Embedder;
  /** A file that keeps them for the next start; null: they are made each time. */
  readonly file: string | null;
  readonly host: Host;
  /** Told how many of those that had to be made are made. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** How each of these is heard; a voice that cannot speak here is left out. */
export async function spokenFrames<W extends Wanted>(
  wanted: readonly W[],
  making: Making,
  signal: AbortSignal,
): Promise<ReadonlyMap<W, Frames>> {
  const { embedder, file, host, progress } = making;
  const kept = new Map((file === null ? null : await readFrames(file)) ?? []);
  const missing = wanted.filter((each) => !kept.has(nameOf(each)));
  let done = 0;
  for (const [voice, some = []] of Map.groupBy(missing, ({ voice: each }) => each)) {
    const spoken = await silentIfAbsent(
      () =>
        voice.speak(
          some.map(({ text }) => text),
          host,
          signal,
        ),
      signal,
    );
    for (const [at, each] of some.entries()) {
      signal.throwIfAborted();
      const sound = prepared(spoken[at] ?? new Float32Array(0));
      if (sound) kept.set(nameOf(each), await embedder.embed(sound.samples));
      done += 1;
      progress?.(done, missing.length);
    }
  }
  // what is kept beside it is for others: another inventory, the other part of hearing
  const frames = new Map<W, Frames>();
  for (const each of wanted) {
    const made = kept.get(nameOf(each));
    if (made) frames.set(each, made);
  }
  // a folder that cannot be written costs the next start its time, and nothing else
  if (file !== null && missing.length > 0) await writeFrames(file, kept.size <= MOST_KEPT ? kept : named(frames)).catch(() => {});
  return frames;
}

/** The file in this folder that keeps one language's. */
export function spokenFramesFile(folder: string | null, language: 'fr' | 'en'): string | null {
  return folder === null ? null : join(folder, `spoken-${language}.frames`);
}

/** Then what other inventories needed is forgotten. */
const MOST_KEPT = 3_000;

function named(frames: ReadonlyMap<Wanted, Frames>): ReadonlyMap<string, Frames> {
  return new Map([...frames].map(([wanted, each]) => [nameOf(wanted), each]));
}

const nameOf = ({ voice, text }: Wanted) => `${voice.id}\n${text}`;

async function silentIfAbsent(speak: () => Promise<readonly Float32Array[]>, signal: AbortSignal): Promise<readonly Float32Array[]> {
  try {
    return await speak();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProbeError) return [];
    throw error;
  }
}
