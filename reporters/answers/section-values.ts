import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { absentPoints } from './cluster-status.ts';
import { statesOf } from './node-states.ts';
import { few, type Point, point, shownOnly } from './point.ts';
import { dimensionOf, type Section } from './scopes.ts';
import { allScores, lowestOf, overallPoints, scorePoints } from './score-points.ts';
import { tableOf } from './tables.ts';

const MOST_NAMES = 3;

type Value = (report: Report, locale: Locale) => readonly Point[];

/** What a section says before its problems. */
export function headOf(section: Section, report: Report, locale: Locale): readonly Point[] {
  const dimension = dimensionOf(section);
  return [...(dimension ? scorePoints(report, dimension, locale) : []), ...(VALUES[section]?.(report, locale) ?? [])];
}

const VALUES: Readonly<Partial<Record<Section, Value>>> = {
  scores: (report, locale) => {
    const lowest = lowestOf(report);
    const { answers, dimensions } = locale;
    return [
      ...overallPoints(report, locale).map((each) => ({ ...each, optional: 0 })),
      ...(lowest ? [point(locale, 1, () => answers.scores.lowest(dimensions[lowest.dimension], lowest.score))] : []),
      allScores(report, locale),
    ];
  },
  risks: (report, locale) => {
    const { answers, sections } = locale;
    const { risks } = report;
    const { openBySeverity = {} } = tableOf(report, 'executive-summary');
    const { critical = 0, high = 0, medium = 0, low = 0 } = openBySeverity;
    if (risks.length === 0) return [];
    return [{ said: answers.scores.risks(risks.length), shown: sections.open(critical, high, medium, low), optional: 1 }];
  },
  nodes: (report, locale) => [
    statesOf(report, locale),
    ...absentPoints(
      report,
      Object.entries(report.nodes).filter(([, { status }]) => status === 'unknown'),
      locale,
    ),
  ],
  architecture: (report, locale) => {
    const { answers } = locale;
    const { machines = [] } = tableOf(report, 'architecture-map');
    const [only] = machines;
    const [ids, more] = few(
      report.topology.singlePoints.map(({ id }) => id),
      MOST_NAMES,
    );
    return [
      ...(only
        ? [
            point(locale, 2, (name) =>
              machines.length === 1 ? answers.scores.oneMachine(name(only.id)) : answers.scores.machines(machines.length),
            ),
          ]
        : []),
      ...(ids.length > 0 ? [point(locale, 1, (name) => answers.scores.points(ids.map(name), more))] : []),
    ];
  },
  topology: (report, locale) => {
    const { answers } = locale;
    const { capabilities = [] } = tableOf(report, 'topology');
    const alone = capabilities.filter(({ up, notRead }) => up.length + notRead.length < 2);
    const unsure = capabilities.filter(({ up, notRead }) => up.length < 2 && up.length + notRead.length >= 2);
    const named = (list: typeof capabilities) => list.map(({ capability }) => capability);
    return [
      ...(capabilities.length > 0 && alone.length + unsure.length === 0 ? [point(locale, 0, () => answers.scores.allFallback)] : []),
      ...(alone.length > 0 ? [point(locale, 0, () => answers.scores.noFallback(named(alone)))] : []),
      ...(unsure.length > 0 ? [point(locale, 1, () => answers.scores.fallbackUnknown(named(unsure)))] : []),
    ];
  },
  multimodal: (report, locale) => {
    const { answers } = locale;
    const { columns = [], rows = [] } = tableOf(report, 'multimodal');
    const proven = columns.filter((_, index) => rows.some(({ cells }) => cells[index] === 'proven'));
    const others = columns.filter((column) => !proven.includes(column));
    return [
      ...(proven.length > 0 ? [point(locale, 2, () => answers.scores.proven(proven))] : []),
      ...(others.length > 0 && rows.length > 0 ? [point(locale, 1, () => answers.scores.notProven(others))] : []),
    ];
  },
  performance: (report, locale) => {
    const { nodes = [], gpus = [], machines = [], bottlenecks = [] } = tableOf(report, 'performance');
    if (nodes.length + gpus.length + machines.length === 0) return [];
    const { sections } = locale;
    const { said } = point(locale, 1, (name) =>
      sections.bottlenecks(bottlenecks.slice(0, 1).map((each) => ({ ...each, subject: name(each.subject), others: 0 }))),
    );
    const { shown } = point(locale, 1, (name) =>
      sections.bottlenecks(bottlenecks.map((each) => ({ ...each, subject: name(each.subject) }))),
    );
    return [{ said, shown, optional: 1 }];
  },
  persistence: (report, locale) => {
    const { answers } = locale;
    const { mounts = [], backups = [] } = tableOf(report, 'persistence');
    const asked = backups.filter(({ outcome }) => outcome !== 'skipped');
    const fresh = asked.filter(({ outcome }) => outcome === 'pass').length;
    const fullest = mounts.toSorted((a, b) => (b.usedPercent ?? -1) - (a.usedPercent ?? -1))[0];
    const percent = fullest?.usedPercent ?? null;
    return [
      ...(asked.length > 0 ? [point(locale, 1, () => answers.scores.backups(fresh, asked.length))] : []),
      ...(backups.length === 0 && report.mode === 'full' ? [point(locale, 1, () => answers.scores.noBackup)] : []),
      ...(fullest && percent !== null ? [point(locale, 2, (name) => answers.scores.fullest(name(fullest.mount), percent))] : []),
    ];
  },
  resilience: (report, locale) => {
    const [ids, more] = few(
      report.topology.singlePoints.map(({ id }) => id),
      MOST_NAMES,
    );
    return ids.length === 0 ? [] : [shownOnly(point(locale, 3, (name) => locale.answers.scores.points(ids.map(name), more)).shown, 3)];
  },
};
