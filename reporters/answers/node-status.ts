import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { clusterStatus } from './cluster-status.ts';
import { gpuPoints, loadedPoints } from './node-figures.ts';
import { type Compose, type Composer, few, type Point, point } from './point.ts';
import { openOf, problem } from './problems.ts';
import { isAbout, knownId } from './scopes.ts';
import { tableOf } from './tables.ts';

/** Names offered to somebody who asked for one that does not exist. */
const MOST_NAMES = 6;

/** One node, target or machine: its state, its figures, what is wrong on it and under it. Without a name, the cluster. */
export const nodeStatus: Composer = (slots, grounds, locale) => {
  const { report } = grounds;
  const asked = slots['node'];
  if (asked === undefined) return clusterStatus(slots, grounds, locale);
  const id = knownId(asked, report);
  return id === null ? stranger(asked, report, locale) : statusOf(id, report, locale);
};

function statusOf(id: string, report: Report, locale: Locale): Compose {
  const node = report.nodes[id];
  const open = openOf(report, isAbout(id, report));
  const state = node ? nodeState(id, node, locale) : targetState(id, report, open.length === 0, locale);
  // the state of a node has said it already
  const isTold = ({ code, target, stale }: (typeof open)[number]) =>
    !stale && target === id && node?.status === 'down' && /^NODE-00[159]$/.test(code);
  const problems = open.filter((finding) => !isTold(finding));
  const explained = report.findings.filter(({ cause }) => cause === id).length;
  return (most) => {
    const told = problems.slice(0, most);
    const rest = problems.length - told.length;
    return [
      ...state,
      ...told.map((finding) => problem(finding, report, locale)),
      ...(explained > 0 ? [point(locale, 4, () => locale.answers.states.explains(explained))] : []),
      ...(rest > 0 ? [point(locale, 2, () => locale.answers.scores.more(rest))] : []),
      ...(node?.status === 'up' ? loadedPoints(node, locale) : []),
      ...gpuPoints(id, report, locale),
      ...(node?.status === 'up' && open.length === 0 ? [point(locale, 3, (name) => locale.answers.states.nothingOn(name(id)))] : []),
    ];
  };
}

function nodeState(id: string, { status, latencyMs, failure }: Report['nodes'][string], locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  return [
    point(locale, 0, (name) => {
      if (status === 'up' && latencyMs !== null) return states.upIn(name(id), Math.round(latencyMs));
      const sentence = states[status]([name(id)], 0);
      const isNews = failure !== null && (status === 'down' || status === 'degraded' || status === 'unknown');
      return isNews ? states.because(sentence, locale.failures[failure.code]) : sentence;
    }),
  ];
}

/** A machine, its GPUs, its ports…: what is no node. */
function targetState(id: string, report: Report, isQuiet: boolean, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const reading = report.readings[id];
  const { machines = [] } = tableOf(report, 'architecture-map');
  const targets = machines.find((machine) => machine.id === id)?.targets ?? [];
  const [nodes, more] = few(
    targets.filter(({ isNode }) => isNode).map((target) => target.id),
    MOST_NAMES,
  );
  const running = nodes.length > 0 ? [point(locale, 3, (name) => states.nodesOn(nodes.map(name), more))] : [];
  if (!reading)
    return isQuiet
      ? [point(locale, 0, (name) => states.nothingOn(name(id))), ...running]
      : [...running.map((each) => ({ ...each, optional: 0 }))];
  if (reading.ok)
    return [point(locale, isQuiet ? 0 : 2, (name) => (isQuiet ? states.read(name(id)) : states.readWith(name(id)))), ...running];
  const { failure } = reading;
  const isPlanned = report.findings.some(({ target, message }) => target === id && message.id === 'planned-down');
  if (isPlanned) return [point(locale, 0, (name) => states['planned-down']([name(id)], 0)), ...running];
  if (failure === null) return [point(locale, 0, (name) => states.skipped([name(id)], 0)), ...running];
  return [point(locale, 0, (name) => states.because(states.unknown([name(id)], 0), locale.failures[failure.code])), ...running];
}

function stranger(asked: string, report: Report, locale: Locale): Compose {
  const { states } = locale.answers;
  const nodes = Object.keys(report.nodes);
  const [names, more] = few(nodes.length > 0 ? nodes : Object.keys(report.readings), MOST_NAMES);
  return () => [
    point(locale, 0, (name) => states.stranger(name(asked))),
    ...(names.length > 0 ? [point(locale, 0, (name) => states.known(names.map(name), more))] : []),
  ];
}
