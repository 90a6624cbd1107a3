import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import type { Verdict } from './verdict.ts';

/** One sentence of a model: everything in it must be in the report. */
export function verifySentence(sentence: string, _report: Report, _locale: Locale): Verdict {
  return { ok: false, reason: 'unbacked', word: sentence };
}

/** A whole summary: each sentence, and nothing that must be told is missing. */
export function verify(text: string, _report: Report, _locale: Locale): Verdict {
  return { ok: false, reason: 'unbacked', word: text };
}
