import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { blindnessOf, isCutOff, openFindings } from '../spoken.ts';
import { few, type Point, point } from './point.ts';
import { tableOf } from './tables.ts';

/** Names that one sentence may hold. */
const MOST_NAMES = 2;

/** What an auditor says that read nothing at all; null when it saw something. */
export function blindPoints(report: Report, locale: Locale): readonly Point[] | null {
  const blind = blindnessOf(report, openFindings(report), locale);
  return blind?.map(({ text, optional }) => ({ said: text, shown: text, optional })) ?? null;
}

/** What could not be read, but for what was named already. */
export function unreadPoints(report: Report, locale: Locale, named: readonly string[] = []): readonly Point[] {
  const { answers, failures, speech, sections } = locale;
  if (isCutOff(report)) return [{ said: speech.blindNetwork, shown: sections.blindNetwork, optional: 0 }];
  const { notSeen = [] } = tableOf(report, 'executive-summary');
  const others = notSeen.filter(({ target }) => !named.includes(target));
  const [only] = others;
  if (!only) return [];
  const [names, more] = few(
    others.map(({ target }) => target),
    MOST_NAMES,
  );
  if (others.length > 1) return [point(locale, 1, (name) => answers.states.unknown(names.map(name), more))];
  return [point(locale, 1, (name) => answers.states.because(answers.states.unknown([name(only.target)], 0), failures[only.failure]))];
}
