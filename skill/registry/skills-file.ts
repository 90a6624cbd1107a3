import { open, readFile, rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { CannotSucceed } from '../cannot-succeed.ts';
import { errorCode } from '../error-code.ts';
import { keepCopy, viaTemporary } from './backup.ts';
import { objectSpans, withObjects } from './json-elements.ts';
import { type Changes, isNothing, type Outcome, planEntering, planLeaving } from './plan.ts';
import { Entry, entryText, type Skill, standingOf } from './skills.ts';
import { writableFile } from './writable-file.ts';

/** Enters our skills into the assistant's file; null takes them out. Every other entry keeps each of its bytes. */
export async function enterSkills(file: string, ours: readonly Skill[] | null, signal: AbortSignal): Promise<Outcome> {
  const path = await writableFile(file);
  const before = await readFile(path);
  const { text, entries } = parsed(before, file);
  const standing = entries.map(standingOf);
  const changes = ours === null ? planLeaving(standing) : planEntering(standing, ours);
  if (isNothing(changes)) return { ...changes, backup: null };
  const after = changed(text, entries, changes, ours ?? []);
  try {
    const backup = await keepCopy(path, (temporary) => writeSynced(temporary, before));
    await replaced(path, before, after, file, signal).catch(async (error) => {
      await rm(backup, { force: true });
      throw error;
    });
    return { ...changes, backup };
  } catch (error) {
    if (error instanceof CannotSucceed || errorCode(error) === '') throw error;
    throw new CannotSucceed(`${file}: nothing was written: ${errorCode(error)}`);
  }
}

function parsed(bytes: Uint8Array, file: string): { readonly text: string; readonly entries: readonly Entry[] } {
  const expected = `${file}: expected the assistant's skills, a JSON array of objects with a name`;
  try {
    // another byte than UTF-8 would not come back as it was
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, entries: z.array(Entry).parse(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof z.ZodError) {
      const [issue] = error.issues;
      throw new CannotSucceed(`${expected}; ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
    }
    throw new CannotSucceed(`${expected}; found no JSON document`);
  }
}

function changed(text: string, entries: readonly Entry[], { add, replace, remove }: Changes, ours: readonly Skill[]): string {
  const spans = objectSpans(text);
  const now = new Date();
  const written = (name: string, before?: Entry) =>
    ours.filter((skill) => skill.name === name).map((skill) => entryText(skill, before, now));
  const kept = entries.flatMap((entry, index) => {
    if (remove.includes(entry.name)) return [];
    const { start = 0, end = 0 } = spans[index] ?? {};
    return replace.includes(entry.name) ? written(entry.name, entry) : [text.slice(start, end)];
  });
  return withObjects(text, [...kept, ...add.flatMap((name) => written(name))]);
}

async function replaced(path: string, before: Uint8Array, after: string, file: string, signal: AbortSignal): Promise<void> {
  await viaTemporary(path, async (temporary) => {
    await writeSynced(temporary, after);
    signal.throwIfAborted();
    // the assistant counts uses there
    if (!(await readFile(path)).equals(before)) throw new CannotSucceed(`${file}: was written by another program just now; try again`);
    await rename(temporary, path);
  });
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  await using handle = await open(path, 'r+');
  await handle.writeFile(content);
  await handle.sync();
}
