import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import { own } from '../../locales/own.ts';
import { bySeverity, isOpen } from '../../skill/audit/assessment.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sayable } from '../sayable.ts';
import { adviceOf, sentenceOf, UNSPEAKABLE, withoutEchoes } from '../spoken.ts';
import { type Point, point, shownName } from './point.ts';
import { isOn, isUnder } from './scopes.ts';

/** Problems to tell, and how many there are with those that say the same in other words. */
export interface Problems {
  readonly all: number;
  readonly told: readonly ReportFinding[];
}

/** What is open, worst first, one cause said once. */
export function problemsOf({ findings }: Pick<Report, 'findings'>, isAsked: (finding: ReportFinding) => boolean = () => true): Problems {
  const open = openOf({ findings }, isAsked);
  return { all: open.length, told: withoutEchoes(open) };
}

export function openOf(
  { findings }: Pick<Report, 'findings'>,
  isAsked: (finding: ReportFinding) => boolean = () => true,
): readonly ReportFinding[] {
  return findings.filter((finding) => isOpen(finding) && isAsked(finding)).toSorted(bySeverity);
}

/** What is merely low is no risk. */
export function isRisk({ severity }: ReportFinding): boolean {
  return severity === 'critical' || severity === 'high' || severity === 'medium';
}

/** What is wrong on one node or target: its own before what is under it. */
export function problemsAbout(id: string, report: Report): readonly ReportFinding[] {
  const own = problemsOf(report, isOn(id, report)).told;
  const under = problemsOf(report, isUnder(id, report)).told;
  return withoutEchoes([...new Set([...own, ...under])]);
}

/** How many there are besides those that were told. */
export function moreProblems(count: number, locale: Locale): readonly Point[] {
  return count > 0 ? [point(locale, 2, () => locale.answers.scores.more(count))] : [];
}

/** The finding in its own words: those for the ear, and those for the eye, which have the ports and paths. */
export function problem(finding: ReportFinding, report: Report, locale: Locale, optional = 0): Point {
  return { said: sentenceOf(finding, report, locale), shown: shownText(finding, locale), optional };
}

export function shownText({ message, stale }: ReportFinding, locale: Locale): string {
  const { text } = wordsOf(locale, shownMessage(message as Message, locale));
  return stale ? locale.sections.staleText(text) : text;
}

/** What to do, for the eye. */
export function shownRemedy({ message, target, stale }: ReportFinding, locale: Locale): string | null {
  if (stale) return locale.sections.recheck(shownName(locale)(target));
  return wordsOf(locale, shownMessage(message as Message, locale)).remedy;
}

/** What to do, as a sentence of its own. */
export function todoOf(finding: ReportFinding, report: Report, locale: Locale): Point {
  const { advice } = locale.answers;
  const todo = adviceOf(finding, report, locale);
  const remedy = shownRemedy(finding, locale);
  return { said: todo === null ? '' : advice.toDo(todo), shown: remedy === null ? '' : advice.toDo(remedy), optional: 3 };
}

/** What could not be judged because something was not read; what another failure explains is told there. */
export function unreadOf({ findings }: Report, isAsked: (finding: ReportFinding) => boolean = () => true): readonly ReportFinding[] {
  return findings.filter((finding) => finding.outcome === 'unknown' && finding.cause === null && isAsked(finding));
}

/** A node that could not be read: what that keeps from being known. It is looked after before all else. */
export function unreadOn(id: string, report: Report): readonly ReportFinding[] {
  return own(report.nodes, id)?.status === 'unknown' ? unreadOf(report, ({ target }) => target === id) : [];
}

/** The component that it is about. */
export function whereOf({ target, subject }: Pick<ReportFinding, 'target' | 'subject'>): string {
  return target === 'cluster' ? subject : target;
}

/** A message whose names stand on one line. */
function shownMessage({ id, values }: Message, locale: Locale): Message {
  const name = shownName(locale);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value === '' ? value : name(value);
    return Array.isArray(value) ? value.map(walk) : value;
  };
  return { id, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, walk(value)])) } as unknown as Message;
}

/** All that the written words say, where one can say it; else what is said of it in short. */
export function fullWords(finding: ReportFinding, report: Report, locale: Locale): string {
  const { text } = wordsOf(locale, sayable(finding.message as Message, report, locale));
  // one figure a sentence
  const isTooMuch = UNSPEAKABLE.test(text) || (text.match(/\d+/g) ?? []).length > 1;
  if (isTooMuch) return sentenceOf(finding, report, locale);
  return finding.stale ? locale.speech.stale(text) : text;
}
