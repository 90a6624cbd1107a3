import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../audit/report.ts';
import { orAborted } from '../host/abort.ts';

/** A language model's words for a report, verified by whoever made them; null: the template speaks. */
export type Phrase = (report: Report, locale: Locale, signal: AbortSignal) => Promise<string | null>;

/** The answer is never held longer, in milliseconds. */
const PATIENCE_MS = 1_500;
const MOST_SPEECH = 300;

/** The same for as many callers as share a report, in time or not at all. Rejects only when `signal` aborts. */
export function patiently(phrase: Phrase): Phrase {
  const asked = new WeakMap<Report, Map<string, Promise<string | null>>>();
  const once = (report: Report, locale: Locale) => {
    const ofReport = asked.get(report) ?? new Map<string, Promise<string | null>>();
    asked.set(report, ofReport);
    const words = ofReport.get(locale.language) ?? inTime(phrase, report, locale);
    ofReport.set(locale.language, words);
    return words;
  };
  return (report, locale, signal) => orAborted(signal, () => once(report, locale));
}

async function inTime(phrase: Phrase, report: Report, locale: Locale): Promise<string | null> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(new DOMException('the answer does not wait', 'TimeoutError')), PATIENCE_MS);
  try {
    const words = await orAborted(tooLate.signal, () => phrase(report, locale, tooLate.signal));
    return words !== null && words.length <= MOST_SPEECH ? words : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
