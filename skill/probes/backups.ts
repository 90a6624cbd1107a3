import { z } from 'zod';
import { commonFields, defineProbe, FAILURE_CODES } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { finishedOf } from './backups/finished.ts';
import { generationsOf, withoutMarks } from './backups/generations.ts';
import { readRestoreTest } from './backups/restore-test.ts';
import { AgedFile, aged, failureOf, Lack, lackOf, maxAgeHours, newestOf, path, ReadFailure } from './file-ages.ts';
import { msLeft } from './time-left.ts';

const DEFAULT_MAX_AGE_HOURS = 24;
/** Share of the time for the files; the rest is for what says whether a restoration was tested. */
const FILES_SHARE = 0.8;

const BackupSetTarget = z.strictObject({
  name: z.string().min(1).max(64),
  /** A folder or a pattern: the newest file that is not hidden counts. */
  path,
  maxAgeHours: maxAgeHours.optional(),
  /** How long a restoration may take. */
  rtoMinutes: z.number().positive().max(525_600).optional(),
  /** The file that says when a restoration was last tested; `.restore-tested` in the set's folder or beside it when absent. */
  restoreTested: path.optional(),
});
type BackupSetTarget = z.infer<typeof BackupSetTarget>;

const BackupsTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('backups'),
  sets: z
    .array(BackupSetTarget)
    .min(1)
    .max(200)
    .refine((sets) => new Set(sets.map(({ name }) => name)).size === sets.length, 'expected each name once'),
});

const BackupSet = z.strictObject({
  name: z.string(),
  path: z.string(),
  maxAgeHours: z.number().positive(),
  rtoMinutes: z.number().positive().nullable(),
  /** Why the path could not be read; `not-found` proves that there is nothing. */
  failure: ReadFailure.nullable(),
  /** The newest whole backup. */
  newest: AgedFile.nullable(),
  count: z.int().nonnegative(),
  totalBytes: z.number().nonnegative(),
  /** What a restoration would copy. */
  restoreBytes: z.number().nonnegative(),
  /** The file of the last run that shrank most, and the median of its earlier generations. */
  comparison: z.strictObject({ path: z.string(), sizeBytes: z.number().nonnegative(), medianBytes: z.number().nonnegative() }).nullable(),
  isWriting: z.boolean(),
  future: z.int().nonnegative(),
  lack: Lack.nullable(),
  restoreTest: z
    .strictObject({ path: z.string(), at: z.string(), ageDays: z.number().nonnegative(), minutes: z.number().nonnegative().nullable() })
    .nullable(),
  /** Why what would tell of a test could not be read. */
  restoreTestFailure: z.enum(FAILURE_CODES).nullable(),
});
export type BackupSet = z.infer<typeof BackupSet>;

const BackupsFacts = z.strictObject({ sets: z.array(BackupSet) });
export type BackupsFacts = z.infer<typeof BackupsFacts>;

/** What the folders of backups hold: how old, how large, how many, and whether a restoration was ever tested. */
export const backups = defineProbe({
  kind: 'backups',
  target: BackupsTarget,
  facts: BackupsFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const forMs = msLeft(target, host.now(), host);
    const before = host.deadline(forMs, signal);
    return { sets: await Promise.all(target.sets.map((set) => readSet(set, host, forMs, before))) };
  },
});

/** A set that cannot be read costs no other. */
async function readSet(set: BackupSetTarget, host: Host, forMs: number, signal: AbortSignal): Promise<BackupSet> {
  const declared = {
    name: set.name,
    path: set.path,
    maxAgeHours: set.maxAgeHours ?? DEFAULT_MAX_AGE_HOURS,
    rtoMinutes: set.rtoMinutes ?? null,
  };
  const files = await readFiles(set.path, declared.maxAgeHours, host, forMs * FILES_SHARE, signal);
  const { test, failure } = await readRestoreTest(set, files.isFile, host, signal);
  const { isFile: _, ...found } = files;
  return { ...declared, ...found, restoreTest: test, restoreTestFailure: failure };
}

const NOTHING = {
  failure: null,
  newest: null,
  count: 0,
  totalBytes: 0,
  restoreBytes: 0,
  comparison: null,
  isWriting: false,
  future: 0,
  lack: null,
};

async function readFiles(at: string, mostHours: number, host: Host, forMs: number, signal: AbortSignal) {
  try {
    // half of it, since a list that is cut is worth more than none
    const listing = await host.list(at, { forMs: forMs / 2 }, host.deadline(forMs, signal));
    const nowMs = host.clock().getTime();
    const { files: whole, isWriting, future } = finishedOf(at, listing, nowMs);
    const files = withoutMarks(whole);
    const newest = newestOf(files);
    return {
      failure: null,
      newest: newest && aged(newest, nowMs),
      count: files.length,
      totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      ...generationsOf(files, mostHours),
      isWriting,
      future,
      lack: lackOf(listing),
      isFile: listing.kind === 'file',
    };
  } catch (error) {
    return { ...NOTHING, failure: failureOf(error), isFile: false };
  }
}
