import type { Locale } from '../../locales/locale.ts';
import { isOpen } from '../../skill/audit/assessment.ts';
import type { Report } from '../../skill/audit/report.ts';
import { few, type Point, point, saidOnly, shownOnly } from './point.ts';
import { tableOf } from './tables.ts';

/** Nodes whose speed the eye is shown. */
const MOST_SPEEDS = 5;

/** Findings that tell the same in their own words. */
const TELLS: Readonly<Partial<Record<string, string>>> = { 'hot-gpu': 'GPU-002', 'full-gpu': 'GPU-003', 'full-memory': 'SYS-004' };

/** What holds the cluster back; where nothing does, its slowest node. For the eye, the speed of each besides. */
export function performancePoints(report: Report, locale: Locale): readonly Point[] {
  const { nodes = [], gpus = [], machines = [], bottlenecks = [] } = tableOf(report, 'performance');
  if (nodes.length + gpus.length + machines.length === 0) return [];
  const { sections, answers } = locale;
  const open = new Set(report.findings.filter(isOpen).map(({ code }) => code));
  const untold = bottlenecks.find(({ what }) => !open.has(TELLS[what] ?? ''));
  const { shown } = point(locale, 1, (name) => sections.bottlenecks(bottlenecks.map((each) => ({ ...each, subject: name(each.subject) }))));
  return [
    ...(untold
      ? [saidOnly(point(locale, 1, (name) => answers.scores.bottleneck[untold.what](name(untold.subject), untold.value)).said, 1)]
      : []),
    ...(bottlenecks.length === 0 ? slowest(nodes, locale) : []),
    shownOnly(shown, 1),
    ...speeds(nodes, locale),
  ];
}

type Timed = readonly { readonly node: string; readonly latencyMs: number | null; readonly tokensPerSecond: number | null }[];

function slowest(nodes: Timed, locale: Locale): readonly Point[] {
  const timed = nodes.flatMap(({ node, latencyMs }) => (latencyMs === null ? [] : [{ node, ms: Math.round(latencyMs) }]));
  const [slow] = timed.toSorted((a, b) => b.ms - a.ms);
  return slow ? [point(locale, 1, (name) => locale.answers.scores.slowest(name(slow.node), slow.ms))] : [];
}

function speeds(nodes: Timed, locale: Locale): readonly Point[] {
  const { scores } = locale.answers;
  const timed = nodes.flatMap(({ node, tokensPerSecond }) => (tokensPerSecond === null ? [] : [{ node, tokensPerSecond }]));
  const [first] = few(timed, MOST_SPEEDS);
  if (first.length === 0) return [];
  const { shown } = point(locale, 3, (name) =>
    scores.speeds(first.map(({ node, tokensPerSecond }) => scores.speed(name(node), tokensPerSecond))),
  );
  return [shownOnly(shown, 3)];
}
