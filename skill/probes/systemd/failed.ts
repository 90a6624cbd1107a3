import { z } from 'zod';
import { parseJson } from '../json.ts';

const Listed = z.array(z.looseObject({ unit: z.string().min(1), active: z.string() }));
const MOST_UNITS = 500;

/** The names of units that failed: JSON, or the table of a systemd that knows none. Null for what is neither. */
export function parseFailed(stdout: string): readonly string[] | null {
  const text = stdout.trim();
  if (text === '') return [];
  if (text.startsWith('[')) {
    const listed = Listed.safeParse(parseJson(text));
    return listed.success
      ? listed.data
          .filter(({ active }) => active === 'failed')
          .map(({ unit }) => unit)
          .slice(0, MOST_UNITS)
      : null;
  }
  const rows = text.split('\n').map((line) => /^(?:[●*×]\s+)?(\S+)\s+\S+\s+(\S+)\s+\S+/u.exec(line.trim()));
  if (rows.some((row) => row === null)) return null;
  return rows.flatMap((row) => (row?.[2] === 'failed' ? [row[1] ?? ''] : [])).slice(0, MOST_UNITS);
}
