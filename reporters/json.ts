import type { Reporter } from './reporter.ts';

/** The report itself, as one JSON document; what a terminal would obey or not show is escaped. */
export const json: Reporter = {
  id: 'json',
  render: (report) => `${JSON.stringify(report, null, 2).replace(UNSEEN, escaped)}\n`,
};

/** All of it stands inside strings, but for the line feeds between them. */
const UNSEEN = /[^\P{C}\n]|[\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
