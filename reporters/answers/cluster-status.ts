import { isCutOff } from '../spoken.ts';
import { absentNodes, absentPoints, latencyPoints, statesOf } from './node-states.ts';
import type { Composer } from './point.ts';
import { isRisk, moreProblems, problem, problemsOf } from './problems.ts';
import { blindPoints, unreadPoints } from './unread.ts';

/** One breath: so many problems besides the nodes. */
const MOST_OTHERS = 2;

/** Nodes first, then what is wrong, then what could not be read; in one breath. No score: the quick audit has none. */
export const clusterStatus: Composer = (_, { report }, locale) => {
  const blind = blindPoints(report, locale);
  if (blind) return () => blind;
  const { speech, sections } = locale;
  const absent = absentNodes(report);
  const named = absent.map(([id]) => id);
  const others = problemsOf(report, (finding) => isRisk(finding) && !named.includes(finding.target));
  return (most) => {
    const told = others.told.slice(0, Math.min(most, MOST_OTHERS));
    return [
      ...(isCutOff(report) ? [] : [statesOf(report, locale)]),
      ...absentPoints(report, absent, locale),
      ...latencyPoints(report, locale),
      ...told.map((finding, index) => {
        const each = problem(finding, report, locale);
        return index === 0 && named.length === 0 ? { ...each, said: speech.worst(each.said) } : each;
      }),
      ...(report.status === 'ok' ? [{ said: speech.allWell, shown: sections.noRisk, optional: 0 }] : []),
      ...moreProblems(others.all - told.length, locale),
      ...unreadPoints(report, locale, named),
    ];
  };
};
