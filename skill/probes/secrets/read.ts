import type { FailureCode } from '../../audit/define.ts';
import { ProbeError } from '../../audit/define.ts';
import type { Host, ListedFile } from '../../host/host.ts';
import { cut } from '../cut.ts';
import { failureOf, lackOf } from '../file-ages.ts';
import type { DefaultValue, EnvironmentFile, FoundSecret, SecretsFacts } from '../secrets.ts';
import type { Scanned, Text } from './place.ts';
import { isExample } from './scan.ts';
import { createScanner, type Scanner } from './scan-files.ts';
import { trackingOf } from './tracked.ts';
import { byLikelihood, isEffective, isEnvironment, isLive, isOfInterest, listOptions, MOST_BYTES } from './tree.ts';

interface Where {
  readonly paths: readonly string[];
  readonly ignore?: readonly string[] | undefined;
}

/** Shares of the time: what is found late is worth less than what is found. */
const LISTING_SHARE = 0.3;
const SCANNING_SHARE = 0.85;
const MOST_FOUND = 500;

/** Looks into every text below the paths, as long as there is time. */
export async function readSecrets(
  { paths, ignore = [] }: Where,
  key: Uint8Array,
  host: Host,
  forMs: number,
  signal: AbortSignal,
): Promise<SecretsFacts> {
  const inTime = host.deadline(forMs * SCANNING_SHARE, signal);
  // the thread comes up while the files are listed
  const scanner = createScanner(key, inTime);
  try {
    const { files, lost, lack } = await listAll(paths, ignore, host, forMs * LISTING_SHARE, signal);
    const { scanned, unread, isCut } = await scanAll(files, scanner, host, inTime, signal);
    const found = scanned.flatMap(([{ path }, { sightings }]) => numbered(cut(path), sightings));
    const live = files.filter(({ path }) => isLive(path));
    return {
      lost,
      files: scanned.length,
      found: found.slice(0, MOST_FOUND),
      foundCount: found.length,
      environments: await environmentsOf(live, host, signal),
      ...comparison(scanned),
      executionModes: scanned.flatMap(([{ path }, { execution }]) => (execution ? [{ path: cut(path), ...execution }] : [])),
      unlisted: lack,
      lack: lack ?? unread ?? (isCut ? { path: null, code: 'cut' } : null),
    };
  } finally {
    await scanner.end();
  }
}

async function listAll(paths: readonly string[], ignore: readonly string[], host: Host, forMs: number, signal: AbortSignal) {
  const byPath = new Map<string, ListedFile>();
  const lost: SecretsFacts['lost'] = [];
  let lack: SecretsFacts['lack'] = null;
  for (const path of paths) {
    try {
      const listing = await host.list(path, listOptions(ignore, forMs), signal);
      for (const file of listing.files) byPath.set(file.absolute, file);
      if (listing.files.length === 0 && listing.kind !== 'folder')
        lost.push({ path, failure: { code: 'not-found', detail: 'no such file' } });
      lack ??= lackOf(listing);
    } catch (error) {
      signal.throwIfAborted();
      lost.push({ path, failure: failureOf(error) });
    }
  }
  return { files: [...byPath.values()].filter(isOfInterest).toSorted(byLikelihood), lost, lack };
}

type ScannedFile = readonly [ListedFile, Scanned];

/** Enough to keep the thread busy while the next are read. */
const BATCH_FILES = 64;
const BATCH_BYTES = 512 * 1024;

async function scanAll(files: readonly ListedFile[], scanner: Scanner, host: Host, inTime: AbortSignal, signal: AbortSignal) {
  const scanned: ScannedFile[] = [];
  let unread: SecretsFacts['lack'] = null;
  const missed = (file: ListedFile, code: FailureCode) => {
    unread ??= { path: cut(file.path), code };
  };
  let isCut = false;
  try {
    let scanning: Promise<void> = Promise.resolve();
    for (const batch of batchesOf(files)) {
      const texts = await readAll(batch, host, missed, inTime);
      await scanning;
      scanning = scanner.scan(texts.map(([, text]) => text)).then((answers) => {
        for (const [index, answer] of answers.entries()) {
          const [file] = texts[index] ?? [];
          if (file && answer) scanned.push([file, answer]);
          else if (file) missed(file, 'timeout');
        }
      });
      // it is waited for above, or below
      scanning.catch(() => {});
    }
    await scanning;
  } catch (error) {
    signal.throwIfAborted();
    if (!inTime.aborted) throw error;
    isCut = true;
  }
  return { scanned, unread, isCut };
}

function* batchesOf(files: readonly ListedFile[]): Generator<readonly ListedFile[]> {
  let batch: ListedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += Math.min(file.sizeBytes, MOST_BYTES);
    if (batch.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

type Missed = (file: ListedFile, code: FailureCode) => void;

async function readAll(
  files: readonly ListedFile[],
  host: Host,
  missed: Missed,
  signal: AbortSignal,
): Promise<readonly (readonly [ListedFile, Text])[]> {
  const read = async (file: ListedFile): Promise<readonly (readonly [ListedFile, Text])[]> => {
    try {
      if (file.sizeBytes > MOST_BYTES) throw new ProbeError('too-large', 'more than 1 MiB');
      const text = plainText(await textOf(file, host, signal));
      return text === null ? [] : [[file, { path: file.path, text, isSettings: isEnvironment(file.path) }]];
    } catch (error) {
      signal.throwIfAborted();
      const { code } = failureOf(error);
      // gone since it was listed
      if (code !== 'not-found') missed(file, code);
      return [];
    }
  };
  return (await Promise.all(files.map(read))).flat();
}

/** A server that is gone would hold a thread for ever; a program may be left behind. */
async function textOf({ absolute, isRemote }: ListedFile, host: Host, signal: AbortSignal): Promise<string> {
  if (!isRemote) return host.read(absolute, signal);
  const { exitCode, stdout } = await host.run(['cat', '--', absolute], { maxBytes: MOST_BYTES }, signal);
  if (exitCode !== 0) throw new ProbeError('denied', 'cat could not read it');
  return stdout;
}

const LOOKED_AT = 8_000;

/** Null for what is no text. Windows writes two bytes a character. */
function plainText(text: string): string | null {
  if (!text.slice(0, LOOKED_AT).includes('\0')) return text;
  return /^\ufffd\ufffd(?:[^\0]\0|\0[^\0])/.test(text) ? text.replaceAll('\0', '').slice(2) : null;
}

/** Each with its number among those of its name, or of its kind where it has none. */
function numbered(path: string, sightings: Scanned['sightings']): readonly FoundSecret[] {
  const counts = new Map<string, number>();
  return sightings.map((sighting) => {
    const label = sighting.name ?? `#${sighting.kind}`;
    const nth = (counts.get(label) ?? 0) + 1;
    counts.set(label, nth);
    return { path, nth, ...sighting };
  });
}

async function environmentsOf(files: readonly ListedFile[], host: Host, signal: AbortSignal): Promise<EnvironmentFile[]> {
  const near = files.filter(({ isRemote }) => !isRemote);
  const tracking = await trackingOf(
    near.map(({ absolute }) => absolute),
    host,
    signal,
  );
  const modes = await Promise.all(near.map(({ absolute }) => modeOf(absolute, host, signal)));
  return near.map(({ path, absolute }, index) => ({
    path: cut(path),
    mode: modes[index] ?? null,
    tracking: tracking.get(absolute) ?? 'outside',
  }));
}

/** Windows keeps no such rights. */
async function modeOf(path: string, host: Host, signal: AbortSignal): Promise<string | null> {
  if (host.platform === 'win32') return null;
  return host.stat(path, signal).then(
    ({ mode }) => mode.toString(8).padStart(3, '0'),
    () => {
      signal.throwIfAborted();
      return null;
    },
  );
}

/** The values in force against those that examples show. */
function comparison(scanned: readonly ScannedFile[]): { readonly defaults: DefaultValue[]; readonly compared: number } {
  const of = (isWanted: (path: string) => boolean) =>
    scanned.flatMap(([{ path }, { settings }]) => (isWanted(path) ? settings.map((each) => ({ path: cut(path), ...each })) : []));
  const shown = new Map(of((path) => isEnvironment(path) && isExample(path)).map((each) => [`${each.name} ${each.digest}`, each]));
  const inForce = of(isEffective);
  const defaults = inForce.flatMap(({ path, line, name, digest, isDefault }): DefaultValue[] => {
    const example = shown.get(`${name} ${digest}`);
    return example || isDefault ? [{ path, line, name, example: example ? { path: example.path, line: example.line } : null }] : [];
  });
  return { defaults, compared: inForce.length };
}
