import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { nodesLine } from '../sections.ts';
import { nodesSentence } from '../spoken.ts';
import { few, type Point, point, shownOnly } from './point.ts';
import { problem, problemsOf } from './problems.ts';

/** Nodes that one sentence names. */
const MOST_NODES = 3;
const MOST_LATENCIES = 5;

type NodeOf = readonly [id: string, node: Report['nodes'][string]];

/** How many nodes answer of those that ought to. */
export function statesOf(report: Report, locale: Locale): Point {
  const said = nodesSentence(report, locale).map(({ text }) => text);
  return { said: said.join(' '), shown: nodesLine(report.nodes, report.cluster, locale.sections), optional: 0 };
}

/** Nodes that ought to be there and cannot be used, or could not be read. */
export function absentNodes({ nodes }: Report): readonly NodeOf[] {
  return Object.entries(nodes).filter(([, { status }]) => status === 'down' || status === 'degraded' || status === 'unknown');
}

/** Those that are down by name, those that answer and cannot be used, those that could not be read; why, where it is one. */
export function absentPoints(report: Report, absent: readonly NodeOf[], locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  return (['down', 'degraded', 'unknown'] as const).flatMap((status) => {
    const group = absent.filter(([, node]) => node.status === status);
    const [only] = group;
    if (only && group.length === 1) return [onlyAbsent(only, status, report, locale)];
    const [ids, more] = few(
      group.map(([id]) => id),
      MOST_NODES,
    );
    return only ? [point(locale, 0, (name) => states[status](ids.map(name), more))] : [];
  });
}

function onlyAbsent([id, { failure }]: NodeOf, status: 'down' | 'degraded' | 'unknown', report: Report, locale: Locale): Point {
  const { states } = locale.answers;
  const [why] = problemsOf(report, ({ target, stale, code }) => target === id && !stale && code.startsWith('NODE-')).told;
  if (status === 'degraded' && why) return problem(why, report, locale);
  return point(locale, 0, (name) => {
    const sentence = states[status]([name(id)], 0);
    return failure ? states.because(sentence, locale.failures[failure.code]) : sentence;
  });
}

export function latencyPoints({ nodes }: Report, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const timed = Object.entries(nodes).flatMap(([id, { status, latencyMs }]) =>
    status === 'up' && latencyMs !== null ? [[id, Math.round(latencyMs)] as const] : [],
  );
  const [first] = few(timed, MOST_LATENCIES);
  if (first.length === 0) return [];
  const { shown } = point(locale, 5, (name) => states.latencies(first.map(([id, ms]) => states.latency(name(id), ms))));
  return [shownOnly(shown, 5)];
}
