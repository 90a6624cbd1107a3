import { adviceOf, summaryOf } from '../spoken.ts';
import { takenSentence } from './moment-of.ts';
import { statesOf } from './node-states.ts';
import { type Composer, saidOnly, shownOnly } from './point.ts';
import { problemsOf, shownRemedy, shownText } from './problems.ts';
import { overallPoints } from './score-points.ts';
import { blindPoints, unreadPoints } from './unread.ts';

/** The summary: for the ear as the spoken reporter says it, for the eye the same facts with their figures, and where the rest is. */
export const auditFull: Composer = (_, grounds, locale) => {
  const { report } = grounds;
  const { answers, sections, speech } = locale;
  const blind = blindPoints(report, locale);
  if (blind) return () => blind;
  const taken = takenSentence(grounds, locale);
  // its age is said before, and takes its part of the time
  const said = summaryOf(report, locale, taken === '' ? [] : [{ text: taken, optional: 0 }]).slice(taken === '' ? 0 : 1);
  const { told: risks } = problemsOf(report, ({ severity }) => severity !== 'low' && severity !== 'info');
  const { evolution: change } = report;
  const [worst] = risks;
  const action = worst && (adviceOf(worst, report, locale) ?? shownRemedy(worst, locale));
  return (most) => {
    const told = risks.slice(0, most);
    return [
      ...said.map((text) => saidOnly(text)),
      shownOnly(statesOf(report, locale).shown),
      ...told.map((finding) => shownOnly(shownText(finding, locale))),
      ...(worst ? [] : [shownOnly(sections.noRisk)]),
      ...(report.risks.length > told.length ? [shownOnly(answers.scores.allInReport(report.risks.length))] : []),
      ...unreadPoints(report, locale).map(({ shown }) => shownOnly(shown, 1)),
      ...(action ? [shownOnly(speech.first(action), 2)] : []),
      ...overallPoints(report, locale).map(({ shown, optional }) => shownOnly(shown, optional)),
      ...(change && change.fixed.length + change.new.length > 0
        ? [shownOnly(answers.changes.sinceLast(change.fixed.length, change.new.length), 3)]
        : []),
    ];
  };
};
