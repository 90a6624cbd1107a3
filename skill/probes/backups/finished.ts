import type { ListedFile } from '../../host/host.ts';
import { isOfTheFuture } from '../file-ages.ts';

/** A file written to so recently may still be written. */
const SETTLED_MS = 5_000;
/** What programs call a file until it is whole. */
const UNFINISHED = /(?:\.(?:tmp|temp|part|partial|filepart|crdownload|incomplete|swp|new)|~)$/i;
/** What stands beside a backup and is renewed even when the backup itself fails. */
const COMPANION = /(?:\.(?:log|sha\d+|md5|sig|asc|lock|done|ok|complete)|(?:^|\/)(?:_SUCCESS|(?:SHA\d+|MD5)SUMS))$/i;

export interface Finished {
  readonly files: readonly ListedFile[];
  /** Something is being written right now. */
  readonly isWriting: boolean;
  /** Files that are dated after now. */
  readonly future: number;
}

/** The files that are whole backups: no half-written ones, no checksums, none out of the future. */
export function finishedOf(all: readonly ListedFile[], nowMs: number): Finished {
  const future = all.filter((file) => isOfTheFuture(file, nowMs));
  const past = all.filter((file) => !isOfTheFuture(file, nowMs));
  const isMoving = ({ modifiedAtMs }: ListedFile) => nowMs - modifiedAtMs < SETTLED_MS;
  const whole = past.filter((file) => !isMoving(file) && !UNFINISHED.test(file.path));
  const main = whole.filter(({ path }) => !COMPANION.test(path));
  // whoever declares nothing but logs means them
  return { files: main.length > 0 ? main : whole, isWriting: past.some(isMoving), future: future.length };
}
