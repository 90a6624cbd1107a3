import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/* Started by the probe with the path of a database; prints what SQLite thinks of it as JSON. It writes to copies alone. */

/** What is copied of a database that somebody has open. */
const MOST_COPIED_BYTES = 256 * 1024 ** 2;
const MOST_PROBLEMS = 100;
const MOST_TRIES = 3;
/** SQLite's own names for what a transaction leaves beside the database. */
const BESIDE = ['-wal', '-journal'];
const NOT_A_DATABASE = 26;
const DAMAGED = 11;

const [path = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(look()));

function look() {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = stamp();
    const isOpen = BESIDE.some((end) => sizeOf(path + end) > 0);
    if (isOpen && totalSize() > MOST_COPIED_BYTES) return { check: 'too-large', problems: 0, first: null };
    const answer = isOpen ? checkCopy() : checkInPlace();
    // half of a change looks like damage
    if (answer.check === 'ok' || stamp() === before) return answer;
  }
  return { check: 'busy', problems: 0, first: null };
}

/** Nothing beside it counts, so nothing is locked, and no shared memory is made. */
function checkInPlace() {
  const url = pathToFileURL(path);
  url.search = '?mode=ro&immutable=1';
  return check(url, true);
}

/** With its log, as it was when it was copied. */
function checkCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-audit-'));
  try {
    const copy = join(folder, basename(path));
    for (const end of ['', ...BESIDE]) if (end === '' || sizeOf(path + end) > 0) copyFileSync(path + end, copy + end);
    return check(copy, false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(at: string | URL, readOnly: boolean) {
  try {
    using database = new DatabaseSync(at, { readOnly });
    // what a stranger wrote into it is not run
    database.exec('PRAGMA trusted_schema = OFF');
    const rows = database.prepare(`PRAGMA quick_check(${MOST_PROBLEMS})`).all();
    const problems = rows.map(({ quick_check: text }) => String(text)).filter((text) => text !== 'ok');
    return { check: problems.length === 0 ? 'ok' : 'damaged', problems: problems.length, first: problems[0] ?? null };
  } catch (error) {
    const code = (error as { errcode?: number }).errcode ?? 0;
    if ((code & 0xff) === NOT_A_DATABASE) return { check: 'not-a-database', problems: 0, first: null };
    if ((code & 0xff) === DAMAGED) return { check: 'damaged', problems: 1, first: 'malformed' };
    throw error;
  }
}

function stamp(): string {
  return ['', ...BESIDE].map((end) => `${sizeOf(path + end)} ${changedAt(path + end)}`).join();
}

function totalSize(): number {
  return ['', ...BESIDE].reduce((sum, end) => sum + sizeOf(path + end), 0);
}

function sizeOf(at: string): number {
  return statSync(at, { throwIfNoEntry: false })?.size ?? 0;
}

function changedAt(at: string): number {
  return statSync(at, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
