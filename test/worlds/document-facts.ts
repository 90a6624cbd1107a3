import { type Report, reportSchema, SECTION_IDS } from '../../skill/audit/report.ts';
import type { Fact } from './world.ts';

/** What holds of every report and every summary, whatever the world. */
export function documentFacts(report: Report, summary: string): readonly Fact[] {
  return [
    { what: 'the schema accepts the report', expected: true, found: reportSchema.safeParse(report).success },
    { what: 'sections', expected: SECTION_IDS, found: report.report_sections.map(({ id }) => id) },
    {
      what: 'sections without a line',
      expected: [],
      found: report.report_sections.filter(({ lines }) => lines.join('').trim() === '').map(({ id }) => id),
    },
    {
      what: 'findings without a text',
      expected: [],
      found: report.findings.filter(({ text }) => text.trim() === '').map(({ code }) => code),
    },
    {
      what: 'placeholders left in the words',
      expected: [],
      found: JSON.stringify([summary, ...report.report_sections.map(({ lines }) => lines)]).match(/undefined|NaN|\[object|\$\{/g) ?? [],
    },
    {
      what: 'the summary can be said in twenty seconds',
      expected: true,
      found: summary.split(/\s+/).length <= 55 && summary.length <= 500,
    },
    // the assistant's router throws such answers away
    { what: 'words that the router discards', expected: [], found: summary.match(/erreur|non reconnu/gi) ?? [] },
  ];
}
