import { summaryOf } from '../spoken.ts';
import { takenSentence } from './moment-of.ts';
import { statesOf } from './node-states.ts';
import { type Composer, saidOnly, shownOnly } from './point.ts';
import { openOf, shownRemedy, shownText } from './problems.ts';
import { overallPoints } from './score-points.ts';
import { unreadPoints } from './unread.ts';

/** The summary: for the ear as the spoken reporter says it, for the eye the same facts with their figures, and where the rest is. */
export const auditFull: Composer = (_, grounds, locale) => {
  const { report } = grounds;
  const { answers, sections } = locale;
  const taken = takenSentence(grounds, locale);
  // its age takes its part of the time, and is said before
  const said = summaryOf(report, locale, taken === '' ? [] : [{ text: taken, optional: 0 }]).slice(taken === '' ? 0 : 1);
  const risks = openOf(report, ({ severity }) => severity !== 'low' && severity !== 'info');
  return (most) => {
    const told = risks.slice(0, most);
    const [worst] = told;
    const remedy = worst && shownRemedy(worst, locale);
    return [
      ...said.map((text) => saidOnly(text)),
      shownOnly(statesOf(report, locale).shown),
      ...told.map((finding) => shownOnly(shownText(finding, locale))),
      ...(worst ? [] : [shownOnly(sections.noRisk)]),
      ...(report.risks.length > told.length ? [shownOnly(answers.scores.risks(report.risks.length))] : []),
      ...unreadPoints(report, locale, []).map(({ shown }) => shownOnly(shown, 1)),
      ...(remedy ? [shownOnly(answers.advice.toDo(remedy), 2)] : []),
      ...overallPoints(report, locale).map(({ shown }) => shownOnly(shown, 1)),
    ];
  };
};
