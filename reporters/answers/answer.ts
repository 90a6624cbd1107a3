import type { Intent } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';

/** `speech` is what a voice is given (numbers and names as one says them), at most 300 characters; `text` is for eyes, at most 500. */
export interface Answer {
  readonly speech: string;
  readonly text: string;
}

/** What an answer may rest on, and nothing else. */
export interface Grounds {
  readonly report: Report;
  /** What `compare` compares with; null when there is none. */
  readonly earlier: Report | null;
  readonly now: Date;
}

/** The answer to what was asked, out of a report. Pure: the same grounds are the same words. */
export function answerTo(_asked: { readonly intent: Intent; readonly slots: Slots }, _grounds: Grounds, _locale: Locale): Answer {
  throw new Error('not written yet');
}
