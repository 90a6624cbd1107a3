import Table from 'cli-table3';
import { printable } from '../skill/audit/plain-strings.ts';
import { WIDTH, wrap } from './wrap.ts';

const GAP = 2;
/** The document has the whole text of a cell. */
const LONGEST_CELL = 240;

/** Columns that fit 78 characters: the widest give way first, long cells wrap. */
export function table(head: readonly string[], written: readonly (readonly string[])[]): readonly string[] {
  const rows = written.map((row) => row.map(cellOf));
  const natural = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)) + GAP);
  const widths = fitted(natural);
  const layout = new Table({
    head: [...head],
    colWidths: widths,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    chars: NO_BORDERS,
  });
  layout.push(...rows.map((row) => row.map((cell, column) => wrap(cell, (widths[column] ?? WIDTH) - GAP).join('\n'))));
  return layout
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

function cellOf(text: string): string {
  const shown = printable(text.slice(0, 4 * LONGEST_CELL));
  return shown.length <= LONGEST_CELL ? shown : `${printable(shown.slice(0, LONGEST_CELL))}…`;
}

/** Narrows the widest column a character at a time until all fit; none below its least. */
function fitted(natural: readonly number[]): number[] {
  const widths = [...natural];
  for (let total = widths.reduce((sum, width) => sum + width, 0); total > WIDTH; total -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const NO_BORDERS = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((place) => [place, '']),
);
