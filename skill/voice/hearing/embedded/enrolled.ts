import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpokenCommand } from './commands.ts';
import type { Frames } from './embedder.ts';
import { readFrames, writeFrames } from './frames-file.ts';

/** The file of the user's own recordings in one language: how they are heard, not how they sound. */
export function enrolledFile(folder: string, language: 'fr' | 'en'): string {
  return join(folder, `enrolled-${language}.frames`);
}

/** What the user has recorded of these commands. */
export async function enrolledFrames(
  folder: string | null,
  language: 'fr' | 'en',
  commands: readonly SpokenCommand[],
): Promise<readonly { readonly command: SpokenCommand; readonly frames: Frames }[]> {
  const kept = folder === null ? null : await readFrames(enrolledFile(folder, language));
  return [...(kept ?? [])].flatMap(([name, frames]) => {
    const said = name.split('\n')[0];
    const command = commands.find((each) => each.said === said);
    return command ? [{ command, frames }] : [];
  });
}

/** Keeps them beside those of other sentences, and instead of older ones of the same. */
export async function keepEnrolled(
  folder: string,
  language: 'fr' | 'en',
  recordings: ReadonlyMap<string, readonly Frames[]>,
): Promise<void> {
  const file = enrolledFile(folder, language);
  const older = [...((await readFrames(file)) ?? [])].filter(([name]) => !recordings.has(name.split('\n')[0] ?? ''));
  const newer = [...recordings].flatMap(([said, frames]) => frames.map((each, at) => [`${said}\n${at}`, each] as const));
  await writeFrames(file, new Map([...older, ...newer]));
}

/** Resolves to whether there was something to forget. */
export async function forgetEnrolled(folder: string, language: 'fr' | 'en'): Promise<boolean> {
  const file = enrolledFile(folder, language);
  const isThere = (await readFrames(file)) !== null;
  // what cannot be read is forgotten too
  await rm(file, { force: true });
  return isThere;
}
