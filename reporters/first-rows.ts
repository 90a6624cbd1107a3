import type { Locale } from '../locales/locale.ts';
import { table } from './table.ts';

/** Rows that somebody reads on a screen; the JSON report has them all. */
export const MOST_ROWS = 60;

/** The first of a long list as lines, and how many more there are. */
export function firstRows<Row>(
  rows: readonly Row[],
  sections: Locale['sections'],
  lines: (rows: readonly Row[]) => readonly string[],
): readonly string[] {
  const more = rows.length - MOST_ROWS;
  return [...lines(rows.slice(0, MOST_ROWS)), ...(more > 0 ? [sections.moreRows(more)] : [])];
}

/** A table of which the first rows are shown. */
export function longTable(sections: Locale['sections'], head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return firstRows(rows, sections, (few) => table(head, few));
}
