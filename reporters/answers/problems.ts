import { type Locale, type Message, wordsOf } from '../../locales/locale.ts';
import { bySeverity, isOpen } from '../../skill/audit/assessment.ts';
import type { Report, ReportFinding } from '../../skill/audit/report.ts';
import { sentenceOf, withoutEchoes } from '../spoken.ts';
import { type Name, type Point, shownName } from './point.ts';

/** What is open, worst first, one cause said once. */
export function openOf({ findings }: Report, isAsked: (finding: ReportFinding) => boolean = () => true): readonly ReportFinding[] {
  return withoutEchoes(findings.filter((finding) => isOpen(finding) && isAsked(finding)).toSorted(bySeverity));
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

/** The component that it is about. */
export function whereOf({ target, subject }: Pick<ReportFinding, 'target' | 'subject'>): string {
  return target === 'cluster' ? subject : target;
}

/** A message whose names stand on one line. */
function shownMessage({ id, values }: Message, locale: Locale): Message {
  const name: Name = shownName(locale);
  const walk = (value: unknown): unknown =>
    typeof value === 'string' && value !== '' ? name(value) : Array.isArray(value) ? value.map(walk) : value;
  return { id, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, walk(value)])) } as unknown as Message;
}
