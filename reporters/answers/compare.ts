import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import { type Difference, differenceOf } from '../../skill/audit/difference.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { momentOf } from './moment-of.ts';
import { movedPoints, movedScores } from './moved-scores.ts';
import { type Composer, few, type Name, type Point, point } from './point.ts';
import { moreProblems, type Problems, problem, problemsOf, whereOf } from './problems.ts';
import { scopeOf, sectionOf } from './scopes.ts';
import { sightPoints } from './sight.ts';
import { blindPoints } from './unread.ts';

const MOST_NAMES = 3;
/** The audit before this one, whenever it was. */
const LAST = 'last';

/** What changed since an earlier audit of the same mode: how many, which, what could not be checked again; a change of scope apart. */
export const compare: Composer = (slots, { report, earlier, now }, locale) => {
  const { changes, moments } = locale.answers;
  const sentence = (text: string) => () => [{ said: text, shown: text, optional: 0 }];
  const blind = blindPoints(report, locale);
  if (blind) return () => blind;
  const since = slots['since'] ?? LAST;
  if (!earlier) return sentence(since === LAST ? changes.noEarlier(report.mode) : locale.answers.noAuditSince(since));
  const difference = differenceOf(earlier, report);
  if (!difference) return sentence(changes.otherMode);
  const scope = scopeOf(slots, report, locale);
  const holds = scope?.holds ?? (() => true);
  const changed = within(difference, report, earlier, holds);
  const sight = sightPoints(earlier, report, holds, [...changed.news.told, ...changed.fixed.told], locale);
  const moved = movedScores(difference, sectionOf(slots), scope !== null);
  const asOf = (name: Name) => {
    const when = moments.since(momentOf(earlier.timestamp, now, earlier.durationMs));
    return scope ? changes.about(when, scope.name(name)) : when;
  };
  const isSame =
    changed.news.all + changed.fixed.all + changed.flapping.length + changed.unverified + changed.scope + moved.length + sight.length === 0;
  if (isSame)
    return () => [
      point(locale, 0, (name) => changes.nothing(asOf(name))),
      ...(changed.persisting > 0 ? [point(locale, 1, () => changes.persisting(changed.persisting))] : []),
    ];
  return (most) => [
    point(locale, 0, (name) => headOf(asOf(name), changed, locale)),
    ...newPoints(changed.news, most, report, locale),
    ...sight,
    ...fixedPoints(changed, most - 1, locale),
    ...flappingPoints(changed.flapping, locale),
    ...(changed.unverified > 0 ? [point(locale, 1, () => changes.unverified(changed.unverified))] : []),
    ...movedPoints(moved, locale),
    ...(changed.persisting > 0 ? [point(locale, 4, () => changes.persisting(changed.persisting))] : []),
    ...(changed.scope > 0 ? [point(locale, 3, () => changes.scope(changed.scope))] : []),
  ];
};

interface Changed {
  readonly news: Problems;
  readonly fixed: Problems;
  readonly flapping: readonly ReportFinding[];
  readonly unverified: number;
  readonly persisting: number;
  readonly scope: number;
}

/** The findings behind the keys, as far as the question is about them. */
function within(difference: Difference, to: Report, from: Report, holds: (finding: ReportFinding) => boolean): Changed {
  const inReport = (report: Report) => new Map(report.findings.map((finding) => [keyOf(finding), finding]));
  const now = inReport(to);
  const before = inReport(from);
  const found = (keys: readonly string[], findings: typeof now) =>
    keys.flatMap((key) => findings.get(key) ?? now.get(key) ?? before.get(key) ?? []).filter(holds);
  const news = new Set(found(difference.new, now));
  const fixed = new Set(found(difference.fixed, before));
  return {
    news: problemsOf({ findings: [...news] }),
    fixed: problemsOf({ findings: [...fixed] }),
    flapping: found(difference.flapping, now),
    unverified: found(difference.unverified, now).length,
    persisting: found(difference.persisting, now).length,
    scope: found(difference.scopeChanges, now).length,
  };
}

/** What is new comes first, then what is fixed: one figure a sentence. */
function headOf(since: string, { news, fixed }: Changed, { answers }: Locale): string {
  const { changes } = answers;
  if (news.all > 0) return changes.headNew(since, news.all);
  return fixed.all > 0 ? changes.headFixed(since, fixed.all) : changes.headNone(since);
}

function newPoints({ all, told: news }: Problems, most: number, report: Report, locale: Locale): readonly Point[] {
  const { changes } = locale.answers;
  const told = news.slice(0, most);
  return [
    ...told.map((finding) => {
      const { said, shown } = problem(finding, report, locale);
      return { said, shown: changes.fresh(shown), optional: 0 };
    }),
    ...moreProblems(all - told.length, locale),
  ];
}

/** A fixed problem goes by the name of what is well again: its own words would sound as if it were there. */
function fixedPoints({ fixed, news }: Changed, most: number, locale: Locale): readonly Point[] {
  const { changes } = locale.answers;
  const told = fixed.told.slice(0, Math.max(1, most));
  return [
    ...(news.all > 0 && fixed.all > 1 ? [point(locale, 1, () => changes.alsoFixed(fixed.all))] : []),
    ...told.map((finding) =>
      point(locale, 1, (name) => changes.fixed(own<string>(locale.rules, finding.code) ?? finding.code, name(whereOf(finding)))),
    ),
  ];
}

function flappingPoints(flapping: readonly ReportFinding[], locale: Locale): readonly Point[] {
  const [names, more] = few([...new Set(flapping.map(whereOf))], MOST_NAMES);
  return names.length === 0 ? [] : [point(locale, 1, (name) => locale.answers.changes.flapping(names.map(name), more))];
}
