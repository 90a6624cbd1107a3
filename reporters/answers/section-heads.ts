import type { Locale } from '../../locales/locale.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';
import { absentNodes, absentPoints, statesOf } from './node-states.ts';
import { performancePoints } from './performance.ts';
import { componentPoint, few, type Point, point, saidOnly, shownOnly } from './point.ts';
import { dimensionOf, type Section } from './scopes.ts';
import { allScores, lowestOf, overallPoints, scorePoints } from './score-points.ts';
import { tableOf } from './tables.ts';

const MOST_NAMES = 3;

type Head = (report: Report, locale: Locale) => readonly Point[];

/** What a section says before its problems: its score, and the figures that it has. */
export function headOf(section: Section, report: Report, locale: Locale): readonly Point[] {
  const dimension = dimensionOf(section);
  return [...(dimension ? scorePoints(report, dimension, locale) : []), ...(HEADS[section]?.(report, locale) ?? [])];
}

const HEADS: Readonly<Partial<Record<Section, Head>>> = {
  scores: (report, locale) => {
    const lowest = lowestOf(report);
    const { answers, dimensions } = locale;
    return [
      ...overallPoints(report, locale).map((each) => ({ ...each, optional: 0 })),
      ...(lowest ? [point(locale, 1, () => answers.scores.lowest(dimensions[lowest.dimension], lowest.score))] : []),
      allScores(report, locale),
    ];
  },
  risks: (report, { answers, sections }) => {
    const { openBySeverity = {} } = tableOf(report, 'executive-summary');
    const { critical = 0, high = 0, medium = 0, low = 0 } = openBySeverity;
    if (report.risks.length === 0) return [];
    return [
      { said: answers.scores.risks(report.risks.length), shown: sections.open(critical, high, medium, low), optional: 1 },
      ...(critical > 0 ? [saidOnly(answers.scores.criticals(critical), 3)] : []),
    ];
  },
  nodes: (report, locale) => {
    const unread = absentNodes(report).filter(([, { status }]) => status === 'unknown');
    return [statesOf(report, locale), ...absentPoints(report, unread, locale)];
  },
  architecture: (report, locale) => {
    const { answers } = locale;
    const { machines = [] } = tableOf(report, 'architecture-map');
    const [first] = machines;
    const size = (name: (id: string) => string) =>
      machines.length === 1 && first ? answers.scores.oneMachine(name(first.id)) : answers.scores.machines(machines.length);
    return [...(first ? [componentPoint(report, locale, 2, size)] : []), ...singlePoints(report, locale, 1)];
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
  performance: performancePoints,
  persistence: (report, locale) => {
    const { answers } = locale;
    const { mounts = [], backups = [] } = tableOf(report, 'persistence');
    // one that could not be read is neither fresh nor old
    const asked = backups.filter((backup) => backup.outcome === 'pass' || isOpen(backup));
    const fresh = asked.filter(({ outcome }) => outcome === 'pass').length;
    const fullest = mounts.toSorted((a, b) => (b.usedPercent ?? -1) - (a.usedPercent ?? -1))[0];
    // a full disk has a sentence of its own
    const isTold = report.findings.some((finding) => finding.code === 'SYS-001' && isOpen(finding) && !finding.stale);
    const percent = isTold ? null : (fullest?.usedPercent ?? null);
    return [
      ...(asked.length > 0 ? [point(locale, 1, () => answers.scores.backups(fresh, asked.length))] : []),
      ...(backups.length === 0 && report.mode === 'full' ? [point(locale, 1, () => answers.scores.noBackup)] : []),
      ...(fullest && percent !== null ? [point(locale, 2, (name) => answers.scores.fullest(name(fullest.mount), percent))] : []),
    ];
  },
  // the sentences of its problems name them for the ear
  resilience: (report, locale) => singlePoints(report, locale, 3).map(({ shown, optional }) => shownOnly(shown, optional)),
};

function singlePoints(report: Report, locale: Locale, optional: number): readonly Point[] {
  const [ids, more] = few(
    report.topology.singlePoints.map(({ id }) => id),
    MOST_NAMES,
  );
  return ids.length > 0 ? [componentPoint(report, locale, optional, (name) => locale.answers.scores.points(ids.map(name), more))] : [];
}
