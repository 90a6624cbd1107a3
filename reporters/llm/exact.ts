import { type Message, wordsOf } from '../../locales/locale.ts';
import { sayable } from '../sayable.ts';
import { factsToSay } from '../spoken.ts';
import { brief } from './brief.ts';
import type { Facts } from './facts.ts';
import { type Known, read } from './known.ts';
import { withKnownNames } from './known-names.ts';
import type { Said } from './span.ts';
import type { Token } from './tokens.ts';

interface Fact {
  readonly known: Known | null;
  readonly says: 'nothing-wrong' | 'blind' | null;
}

const made = new WeakMap<Facts, ReadonlyMap<string, Fact>>();

/** A sentence that we ourselves make of this report, word for word; null for any other. */
export function isMadeHere(tokens: readonly Token[], facts: Facts, said: Said): Said | null {
  const sentences = made.get(facts) ?? sentencesOf(facts);
  made.set(facts, sentences);
  const fact = sentences.get(keyOf(tokens));
  if (!fact) return null;
  const { known, says } = fact;
  return {
    ...said,
    told: known ? [...said.told, known] : said.told,
    names: known ? [known.finding.target.toLowerCase()] : said.names,
    isNothingWrong: said.isNothingWrong || says === 'nothing-wrong',
    isBlind: said.isBlind || says === 'blind',
  };
}

const keyOf = (tokens: readonly Token[]) =>
  tokens.map(({ raw, value }) => (value === undefined ? raw : `#${value}${raw.replace(/^\S+/, '')}`)).join(' ');

function sentencesOf(facts: Facts): ReadonlyMap<string, Fact> {
  const { report, locale, names, open, worst, isCutOff } = facts;
  const { speech } = locale;
  const sentences = new Map<string, Fact>();
  const add = (text: string, known: Known | null = null, says: Fact['says'] = null) => {
    for (const form of [text, locale.aloud(text)]) {
      const tokens = read(form, names, locale);
      if (tokens) sentences.set(keyOf(tokens), { known, says });
    }
  };
  const facts_ = [report, withKnownNames(report, locale)].flatMap((each) => factsToSay(each, locale));
  for (const text of [
    ...facts_,
    ...brief(report, locale)
      .user.split('\n')
      .slice(1)
      .map((line) => line.replace(/^- /, '')),
  ])
    add(text);
  if (report.risks.length > 0 && !isCutOff) add(speech.inAll(report.risks.length));
  for (const known of isCutOff ? [] : open)
    for (const each of [report, withKnownNames(report, locale)]) {
      const finding = each.findings[report.findings.indexOf(known.finding)] ?? known.finding;
      const { spoken } = wordsOf(locale, sayable(finding.message as Message, each, locale));
      const text = finding.stale ? speech.stale(spoken) : spoken;
      add(text, known);
      if (worst.includes(known)) add(speech.worst(text), known);
    }
  if (facts_.includes(speech.allWell)) add(speech.allWell, null, 'nothing-wrong');
  for (const text of [speech.blindNetwork, speech.nothingRead, speech.allPlannedDown]) if (facts_.includes(text)) add(text, null, 'blind');
  return sentences;
}
