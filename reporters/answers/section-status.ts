import type { Locale } from '../../locales/locale.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';
import { auditFull } from './audit-full.ts';
import { type Composer, type Point, point } from './point.ts';
import { openOf, problem } from './problems.ts';
import { isInSection, type Section, sectionOf } from './scopes.ts';
import { headOf } from './section-values.ts';

/** The value of a section and what is open in it, worst first. Without a section, the summary. */
export const sectionStatus: Composer = (slots, grounds, locale) => {
  const section = sectionOf(slots);
  if (section === null || section === 'summary') return auditFull(slots, grounds, locale);
  const { report } = grounds;
  const value = headOf(section, report, locale);
  // the scores are told by themselves
  if (section === 'scores') return () => value;
  const open = openOf(report, isInSection(section));
  const unread = report.findings.filter(
    (finding) => finding.outcome === 'unknown' && finding.cause === null && isInSection(section)(finding),
  ).length;
  return (most) => {
    const told = open.slice(0, most);
    const rest = open.length - told.length;
    return [
      ...value,
      ...told.map((finding) => problem(finding, report, locale)),
      ...(open.length === 0 ? nothingOpen(section, report, locale) : []),
      ...(rest > 0 ? [point(locale, 2, () => locale.answers.scores.more(rest))] : []),
      ...(unread > 0 ? [point(locale, 1, () => locale.answers.scores.unknown(unread))] : []),
    ];
  };
};

/** Nothing open is good news only where somebody looked. */
function nothingOpen(section: Section, { findings }: Report, { answers }: Locale): readonly Point[] {
  const here = findings.filter(isInSection(section));
  const isLookedAt = here.some((finding) => finding.outcome === 'pass' || isOpen(finding));
  const isSkipped = !isLookedAt && here.some(({ outcome }) => outcome === 'skipped');
  const text = isSkipped
    ? answers.scores.notInQuick(answers.sections[section])
    : isLookedAt
      ? answers.scores.nothingHere
      : answers.scores.nothingLookedAt;
  return [{ said: text, shown: text, optional: 0 }];
}
