import { hasWildcards } from '../../host/glob.ts';
import type { ListedFile, Listing } from '../../host/host.ts';
import { isOfTheFuture } from '../file-ages.ts';

/** A file written to so recently may still be written. */
const SETTLED_MS = 5_000;
/** What programs call a file, or the folder that it stands in, until it is whole. */
const UNFINISHED = /(?:\.(?:tmp|temp|part|partial|filepart|crdownload|incomplete|in-?progress|swp|new)|~)(?=\/|$)/i;
/** What stands beside a backup and is renewed even when the backup itself fails; a log that was rotated is one still. */
const COMPANION =
  /(?:\.(?:(?:log|err)(?:[.-]\d+)?(?:\.(?:gz|xz|bz2|zst))?|sha\d+(?:sums?)?|md5(?:sums?)?|sig|asc|lock|pid|done|ok|complete)|(?:^|\/)(?:_SUCCESS|(?:SHA\d+|MD5|CHECK)SUMS?(?:\.txt)?|(?:README|LISEZ-?MOI)(?:\.\w+)?|desktop\.ini|Thumbs\.db))$/i;

export interface Finished {
  readonly files: readonly ListedFile[];
  /** Something is being written right now. */
  readonly isWriting: boolean;
  /** Files that are dated after now. */
  readonly future: number;
}

/** The files of the set at this path that are whole backups: no half-written ones, no checksums, none out of the future. */
export function finishedOf(at: string, { kind, files: all }: Pick<Listing, 'kind' | 'files'>, nowMs: number): Finished {
  const future = all.filter((file) => isOfTheFuture(file, nowMs));
  const past = all.filter((file) => !isOfTheFuture(file, nowMs));
  const isMoving = ({ modifiedAtMs }: ListedFile) => nowMs - modifiedAtMs < SETTLED_MS;
  // whoever declares one file by its name means it
  const isUnfinished = (file: ListedFile) => kind !== 'file' && UNFINISHED.test(below(at, file));
  const whole = past.filter((file) => !isMoving(file) && !isUnfinished(file));
  const main = whole.filter(({ path }) => !COMPANION.test(path));
  // whoever declares nothing but logs means them
  return { files: main.length > 0 ? main : whole, isWriting: past.some(isMoving), future: future.length };
}

/** The path inside the set: what its folder is called says nothing of the files. */
function below(at: string, { path, absolute }: ListedFile): string {
  const parts = at.split('/').filter((part) => !['', '.', '..', '~'].includes(part));
  const wild = parts.findIndex(hasWildcards);
  const folder = `/${(wild < 0 ? parts : parts.slice(0, wild)).join('/')}/`;
  const whole = at.startsWith('/') ? absolute : `/${path}`;
  const start = whole.indexOf(folder);
  return start < 0 ? path : whole.slice(start + folder.length);
}
