import type { ListedFile } from '../../host/host.ts';
import { newestOf } from '../file-ages.ts';

/** Files of one run of a backup lie no further apart. */
const RUN_HOURS = 6;
/** More files of one kind are no generations of one thing but copies of many. */
const MOST_GENERATIONS = 1_000;
/** What tells one generation from the next: a number, a date, a weekday, a month. */
const COUNTED =
  /\d+|(?<![a-z])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])|(?<![a-z])(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?![a-z])/gi;

/** The pieces of a repository of Borg or of Kopia, each of any size: no generations of anything. */
const PIECE = /(?:^|\/)data\/\d+\/\d+$|\/[\w-]+\.f$/;

export interface Generations {
  /** The file of the last run that is smallest against the median of its earlier generations; null where there is none. */
  readonly comparison: { readonly path: string; readonly sizeBytes: number; readonly medianBytes: number } | null;
  /** What a restoration copies: the newest generation of each thing. */
  readonly restoreBytes: number;
}

/** Compares like with like: the files of a set whose names differ in nothing but numbers and dates. */
export function generationsOf(files: readonly ListedFile[], maxAgeHours: number): Generations {
  const kinds = kindsOf(files);
  const newest = newestOf(files)?.modifiedAtMs ?? 0;
  const runMs = Math.min(RUN_HOURS, maxAgeHours / 2) * 3_600_000;
  const comparisons = kinds.flatMap((kind) => {
    const last = newestOf(kind);
    const earlier = kind.filter((file) => file !== last).map(({ sizeBytes }) => sizeBytes);
    if (!last || earlier.length === 0 || areMany(kind) || newest - last.modifiedAtMs > runMs) return [];
    const medianBytes = median(earlier);
    // always empty: a mark, not a backup
    return medianBytes === 0 ? [] : [{ path: last.path, sizeBytes: last.sizeBytes, medianBytes }];
  });
  const share = ({ sizeBytes, medianBytes }: (typeof comparisons)[number]) => sizeBytes / medianBytes;
  return {
    comparison: comparisons.toSorted((a, b) => share(a) - share(b))[0] ?? null,
    restoreBytes: kinds.reduce((sum, kind) => sum + (areMany(kind) ? total(kind) : (newestOf(kind)?.sizeBytes ?? 0)), 0),
  };
}

/** The same without what is empty every time: a mark says that a job ended, not that it saved anything. */
export function withoutMarks(files: readonly ListedFile[]): readonly ListedFile[] {
  const isMark = (kind: readonly ListedFile[]) => kind.length > 1 && total(kind) === 0;
  const marks = new Set(kindsOf(files).filter(isMark).flat());
  return marks.size === files.length ? files : files.filter((file) => !marks.has(file));
}

function areMany(kind: readonly ListedFile[]): boolean {
  return kind.length > MOST_GENERATIONS || kind.every(({ path }) => PIECE.test(path));
}

function kindsOf(files: readonly ListedFile[]): readonly (readonly ListedFile[])[] {
  const kinds = [...Map.groupBy(files, ({ path }) => path.replace(COUNTED, '#')).values()];
  // names that have nothing in common but their ending, such as a.tar and b.tar
  const endings = new Set(files.map(({ path }) => /\.[^./]+$/.exec(path)?.[0] ?? ''));
  return kinds.length === files.length && endings.size === 1 && !endings.has('') ? [files] : kinds;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function total(files: readonly ListedFile[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
