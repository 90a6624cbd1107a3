import type { Locale } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { OWN_NETWORK, OWN_RESOLVER } from '../../skill/audit/causes.ts';
import type { Report } from '../../skill/audit/report.ts';
import { isCutOff } from '../spoken.ts';
import { componentPoint, few, type Point, point } from './point.ts';
import { tableOf } from './tables.ts';

/** Names of what runs on a machine. */
const MOST_NAMES = 6;

/** Up and how fast, or what keeps it from being so. */
export function nodeState(id: string, node: Report['nodes'][string], report: Report, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const { status, latencyMs, failure } = node;
  const isNews = failure !== null && (status === 'down' || status === 'degraded' || status === 'unknown');
  // a machine without a network cannot know that another is down
  const seen = status === 'down' && isCutOff(report) ? 'unknown' : status;
  const state = point(locale, 0, (name) => {
    if (status === 'up' && latencyMs !== null) return states.upIn(name(id), Math.round(latencyMs));
    const sentence = states[seen]([name(id)], 0);
    return isNews ? states.because(sentence, locale.failures[failure.code]) : sentence;
  });
  return [state, ...causePoints(id, report, locale)];
}

/** A machine, its GPUs, its ports…: what is no node. Its problems say that it was read. */
export function targetState(id: string, report: Report, isQuiet: boolean, locale: Locale): readonly Point[] {
  const { states } = locale.answers;
  const reading = own(report.readings, id);
  const isPlanned = report.findings.some(({ target, message }) => target === id && message.id === 'planned-down');
  if (isPlanned) return [point(locale, 0, (name) => states['planned-down']([name(id)], 0))];
  if (!reading || reading.ok) return isQuiet ? [point(locale, 0, (name) => nothingOn(report, locale)(name(id)))] : [];
  const { failure } = reading;
  if (failure === null) return [point(locale, 0, (name) => states.skipped([name(id)], 0))];
  const state = point(locale, 0, (name) => states.because(states.unknown([name(id)], 0), locale.failures[failure.code]));
  return [state, ...causePoints(id, report, locale)];
}

/** Nothing is wrong, as far as an audit of its mode looks. */
export function nothingOn({ mode }: Report, { answers: { states } }: Locale): (name: string) => string {
  return mode === 'quick' ? states.nothingInHaste : states.nothingOn;
}

/** The nodes of a machine. */
export function runningOn(id: string, report: Report, locale: Locale): readonly Point[] {
  const { machines = [] } = tableOf(report, 'architecture-map');
  const targets = machines.find((machine) => machine.id === id)?.targets ?? [];
  const [nodes, more] = few(
    targets.filter(({ isNode }) => isNode).map((target) => target.id),
    MOST_NAMES,
  );
  return nodes.length > 0 ? [point(locale, 3, (name) => locale.answers.states.nodesOn(nodes.map(name), more))] : [];
}

/** What explains that it could not be read: said where it is not its own failure. */
function causePoints(id: string, report: Report, locale: Locale): readonly Point[] {
  const { answers, speech } = locale;
  const cause = report.findings.find((finding) => finding.target === id && finding.cause !== null)?.cause ?? null;
  if (cause === null || cause === id) return [];
  if (cause === OWN_NETWORK) return [{ said: speech.blindNetwork, shown: speech.blindNetwork, optional: 1 }];
  if (cause === OWN_RESOLVER) return [{ said: answers.states.noNames, shown: answers.states.noNames, optional: 1 }];
  return [componentPoint(report, locale, 1, (name) => answers.states.causedBy(name(cause)))];
}
