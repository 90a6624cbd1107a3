import { readFileSync } from 'node:fs';
import { en } from '../../locales/en/locale.ts';
import { fr } from '../../locales/fr/locale.ts';
import { verify } from '../../reporters/llm/verify.ts';
import { reportSchema } from '../../skill/audit/report.ts';

export interface Line {
  readonly report: string;
  readonly text: string;
  readonly kind?: string;
}

const here = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The lines of a set, one JSON object a line. */
export function linesOf(file: string): readonly Line[] {
  return here(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const IDS = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
const reports = new Map(IDS.map((id) => [id, reportSchema.parse(JSON.parse(here(`frozen/reports/${id}.json`)))]));

/** Whether a summary of one of the twenty reports would be spoken. */
export function isSpoken({ report: id, text }: Line): boolean {
  const report = reports.get(id);
  if (!report) throw new Error(`no report ${id}`);
  return verify(text, report, report.locale === 'fr' ? fr : en).ok;
}

/** How often each value is there. */
export function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
