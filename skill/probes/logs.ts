import { z } from 'zod';
import { commonFields, defineProbe } from '../audit/define.ts';
import type { Host, ListedFile } from '../host/host.ts';
import { cut } from './cut.ts';
import { AgedFile, aged, failureOf, isOfTheFuture, Lack, lackOf, maxAgeHours, path, ReadFailure } from './file-ages.ts';
import { isMadeAnew, isPutAside, ROTATIONS, rotationReader } from './logs/rotation.ts';
import { msLeft } from './time-left.ts';

/** A service that is used every day writes something every day. */
const DEFAULT_MAX_AGE_HOURS = 24;
/** Logs whose rotation is looked for: the largest of each path. */
const MOST_LARGE = 20;

const LogsTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('logs'),
  /** Files, folders or patterns. */
  paths: z
    .array(path)
    .min(1)
    .max(200)
    .refine((paths) => new Set(paths).size === paths.length, 'expected each path once'),
  maxAgeHours: maxAgeHours.optional(),
});

const LogPath = z.strictObject({
  path: z.string(),
  maxAgeHours: z.number().positive(),
  /** Why the path could not be read; `not-found` proves that there is nothing. */
  failure: ReadFailure.nullable(),
  newest: AgedFile.nullable(),
  count: z.int().nonnegative(),
  totalBytes: z.number().nonnegative(),
  /** The logs that grow, largest first, at most twenty. */
  growing: z.array(z.strictObject({ path: z.string(), sizeBytes: z.number().nonnegative(), rotation: z.enum(ROTATIONS) })),
  /** Earlier parts that were put aside. */
  putAside: z.int().nonnegative(),
  future: z.int().nonnegative(),
  lack: Lack.nullable(),
});
export type LogPath = z.infer<typeof LogPath>;

const LogsFacts = z.strictObject({ paths: z.array(LogPath) });
export type LogsFacts = z.infer<typeof LogsFacts>;

/** What the places of logs hold: how old the last line is, how large they are, and what keeps them from growing for ever. */
export const logs = defineProbe({
  kind: 'logs',
  target: LogsTarget,
  facts: LogsFacts,
  quick: false,
  async read(target, host, _mode, signal) {
    const forMs = msLeft(target, host.now(), host);
    const mostHours = target.maxAgeHours ?? DEFAULT_MAX_AGE_HOURS;
    return { paths: await Promise.all(target.paths.map((each) => readPath(each, mostHours, host, forMs, host.deadline(forMs, signal)))) };
  },
});

const NOTHING = { newest: null, count: 0, totalBytes: 0, growing: [], putAside: 0, future: 0, lack: null };

/** A path that cannot be read costs no other. */
async function readPath(at: string, mostHours: number, host: Host, forMs: number, signal: AbortSignal): Promise<LogPath> {
  try {
    const listing = await host.list(at, { forMs: forMs / 2 }, signal);
    const nowMs = host.clock().getTime();
    const { files } = listing;
    const newest = newestWrittenOf(files.filter((file) => !isOfTheFuture(file, nowMs)));
    return {
      path: at,
      maxAgeHours: mostHours,
      failure: null,
      newest: newest && aged(newest, nowMs),
      count: files.length,
      totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      growing: await readGrowing(files, host, signal),
      putAside: files.filter((file) => isPutAside(file.path)).length,
      future: files.filter((file) => isOfTheFuture(file, nowMs)).length,
      lack: lackOf(listing),
    };
  } catch (error) {
    return { path: at, maxAgeHours: mostHours, ...NOTHING, failure: failureOf(error) };
  }
}

/** Empty logs that are looked at before one is believed. */
const MOST_EMPTY = 100;

function newestWrittenOf(files: readonly ListedFile[]): ListedFile | null {
  const latest = files.toSorted((a, b) => b.modifiedAtMs - a.modifiedAtMs);
  const written = latest.find((file, place) => place >= MOST_EMPTY || !isMadeAnew(file, latest));
  return written ?? latest[0] ?? null;
}

async function readGrowing(files: readonly ListedFile[], host: Host, signal: AbortSignal): Promise<LogPath['growing']> {
  const rotationOf = rotationReader(host, signal);
  const largest = files
    .filter((file) => !isPutAside(file.path))
    .toSorted((a, b) => b.sizeBytes - a.sizeBytes)
    .slice(0, MOST_LARGE);
  return Promise.all(largest.map(async (file) => ({ path: cut(file.path), sizeBytes: file.sizeBytes, rotation: await rotationOf(file) })));
}
