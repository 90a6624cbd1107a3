import { dirname } from 'node:path';
import { type FailureCode, ProbeError } from '../../audit/define.ts';
import { localIso } from '../../audit/local-time.ts';
import { hasWildcards, patternsOf } from '../../host/glob.ts';
import type { Host } from '../../host/host.ts';
import { cut } from '../cut.ts';

const DAY_MS = 86_400_000;
/** The file that whoever tests a restoration leaves behind, in the set's folder or beside it. */
const MARKER = '.restore-tested';

export interface RestoreTest {
  readonly path: string;
  readonly at: string;
  readonly ageDays: number;
  /** How long it took, where the file says so. */
  readonly minutes: number | null;
}

/** The last test that a marker file tells of: its latest date, else when it was written. */
export async function readRestoreTest(
  { path, restoreTested }: { readonly path: string; readonly restoreTested?: string | undefined },
  isFile: boolean,
  host: Host,
  signal: AbortSignal,
): Promise<{ readonly test: RestoreTest | null; readonly failure: FailureCode | null }> {
  let failure: FailureCode | null = null;
  for (const candidate of restoreTested === undefined ? markersOf(path, isFile) : [restoreTested]) {
    try {
      const test = await readMarker(candidate, host, signal);
      if (test) return { test, failure: null };
    } catch (error) {
      if (!(error instanceof ProbeError)) throw error;
      if (error.code !== 'not-found') failure ??= error.code;
    }
  }
  return { test: null, failure };
}

function markersOf(path: string, isFile: boolean): readonly string[] {
  const folder = isFile ? dirname(path) : hasWildcards(path) ? (patternsOf(path)[0]?.base ?? path) : path;
  return [`${folder}/${MARKER}`, `${folder}/../${MARKER}`];
}

async function readMarker(path: string, host: Host, signal: AbortSignal): Promise<RestoreTest | null> {
  const { files } = await host.list(path, { includesHidden: true, deepest: 1 }, signal);
  const [file] = files;
  if (!file || files.length > 1) return null;
  const nowMs = host.clock().getTime();
  const { atMs, minutes } = parseMarker(await host.read(path, signal), nowMs);
  const at = atMs ?? file.modifiedAtMs;
  // a test to come is none yet
  if (at > nowMs + DAY_MS) return null;
  return { path: cut(file.path), at: localIso(new Date(at)), ageDays: Math.max(0, nowMs - at) / DAY_MS, minutes };
}

/** The latest date of the text that has come, and the minutes that its line gives, else those that the text gives: « 2026-10-03 : 42 min ». */
export function parseMarker(text: string, nowMs: number): { readonly atMs: number | null; readonly minutes: number | null } {
  const lines = text.slice(0, 65_536).split('\n');
  const dated = lines.flatMap((line) => {
    const [date, day, time] = /\b(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?))?/.exec(line) ?? [];
    const atMs = Date.parse(`${day}T${time ?? '12:00'}`);
    return date === undefined || Number.isNaN(atMs) || atMs > nowMs + DAY_MS ? [] : [{ atMs, minutes: minutesIn(line.replace(date, '')) }];
  });
  const last = dated.reduce<(typeof dated)[number] | null>((latest, one) => (latest && latest.atMs >= one.atMs ? latest : one), null);
  return { atMs: last?.atMs ?? null, minutes: last?.minutes ?? (dated.length > 1 ? null : minutesIn(text)) };
}

function minutesIn(text: string): number | null {
  const [, hours, rest = '0'] = /(?<![\d:T-])(\d{1,3})\s*h(?:eures?|ours?)?(?:\s*(\d{1,2}))?\b/i.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(rest);
  const [, before, after] = /(\d{1,5}(?:[.,]\d{1,3})?)[^\S\n]*min(?:utes?)?\b|\bminutes?\W{1,4}(\d{1,5}(?:\.\d{1,3})?)/i.exec(text) ?? [];
  const minutes = before ?? after;
  return minutes === undefined ? null : Number(minutes.replace(',', '.'));
}
