import { z } from 'zod';
import { FAILURE_CODES, type Failure, ProbeError } from '../audit/define.ts';
import { localIso } from '../audit/local-time.ts';
import type { ListedFile, Listing } from '../host/host.ts';
import { cut } from './cut.ts';

const HOUR_MS = 3_600_000;
/** Clocks of two machines may differ by so much before a date counts as one of the future. */
const TOLERATED_MS = 5 * 60_000;

/** A path of the inventory, relative to it. */
export const path = z.string().min(1).max(1_000);
/** How old the newest may be. */
export const maxAgeHours = z.number().positive().max(87_600);

/** A file with its age at the time of the reading; its path is relative to the inventory where it lies below it. */
export const AgedFile = z.strictObject({
  path: z.string(),
  at: z.string(),
  ageHours: z.number().nonnegative(),
  sizeBytes: z.number().nonnegative(),
});
export type AgedFile = z.infer<typeof AgedFile>;

/** What a listing lacks: the first folder that could not be looked into, or the limits that it met. */
export const Lack = z.strictObject({ path: z.string().nullable(), code: z.enum([...FAILURE_CODES, 'cut']) });
export type Lack = z.infer<typeof Lack>;

export const ReadFailure = z.strictObject({ code: z.enum(FAILURE_CODES), detail: z.string() });

export function aged({ path: at, sizeBytes, modifiedAtMs }: ListedFile, nowMs: number): AgedFile {
  return {
    path: cut(at),
    at: localIso(new Date(modifiedAtMs)),
    ageHours: Math.max(0, nowMs - modifiedAtMs) / HOUR_MS,
    sizeBytes,
  };
}

/** Written after now, by whatever clock: its age is not known. */
export function isOfTheFuture({ modifiedAtMs }: ListedFile, nowMs: number): boolean {
  return modifiedAtMs > nowMs + TOLERATED_MS;
}

export function newestOf(files: readonly ListedFile[]): ListedFile | null {
  return files.reduce<ListedFile | null>((newest, file) => (newest && newest.modifiedAtMs >= file.modifiedAtMs ? newest : file), null);
}

export function lackOf({ unread: [first], isCut }: Listing): Lack | null {
  if (first) return { path: cut(first.path), code: first.code };
  return isCut ? { path: null, code: 'cut' } : null;
}

/** A path that cannot be read is a fact of that path; what nobody foresaw is not. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ProbeError)) throw error;
  return { code: error.code, detail: cut(error.message) };
}
