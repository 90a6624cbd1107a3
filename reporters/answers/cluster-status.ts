import type { Locale } from '../../locales/locale.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { blindnessOf, isCutOff, openFindings } from '../spoken.ts';
import { statesOf } from './node-states.ts';
import { type Composer, few, type Point, point, shownOnly } from './point.ts';
import { openOf, problem } from './problems.ts';
import { unreadPoints } from './unread.ts';

/** Nodes that one sentence names. */
const MOST_NODES = 3;

/** Nodes first, then what is wrong, then what could not be read; in one breath. No score: the quick audit has none. */
export const clusterStatus: Composer = (_, { report }, locale) => {
  const blind = blindnessOf(report, openFindings(report), locale);
  if (blind) return () => blind.map(({ text, optional }) => ({ said: text, shown: text, optional }));
  const { answers, speech, sections } = locale;
  const absent = absentNodes(report);
  const named = absent.map(([id]) => id);
  const others = openOf(report, (finding) => isRisk(finding) && !named.includes(finding.target));
  return (most) => {
    const told = others.slice(0, Math.min(most, MOST_OTHERS));
    const rest = others.length - told.length;
    return [
      ...(isCutOff(report) ? [] : [statesOf(report, locale)]),
      ...absentPoints(report, absent, locale),
      ...latencies(report, locale),
      ...told.map((finding, index) => {
        const each = problem(finding, report, locale);
        return index === 0 && named.length === 0 ? { ...each, said: speech.worst(each.said) } : each;
      }),
      ...(report.status === 'ok' ? [{ said: speech.allWell, shown: sections.noRisk, optional: 0 }] : []),
      ...(rest > 0 ? [point(locale, 2, () => answers.scores.more(rest))] : []),
      ...unreadPoints(report, locale, named),
    ];
  };
};

/** One breath: two besides the nodes. */
const MOST_OTHERS = 2;

function isRisk({ severity }: ReportFinding): boolean {
  return severity === 'critical' || severity === 'high' || severity === 'medium';
}

type Absent = readonly [id: string, node: Report['nodes'][string]];

/** Nodes that cannot be used and ought to be there. */
function absentNodes({ nodes }: Report): readonly Absent[] {
  return Object.entries(nodes).filter(([, { status }]) => status === 'down' || status === 'degraded' || status === 'unknown');
}

/** Those that are down by name, those that answer and cannot be used with why, those that could not be read. */
export function absentPoints(report: Report, absent: readonly Absent[], locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const points = (['down', 'degraded', 'unknown'] as const).flatMap((status) => {
    const group = absent.filter(([, node]) => node.status === status);
    const [only] = group;
    if (!only) return [];
    const [ids, more] = few(
      group.map(([id]) => id),
      MOST_NODES,
    );
    if (group.length === 1) return [onlyAbsent(only, status, report, locale)];
    return [point(locale, 0, (name) => states[status](ids.map(name), more))];
  });
  return points;
}

function onlyAbsent([id, { failure }]: Absent, status: 'down' | 'degraded' | 'unknown', report: Report, locale: Locale): Point {
  const { states } = locale.answers;
  const [why] = openOf(report, ({ target, stale, code }) => target === id && !stale && code.startsWith('NODE-'));
  if (status === 'degraded' && why) return problem(why, report, locale);
  return point(locale, 0, (name) => {
    const sentence = states[status]([name(id)], 0);
    return failure ? states.because(sentence, locale.failures[failure.code]) : sentence;
  });
}

function latencies({ nodes }: Report, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const timed = Object.entries(nodes).flatMap(([id, { status, latencyMs }]) =>
    status === 'up' && latencyMs !== null ? [[id, latencyMs] as const] : [],
  );
  if (timed.length === 0) return [];
  const [shown] = few(timed, 5);
  return [
    shownOnly(point(locale, 0, (name) => states.latencies(shown.map(([id, ms]) => states.latency(name(id), Math.round(ms))))).shown, 5),
  ];
}
