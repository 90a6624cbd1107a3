import type { Locale } from '../../locales/locale.ts';
import { table } from '../../reporters/table.ts';
import { rules } from '../rules/all.ts';

/** The catalogue of what can be found, as a table or as JSON. */
export function checks(locale: Locale, isJson: boolean): string {
  const all = rules.map(({ code, severity, dimension, needs }) => ({
    code,
    title: locale.rules[code],
    severity,
    dimension,
    needs: Object.values(needs).map(({ kind }) => kind),
  }));
  if (isJson) return `${JSON.stringify(all, null, 2)}\n`;
  const rows = all.map(({ code, title, severity, dimension }) => [code, title, locale.severities[severity], locale.dimensions[dimension]]);
  const { code, title, severity, dimension } = locale.sections.checksHead;
  return `${table([code, title, severity, dimension], rows).join('\n')}\n`;
}
