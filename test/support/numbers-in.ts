import type { Locale, Message } from '../../locales/locale.ts';
import { wordsOf } from '../../locales/locale.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';

/** The numbers that a text shows: « 10 240 » and « 10,240 » are one. */
export function numbersIn(text: string): readonly number[] {
  const ungrouped = text.replace(/(?<![\p{L}\d.,])\d{1,3}(?:[ ,]\d{3})+(?![\d.,])/gu, (figures) => figures.replace(/\D/g, ''));
  return (ungrouped.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(figure.replace(',', '.')));
}

/** When something was is no figure of the cluster; names that are not shown are no figures either. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'timestamp',
  'startedAt',
  'since',
  'fingerprint',
  'report_sections',
  'text',
  'lines',
  'at',
  'id',
]);

/** Every number that an answer may show: what the report holds, its shares in hundredths, and what one can count in it. */
export function numbersOf(report: Report, locale: Locale): ReadonlySet<number> {
  const found = new Set<number>([48, 100]);
  const add = (value: number) => {
    for (const form of [value, Math.round(value), Math.floor(value), Math.floor(100 * value), Math.round(10 * value) / 10]) found.add(form);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'number') add(value);
    if (typeof value === 'string') numbersIn(value).forEach(add);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      numbersIn(key).forEach(add);
      if (!NOT_SHOWN.has(key)) walk(inner);
    }
  };
  walk({ ...report, plan: report.plan });
  for (const section of report.report_sections) walk(section.data);
  for (const finding of report.findings) {
    const { text, remedy, spoken, action } = wordsOf(locale, finding.message as Message);
    for (const words of [text, remedy, spoken, action, finding.target, finding.subject]) walk(words ?? '');
  }
  for (let count = 0; count <= mostCounted(report); count += 1) found.add(count);
  return found;
}

/** Nothing that is counted is more than the open findings, those not read, or the nodes. */
function mostCounted({ findings, nodes, plan }: Report): number {
  return Math.max(
    findings.filter(isOpen).length,
    findings.filter(({ outcome }) => outcome === 'unknown').length,
    Object.keys(nodes).length,
    plan.flatMap(({ steps }) => steps).length,
  );
}
