import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { claimsOf } from './claims-of.ts';
import { isMadeHere } from './exact.ts';
import { type Facts, factsOf } from './facts.ts';
import { read } from './known.ts';
import { isBroken } from './pieces.ts';
import { readingOf } from './reading.ts';
import { NOTHING, type Said } from './span.ts';
import type { Token } from './tokens.ts';
import { isUnread } from './unseen-claims.ts';
import type { Lie, Verdict } from './verdict.ts';

/** Where the assistant cuts what it is given; also the most that is read at all. */
const MOST_CHARACTERS = 300;
const MOST_WORDS = 60;

/**
 * One sentence of a model: everything in it must be in the report. `before` is what was said before it, for « il », « son serveur »,
 * « les autres ».
 */
export function verifySentence(sentence: string, report: Report, locale: Locale, before = ''): Verdict {
  const facts = factsOf(report, locale);
  const said = before === '' ? NOTHING : (saidIn(before, facts) ?? NOTHING);
  return verdictOf(judged(sentence, facts, said));
}

/** A whole summary: each sentence, and nothing that must be told is missing. */
export function verify(text: string, report: Report, locale: Locale): Verdict {
  const facts = factsOf(report, locale);
  if (text.length > MOST_CHARACTERS || text.split(/\s+/).length > MOST_WORDS) return refused('too-long');
  const said = judged(text, facts, NOTHING);
  if ('reason' in said) return said;
  // « un GPU était à 95 degrés »: and it is not known today
  const isUncertain = said.spoken.has('stale') || said.spoken.has('unknown');
  if (said.told.some(({ finding }) => finding.stale) && !isUncertain) return refused('status');
  return isWorstTold(said, facts) ? { ok: true } : refused('worst-missing');
}

function saidIn(text: string, facts: Facts): Said | null {
  const said = judged(text, facts, NOTHING);
  return 'reason' in said ? null : said;
}

type Refused = Extract<Verdict, { readonly ok: false }>;

const refused = (reason: Lie, word: string | null = null): Refused => ({ ok: false, reason, word });
const verdictOf = (said: Said | Refused): Verdict => ('reason' in said ? said : { ok: true });

function judged(text: string, facts: Facts, before: Said): Said | Refused {
  if (text.length > MOST_CHARACTERS) return refused('too-long');
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return refused('unreadable');
  let said = before;
  for (const sentence of sentences) {
    if (!/[.!?…]["»”)]?$/.test(sentence)) return refused('unfinished', sentence);
    const next = sentenceOf(sentence, facts, said);
    if ('reason' in next) return next;
    said = next;
  }
  return said;
}

function sentenceOf(sentence: string, facts: Facts, said: Said): Said | Refused {
  const tokens = read(sentence, facts.names, facts.locale);
  if (!tokens || isAsked(sentence, tokens)) return refused('unreadable', sentence);
  if (isBroken(sentence, claimsOf(facts.locale))) return refused('unfinished', sentence);
  const reading = readingOf(tokens, facts, said);
  // what we say ourselves is true; reading it tells who « il » is
  const own = isMadeHere(tokens, facts, reading ?? { ...said, names: namesIn(tokens) });
  return own ?? reading ?? refused(reasonOf(tokens), sentence);
}

/** « Par où commencer ? » asks nothing of the cluster; « M3 (répond ?) » does. */
function isAsked(sentence: string, tokens: readonly Token[]): boolean {
  if (!sentence.includes('?')) return false;
  const isOfSomething = tokens.some(
    ({ names, value, concepts }) => names || value !== undefined || concepts.has('up') || concepts.has('down'),
  );
  return isOfSomething || sentence.indexOf('?') < sentence.length - 1;
}

const namesIn = (tokens: readonly Token[]) => tokens.flatMap(({ names = [] }) => [...names]);

function reasonOf(tokens: readonly { readonly concepts: ReadonlySet<string>; readonly value?: number }[]): Lie {
  return tokens.some(({ concepts, value }) => value !== undefined && !concepts.has('one')) ? 'number' : 'unbacked';
}

/** After a mark that something follows: « 3.5 » and « qwen.v2 » have one too. */
function sentencesOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/(?<=[.!?…]["»”)]?)\s+/)
    .filter((sentence) => sentence !== '');
}

/** The worst risk; that there is none; or that nothing could be seen. */
function isWorstTold({ told, isNothingWrong, isBlind }: Said, facts: Facts): boolean {
  if (facts.isCutOff || isUnread(facts)) return isBlind;
  if (facts.worst.length === 0) return isNothingWrong || facts.report.status !== 'ok';
  return facts.worst.some((known) => told.includes(known));
}
