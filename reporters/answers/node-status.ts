import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { adviceOf } from '../spoken.ts';
import { clusterStatus } from './cluster-status.ts';
import { gpuPoints, loadedPoints } from './node-figures.ts';
import { type Compose, type Composer, few, point } from './point.ts';
import { moreProblems, problem, problemsAbout, unreadOn } from './problems.ts';
import { knownId } from './scopes.ts';
import { nodeState, nothingOn, runningOn, targetState } from './target-states.ts';

/** Names offered to somebody who asked for one that does not exist. */
const MOST_NAMES = 6;

/** One node, target or machine: its state, what is wrong on it and under it, its figures. Without a name, the cluster. */
export const nodeStatus: Composer = (slots, grounds, locale) => {
  const { report } = grounds;
  const asked = slots['node'];
  if (asked === undefined) return clusterStatus(slots, grounds, locale);
  const id = knownId(asked, report);
  return id === null ? stranger(asked, report, locale) : statusOf(id, report, locale);
};

function statusOf(id: string, report: Report, locale: Locale): Compose {
  const { answers } = locale;
  const node = own(report.nodes, id);
  const problems = problemsAbout(id, report);
  const [worst] = problems;
  const isQuiet = worst === undefined;
  // what could not be read is looked after first
  const [unread] = unreadOn(id, report);
  const first = unread ?? worst;
  const action = first ? adviceOf(first, report, locale) : null;
  const todo = action === null ? null : answers.advice.toDo(action);
  const state = node ? nodeState(id, node, report, locale) : targetState(id, report, isQuiet, locale);
  // the state of a node has said it already
  const untold = problems.filter((finding) => !(node?.status === 'down' && saysDown(finding, id)));
  const explained = report.findings.filter(({ cause }) => cause === id).length;
  return (most) => {
    const told = untold.slice(0, most);
    return [
      ...state,
      ...told.map((finding) => problem(finding, report, locale)),
      ...(todo === null ? [] : [{ said: todo, shown: todo, optional: 3 }]),
      ...(explained > 0 ? [point(locale, 4, () => answers.states.explains(explained))] : []),
      ...moreProblems(untold.length - told.length, locale),
      ...(node?.status === 'up' ? loadedPoints(node, locale) : []),
      ...(node ? [] : runningOn(id, report, locale)),
      ...gpuPoints(id, report, locale),
      ...(node?.status === 'up' && isQuiet ? [point(locale, 3, (name) => nothingOn(report, locale)(name(id)))] : []),
    ];
  };
}

function saysDown({ code, target, stale }: ReportFinding, id: string): boolean {
  return !stale && target === id && /^NODE-00[159]$/.test(code);
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
