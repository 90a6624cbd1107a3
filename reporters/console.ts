import type { Locale } from '../locales/locale.ts';
import { keyOf } from '../skill/audit/assessment.ts';
import { printable } from '../skill/audit/plain-strings.ts';
import type { Report } from '../skill/audit/report.ts';
import { firstRows } from './first-rows.ts';
import type { Reporter } from './reporter.ts';
import { nodesLine } from './sections.ts';
import { WIDTH, wrap } from './wrap.ts';

/** Steps that somebody can keep in mind. */
const FIRST_STEPS = 3;

/** The whole report for a terminal of eighty columns; the last lines are the ones to act on. Colours are added outside. */
export const consoleReport: Reporter = {
  id: 'console',
  render: (report, locale) =>
    [
      ...banner(report, locale),
      ...report.report_sections.flatMap(({ title, lines }, index) => [
        '',
        `§${index + 1} ${title.toUpperCase()}`,
        ...lines.map((line) => (line === '' ? '' : `  ${line}`)),
      ]),
      ...notSeen(report, locale),
      ...firstSteps(report, locale),
      '',
    ].join('\n'),
};

function banner({ cluster, version, mode, timestamp, status, nodes, overall }: Report, { sections }: Locale): readonly string[] {
  const counts = nodesLine(nodes, cluster, sections);
  const glyph = { ok: '✓', warning: '!', critical: '✗', unknown: '?' }[status];
  const lines = [
    sections.heading(cluster.name, version, mode, timestamp),
    `${glyph} ${sections.statuses[status]} · ${counts}`,
    sections.overall(overall.score, overall.grade, sections.verdicts[overall.verdict]),
  ].flatMap((line) => wrap(line, WIDTH - 2, 2));
  return [`╔${'═'.repeat(WIDTH)}╗`, ...lines.map((line) => `║ ${line.padEnd(WIDTH - 1)}║`), `╚${'═'.repeat(WIDTH)}╝`];
}

function notSeen({ report_sections: sectionsOf, findings }: Report, { sections }: Locale): readonly string[] {
  const data = sectionsOf[0]?.data as
    | {
        notSeen?: readonly { target: string; failure: Parameters<typeof sections.notSeen>[1]; masks: number }[];
        partlySeen?: readonly string[];
        auditor?: { isRoot: boolean };
      }
    | undefined;
  const unread = (data?.notSeen ?? []).map(({ target, failure, masks }) => sections.notSeen(target, failure, masks));
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const partly = (data?.partlySeen ?? []).flatMap((key) => byKey.get(key)?.text ?? []);
  const lines = [...unread, ...(partly.length > 0 ? [...new Set(partly)] : [])].map((line) => `? ${line}`);
  return [
    '',
    sections.notSeenTitle.toUpperCase(),
    ...firstRows(lines.length > 0 ? lines : [sections.nothingUnseen], sections, (few) =>
      few.flatMap((line) => wrap(line, WIDTH - 2, 2)),
    ).map((line) => `  ${line}`),
    ...(data?.auditor?.isRoot === false ? wrap(sections.notRoot, WIDTH - 2).map((line) => `  ${line}`) : []),
  ];
}

function firstSteps({ plan, findings }: Report, { sections, severities }: Locale): readonly string[] {
  const steps = plan.flatMap(({ horizon, steps: of }) => of.map((step) => ({ ...step, horizon })));
  const lines = steps.slice(0, FIRST_STEPS).flatMap(({ text, findings: keys, verify, horizon }, index) => {
    const finding = findings.find((each) => keyOf(each) === keys[0]);
    const why = finding ? `[${severities[finding.severity]}] ${finding.text}` : '';
    return [
      ...wrap(`${index + 1}. ${why}`, WIDTH - 2, 3),
      ...wrap(`→ ${text} (${sections.horizons[horizon]})`, WIDTH - 5, 2).map((line) => `   ${line}`),
      ...(verify ? [`   $ ${printable(verify)}`] : []),
    ];
  });
  const more = steps.length - FIRST_STEPS;
  return [
    '',
    sections.firstTitle.toUpperCase(),
    ...(lines.length > 0 ? lines : [sections.nothingToDo]),
    ...(more > 0 ? [`   ${sections.also(more)}`] : []),
  ].map((line, index) => (index < 2 ? line : `  ${line}`));
}
