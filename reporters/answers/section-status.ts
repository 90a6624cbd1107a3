import type { Locale } from '../../locales/locale.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';
import { isCutOff } from '../spoken.ts';
import { auditFull } from './audit-full.ts';
import { type Composer, type Point, point, shownOnly } from './point.ts';
import { isRisk, moreProblems, problem, problemsOf, shownText, unreadOf } from './problems.ts';
import { isInSection, type Section, sectionOf } from './scopes.ts';
import { headOf } from './section-heads.ts';

/** The value of a section and what is open in it, worst first. Without a section, the summary. */
export const sectionStatus: Composer = (slots, grounds, locale) => {
  const section = sectionOf(slots);
  if (section === null || section === 'summary') return auditFull(slots, grounds, locale);
  const { report } = grounds;
  const head = headOf(section, report, locale);
  // the scores are told by themselves
  if (section === 'scores') return () => head;
  const isHere = isInSection(section);
  const open = problemsOf(report, isHere);
  const unread = unreadOf(report, isHere).length;
  return (most) => {
    const told = open.told.slice(0, most);
    return [
      ...head,
      ...told.map((finding) =>
        section === 'risks' && !isRisk(finding) ? shownOnly(shownText(finding, locale)) : problem(finding, report, locale),
      ),
      ...(open.all === 0 ? nothingOpen(section, head.length > 0, report, locale) : []),
      // for the ear the risks have been counted
      ...moreProblems(open.all - told.length, locale).map((more) => (section === 'risks' ? shownOnly(more.shown, more.optional) : more)),
      ...(isCutOff(report) ? [{ said: locale.speech.blindNetwork, shown: locale.sections.blindNetwork, optional: 1 }] : []),
      ...(unread > 0 ? [point(locale, 1, () => locale.answers.scores.unknown(unread))] : []),
    ];
  };
};

/** Nothing open is good news only where somebody looked. */
function nothingOpen(section: Section, hasHead: boolean, { findings }: Report, { answers }: Locale): readonly Point[] {
  const here = findings.filter(isInSection(section));
  const isLookedAt = here.some((finding) => finding.outcome === 'pass' || isOpen(finding));
  const isSkipped = !isLookedAt && here.some(({ outcome }) => outcome === 'skipped');
  const isUnread = here.some(({ outcome }) => outcome === 'unknown');
  const { notInQuick, nothingHere, nothingLookedAt, nothingDeclared } = answers.scores;
  const notLooked = isSkipped ? notInQuick(answers.sections[section]) : isUnread ? nothingLookedAt : nothingDeclared;
  const text = isLookedAt ? nothingHere : notLooked;
  // its score or figures say more than that nothing could be judged
  if (hasHead && !isLookedAt && !isSkipped) return [];
  return [{ said: text, shown: text, optional: 0 }];
}
