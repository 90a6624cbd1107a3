import type { Locale, RuleCode } from '../../locales/locale.ts';
import { keyOf } from '../../skill/audit/assessment.ts';
import { DIMENSIONS } from '../../skill/audit/define.ts';
import { type Difference, differenceOf } from '../../skill/audit/difference.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { momentOf } from './moment-of.ts';
import { type Composer, few, type Point, point, shownOnly } from './point.ts';
import { openOf, problem, whereOf } from './problems.ts';
import { dimensionOf, scopeOf, sectionOf } from './scopes.ts';

const MOST_NAMES = 3;

/** What changed since an earlier audit of the same mode: how many, which, what could not be checked again; a change of scope apart. */
export const compare: Composer = (slots, { report, earlier, now }, locale) => {
  const { changes, moments } = locale.answers;
  const sentence = (text: string) => () => [{ said: text, shown: text, optional: 0 }];
  if (!earlier) return sentence(slots['since'] === undefined ? changes.noEarlier : locale.answers.noAuditSince(slots['since']));
  const difference = differenceOf(earlier, report);
  if (!difference) return sentence(changes.otherMode);
  const scope = scopeOf(slots, report, locale);
  const changed = within(difference, report, earlier, scope?.holds ?? (() => true));
  const moved = movedScores(difference, sectionOf(slots), scope !== null);
  const since = moments.since(momentOf(earlier.timestamp, now, earlier.durationMs));
  const isSame =
    changed.news.length + changed.fixed.length + changed.flapping.length + changed.unverified + changed.scope + moved.length === 0;
  if (isSame)
    return () => [
      point(locale, 0, (name) => (scope ? changes.nothingAbout(since, scope.name(name)) : changes.nothing(since))),
      ...(changed.persisting > 0 ? [point(locale, 1, () => changes.persisting(changed.persisting))] : []),
    ];
  return (most) => [
    point(locale, 0, () => changes.head(since, changed.fixed.length, changed.news.length)),
    ...newPoints(changed.news, most, report, locale),
    ...fixedPoints(changed.fixed, most - 1, locale),
    ...flappingPoints(changed.flapping, locale),
    ...(changed.unverified > 0 ? [point(locale, 1, () => changes.unverified(changed.unverified))] : []),
    ...scorePoints(moved, locale),
    ...(changed.persisting > 0 ? [point(locale, 4, () => changes.persisting(changed.persisting))] : []),
    ...(changed.scope > 0 ? [point(locale, 3, () => changes.scope(changed.scope))] : []),
  ];
};

interface Changed {
  readonly news: readonly ReportFinding[];
  readonly fixed: readonly ReportFinding[];
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
    news: openOf({ ...to, findings: [...news] }),
    fixed: openOf({ ...from, findings: [...fixed] }),
    flapping: found(difference.flapping, now),
    unverified: found(difference.unverified, now).length,
    persisting: found(difference.persisting, now).length,
    scope: found(difference.scopeChanges, now).length,
  };
}

function newPoints(news: readonly ReportFinding[], most: number, report: Report, locale: Locale): readonly Point[] {
  const { changes } = locale.answers;
  const told = news.slice(0, most);
  const more = news.length - told.length;
  return [
    ...told.map((finding) => {
      const { said, shown } = problem(finding, report, locale);
      return { said: changes.fresh(said), shown: changes.fresh(shown), optional: 0 };
    }),
    ...(more > 0 ? [point(locale, 2, () => changes.moreFresh(more))] : []),
  ];
}

/** A fixed problem goes by the name of what is well again: its own words would sound as if it were there. */
function fixedPoints(fixed: readonly ReportFinding[], most: number, locale: Locale): readonly Point[] {
  const { changes } = locale.answers;
  const told = fixed.slice(0, Math.max(1, most));
  const more = fixed.length - told.length;
  const titles = locale.rules as Readonly<Record<string, string>>;
  return [
    ...told.map((finding) =>
      point(locale, 1, (name) => changes.fixed(titles[finding.code as RuleCode] ?? finding.code, name(whereOf(finding)))),
    ),
    ...(more > 0 ? [point(locale, 3, () => changes.moreFixed(more))] : []),
  ];
}

function flappingPoints(flapping: readonly ReportFinding[], locale: Locale): readonly Point[] {
  const [names, more] = few([...new Set(flapping.map(whereOf))], MOST_NAMES);
  return names.length === 0 ? [] : [point(locale, 1, (name) => locale.answers.changes.flapping(names.map(name), more))];
}

type Moved = readonly [dimension: (typeof DIMENSIONS)[number], before: number | null, now: number | null];

/** Scores that are not what they were; a node has none, and a section that is no dimension neither. */
export function movedScores({ scores }: Difference, section: ReturnType<typeof sectionOf>, isScoped: boolean): readonly Moved[] {
  const asked = dimensionOf(section);
  if (isScoped && asked === null) return [];
  return DIMENSIONS.flatMap((dimension): readonly Moved[] => {
    const { before, now } = scores[dimension] ?? { before: null, now: null };
    return before === now || (asked !== null && asked !== dimension) ? [] : [[dimension, before, now]];
  });
}

/** The one that moved most for the ear, all for the eye. */
function scorePoints(moved: readonly Moved[], { answers, dimensions }: Locale): readonly Point[] {
  const { changes } = answers;
  const size = ([, before, now]: Moved) => (before === null || now === null ? 100 : Math.abs(now - before));
  const [most] = moved.toSorted((a, b) => size(b) - size(a));
  if (!most) return [];
  const [dimension, before, now] = most;
  const name = dimensions[dimension];
  const said =
    now === null
      ? changes.lost(name)
      : before === null
        ? changes.gained(name, now)
        : now > before
          ? changes.gains(name, now - before)
          : changes.loses(name, before - now);
  return [
    { said, shown: '', optional: 2 },
    shownOnly(changes.movedAll(moved.map(([each, from, to]) => changes.moved(dimensions[each], from, to))), 2),
  ];
}
