import type { Locale } from '../../locales/locale.ts';
import type { ReportFinding } from '../../skill/audit/report.ts';
import { cut, oneLine } from './point.ts';

const LONGEST = 160;

/** The first that says where it was read; a value alone is in our own English, and what it says the finding says. */
export function sourceOf({ evidence }: Pick<ReportFinding, 'evidence'>, locale: Locale): string | undefined {
  return evidenceOf({ evidence: evidence.filter(({ file, request, command }) => file ?? request ?? command) }, locale)[0];
}

/** What was read, one line each: the file and its line, the request or the command, then the value. */
export function evidenceOf({ evidence }: Pick<ReportFinding, 'evidence'>, { answers }: Locale): readonly string[] {
  return evidence
    .map(({ file, line, request, command, value }) => {
      const place = file === undefined ? undefined : line === undefined ? file : `${file}, ${answers.explanation.line(line)}`;
      const parts = [place, request, command, value].filter((part) => part !== undefined && part !== '');
      return cut(oneLine(parts.join(' → ')), LONGEST);
    })
    .filter((line) => line !== '');
}
