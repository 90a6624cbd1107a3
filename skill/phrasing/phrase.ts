import type { Locale } from '../../locales/locale.ts';
import { brief } from '../../reporters/llm/brief.ts';
import { verify, verifySentence } from '../../reporters/llm/verify.ts';
import { ProbeError } from '../audit/define.ts';
import type { Report } from '../audit/report.ts';
import { toFailure } from '../host/failures.ts';
import type { Phraser } from './candidates.ts';
import { chat } from './chat.ts';

/** A checked summary is never later than 1.5 s after the audit: this leaves time to check and to speak. */
const BUDGET_MS = 1_300;
/** Who has not begun by then has a rival; both go on, and the first that is right is heard. */
const RIVAL_AFTER_MS = 450;

/** What became of each server that was asked; for --debug. */
export interface Attempt {
  readonly id: string;
  /** A failure, or why its words were not believed. */
  readonly outcome: string;
}

export interface Phrased {
  /** Null: the template speaks. */
  readonly text: string | null;
  readonly attempts: readonly Attempt[];
}

/**
 * The summary in a model's words, each of them checked against the report, or null. Never rejects but by `signal`, and never takes
 * longer than its budget, whatever the servers do.
 */
export async function phrase(
  report: Report,
  phrasers: readonly Phraser[],
  locale: Locale,
  signal: AbortSignal,
  budgetMs: number = BUDGET_MS,
): Promise<Phrased> {
  const attempts: Attempt[] = [];
  const end = new AbortController();
  const either = AbortSignal.any([signal, end.signal]);
  const late = setTimeout(() => end.abort(new DOMException('the summary would be late', 'TimeoutError')), budgetMs);
  try {
    const prompt = brief(report, locale);
    const ask = async (phraser: Phraser, begun: () => void) => {
      try {
        return await checked(chat(phraser, prompt, either), report, locale, begun);
      } catch (error) {
        attempts.push({ id: phraser.id, outcome: error instanceof Unbacked ? `unbacked: ${error.message}` : toFailure(error).code });
        throw error;
      }
    };
    const words = relay(phrasers, ask, either);
    // what the report lets one say is made ready while the model thinks
    if (phrasers.length > 0) verifySentence('', report, locale);
    const text = await orNull(words, either);
    signal.throwIfAborted();
    return { text, attempts };
  } finally {
    clearTimeout(late);
    end.abort();
  }
}

/** What was said is not in the report. */
class Unbacked extends Error {}

/** Every sentence is checked as soon as it is whole: a lie ends the talk there and then. */
async function checked(pieces: AsyncIterable<string>, report: Report, locale: Locale, begun: () => void): Promise<string> {
  let text = '';
  let at = 0;
  for await (const piece of pieces) {
    begun();
    text += piece;
    const said = withoutThoughts(text);
    for (const end of sentenceEnds(said, at)) {
      const verdict = verifySentence(said.slice(at, end).trim(), report, locale, said.slice(0, at));
      if (!verdict.ok) throw new Unbacked(verdict.reason);
      at = end;
    }
  }
  const whole = withoutThoughts(text).replace(/\s+/g, ' ').trim();
  const verdict = verify(whole, report, locale);
  if (!verdict.ok) throw new Unbacked(verdict.reason);
  return whole;
}

/** Models that think aloud do so before they speak. */
function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?(?:<\/think>\s*|$)/, '');
}

/** Where sentences end: a mark that something follows, since « 3.5 » and « qwen.v2 » have one too. */
function sentenceEnds(text: string, from: number): readonly number[] {
  return [...text.slice(from).matchAll(/[.!?…]+\s/g)].map(({ index, 0: mark }) => from + index + mark.length);
}

/** One after the other: the next as soon as one failed or is slow to begin. Resolves to the first that is right. */
async function relay(
  phrasers: readonly Phraser[],
  ask: (phraser: Phraser, begun: () => void) => Promise<string>,
  signal: AbortSignal,
): Promise<string> {
  const under: Promise<string>[] = [];
  for (const phraser of phrasers) {
    signal.throwIfAborted();
    const slow = Promise.withResolvers<null>();
    const timer = setTimeout(() => slow.resolve(null), RIVAL_AFTER_MS);
    // who began is heard to the end before another is troubled
    const words = ask(phraser, () => clearTimeout(timer));
    under.push(words);
    const failed = words.then(
      () => slow.promise,
      () => null,
    );
    const outcome = await Promise.race([Promise.any(under).catch(() => null), failed, slow.promise]);
    clearTimeout(timer);
    if (outcome !== null) return outcome;
  }
  if (under.length === 0) throw new ProbeError('not-found', 'nobody to phrase');
  return await Promise.any(under);
}

/** Null for every failure, and as soon as it is too late: a server that is deaf to its abort must not hold us. */
async function orNull(work: Promise<string>, signal: AbortSignal): Promise<string | null> {
  const aborted = Promise.withResolvers<null>();
  const give = () => aborted.resolve(null);
  signal.addEventListener('abort', give, { once: true });
  try {
    return await Promise.race([work.catch(() => null), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}
