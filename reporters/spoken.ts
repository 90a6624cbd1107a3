import { type Locale, type Message, wordsOf } from '../locales/locale.ts';
import { bySeverity, keyOf } from '../skill/audit/assessment.ts';
import { OWN_NETWORK } from '../skill/audit/causes.ts';
import type { Report, ReportFinding } from '../skill/audit/report.ts';
import { MOST_SAID, MOST_WORDS } from './limits.ts';
import type { Reporter } from './reporter.ts';
import { sayable, sayableName } from './sayable.ts';

/** A listener keeps this many problems in mind. */
const MOST_PROBLEMS = 3;
/** Who may choose what to say is given this many. */
const MOST_FACTS = 8;
const FULL_COVERAGE = 0.9;

/** A summary to be read aloud: the worst first, one figure a sentence, what is unknown said to be. Same report, same words. */
export const spoken: Reporter = {
  id: 'spoken',
  render: (report, locale) => summaryOf(report, locale).join(' '),
};

/** The sentences of the summary as a voice gets them; `lead` comes before them and takes its part of the time. */
export function summaryOf(report: Report, locale: Locale, lead: readonly Sentence[] = []): readonly string[] {
  // fewer problems told rather than one that matters left out; those not told are counted
  const told = Array.from({ length: MOST_PROBLEMS }, (_, fewer) =>
    heard([...lead, ...sentencesOf(report, locale, MOST_PROBLEMS - fewer)], locale),
  );
  const sentences = told.find((each) => fits(each.filter(({ optional }) => optional < EXTRA))) ?? told.at(-1) ?? [];
  return within(sentences);
}

/** Everything that a summary of this report could say, worst first, in whole sentences as they are written. */
export function factsToSay(report: Report, locale: Locale): readonly string[] {
  return sentencesOf(report, locale, MOST_FACTS).map(({ text }) => text);
}

/** The sentences as a voice gets them: what is counted and compared is what is heard. A voice does not pause before a small letter. */
function heard(sentences: readonly Sentence[], { aloud }: Locale): readonly Sentence[] {
  return sentences.map(({ text, optional }) => ({ text: aloud(text).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), optional }));
}

/** One sentence of a summary. */
export interface Sentence {
  readonly text: string;
  /** 0 must be said; the higher, the sooner it is left out. */
  readonly optional: number;
}

/** From here on a sentence gives way to a problem. */
const EXTRA = 4;

function sentencesOf(report: Report, locale: Locale, problems: number): readonly Sentence[] {
  const { speech } = locale;
  const open = withoutEchoes(openFindings(report));
  const blindness = blindnessOf(report, open, locale);
  if (blindness) return blindness;
  const [worst, ...others] = open;
  const told = others.slice(0, problems - 1);
  const rest = others.length - told.length;
  return [
    // who cannot ask the others does not count them
    ...(isCutOff(report) ? [] : nodesSentence(report, locale)),
    ...(worst ? [{ text: speech.worst(sentenceOf(worst, report, locale)), optional: 0 }] : []),
    ...(report.status === 'ok' ? [{ text: speech.allWell, optional: 0 }] : []),
    ...told.map((finding) => ({ text: sentenceOf(finding, report, locale), optional: 0 })),
    ...(rest > 0 ? [{ text: speech.inAll(report.risks.length), optional: 0 }] : []),
    ...unseen(report, locale),
    ...evolution(report, locale),
    ...first(report, locale),
    ...score(report, locale),
  ];
}

/** What an auditor that read nothing says: why it is blind, and nothing of what it did not see. Null when it saw something. */
export function blindnessOf(report: Report, open: readonly ReportFinding[], locale: Locale): readonly Sentence[] | null {
  if (Object.values(report.readings).some(({ ok }) => ok)) return null;
  const { speech } = locale;
  const seen = open.filter(({ stale }) => !stale);
  const states = Object.values(report.nodes);
  // a refusal is something that was seen, and so is another product
  if (seen.some(({ target }) => target !== 'cluster') || states.some(({ status }) => status === 'degraded')) return null;
  const resolver = seen.find(({ code }) => code === 'NET-008');
  if (isCutOff(report)) return [{ text: speech.blindNetwork, optional: 0 }];
  if (resolver) return [{ text: sentenceOf(resolver, report, locale), optional: 0 }, ...first(report, locale)];
  const isAllPlannedDown = states.length > 0 && states.every(({ status }) => status === 'planned-down');
  return [{ text: isAllPlannedDown ? speech.allPlannedDown : speech.nothingRead, optional: 0 }];
}

/** How many nodes answer of those that ought to be there. */
export function nodesSentence({ nodes }: Report, { speech }: Locale): readonly Sentence[] {
  const states = Object.values(nodes).map(({ status }) => status);
  const expected = states.filter((state) => state !== 'planned-down' && state !== 'skipped').length;
  const up = states.filter((state) => state === 'up').length;
  if (expected === 0 && states.length > 0)
    return states.every((state) => state === 'planned-down') ? [{ text: speech.allPlannedDown, optional: 2 }] : [];
  if (expected === 0) return [{ text: speech.noNodes, optional: 2 }];
  const isDegraded = states.includes('degraded');
  return [{ text: expected === 1 && up === 0 ? speech.theOnlyNodeDown(isDegraded) : speech.nodes(up, expected, isDegraded), optional: 0 }];
}

/** The risks, worst first. */
export function openFindings({ findings, risks }: Report): readonly ReportFinding[] {
  const keys = new Set(risks.map(keyOf));
  const open = findings.filter((finding) => keys.has(keyOf(finding)));
  return open.toSorted(bySeverity);
}

/** One cause is said once: a machine for the nodes on it, a single point for the fallback that it stands for. */
export function withoutEchoes(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    const lost = lossesOf(finding);
    if (lost.length > 0 && lost.every((capability) => told.has(capability))) return false;
    for (const capability of lost) told.add(capability);
    return true;
  });
}

function lossesOf({ code, message }: ReportFinding): readonly string[] {
  const { loses, capability } = message.values as { loses?: readonly string[]; capability?: string };
  if (code === 'ARCH-001') return loses ?? [];
  return (code === 'ARCH-002' || code === 'NODE-012') && capability ? [capability] : [];
}

/** One finding as one says it. */
export function sentenceOf({ message, stale }: ReportFinding, report: Report, locale: Locale): string {
  const { spoken: text } = wordsOf(locale, sayable(message as Message, report, locale));
  return stale ? locale.speech.stale(text) : text;
}

/** Something could not be asked because this machine has no network. */
export function isCutOff({ findings }: Report): boolean {
  return findings.some(({ cause }) => cause === OWN_NETWORK);
}

function unseen(report: Report, { speech }: Locale): readonly Sentence[] {
  const { notSeen = [] } = (report.report_sections[0]?.data ?? {}) as { notSeen?: readonly { target: string; masks: number }[] };
  if (isCutOff(report)) return [{ text: speech.blindNetwork, optional: 0 }];
  const [only] = notSeen;
  if (!only) return [];
  if (notSeen.length > 1) return [{ text: speech.manyNotSeen(notSeen.length), optional: 1 }];
  return [{ text: speech.notSeen(only.target), optional: 1 }, ...(only.masks > 0 ? [{ text: speech.masks(only.masks), optional: 4 }] : [])];
}

function evolution({ evolution: change }: Report, { speech }: Locale): readonly Sentence[] {
  if (!change || change.fixed.length + change.new.length === 0) return [];
  return [{ text: speech.evolution(change.fixed.length, change.new.length), optional: 5 }];
}

/** What the eyes alone can read: paths, ports, addresses, commands. */
export const UNSPEAKABLE = /[/\\$<>{}[\]`=]|\d{3,}|\d\.\d/;

function first(report: Report, locale: Locale): readonly Sentence[] {
  const { plan, findings } = report;
  const step = plan[0]?.steps[0];
  const finding = findings.find((each) => keyOf(each) === step?.findings[0]);
  // what is merely low is for the report
  if (!finding || finding.severity === 'low' || finding.severity === 'info') return [];
  const component = sayableName(finding.target === 'cluster' ? finding.subject : finding.target, locale);
  const advice = adviceOf(finding, report, locale);
  return [{ text: advice === null ? locale.speech.firstInReport(component) : locale.speech.first(advice), optional: 1 }];
}

/** What to do about a finding as one says it; null where only eyes can read it. */
export function adviceOf({ message, target, subject, stale }: ReportFinding, report: Report, locale: Locale): string | null {
  if (stale) return locale.speech.recheck(sayableName(target === 'cluster' ? subject : target, locale));
  const { action, remedy } = wordsOf(locale, sayable(message as Message, report, locale));
  const text = action ?? remedy?.replace(/\s*\([^)]*\)/g, '');
  return text && !UNSPEAKABLE.test(text) ? text : null;
}

function score({ overall, scoreDetails, report_sections: sections }: Report, { speech }: Locale): readonly Sentence[] {
  const reasons = [scoreDetails.stability.reason, scoreDetails.security.reason];
  const why = reasons.includes('too-little-read') ? 'noScore' : reasons.includes('skipped') ? 'noScoreInHaste' : 'nothingToMeasure';
  const { coverage = 1 } = (sections.find(({ id }) => id === 'readiness')?.data ?? {}) as { coverage?: number };
  return [
    { text: overall.score === null ? speech[why] : speech.score(overall.score), optional: 3 },
    ...(overall.score !== null && coverage < FULL_COVERAGE ? [{ text: speech.coverage(Math.floor(coverage * 100)), optional: 1 }] : []),
  ];
}

/** Leaves out the least needed sentences until the rest can be said in time. */
function within(sentences: readonly Sentence[]): readonly string[] {
  const kept = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
  while (!fits(kept)) {
    const least = Math.max(...kept.map(({ optional }) => optional));
    if (least === 0) break;
    kept.splice(
      kept.findLastIndex(({ optional }) => optional === least),
      1,
    );
  }
  return kept.map(({ text }) => text);
}

function fits(sentences: readonly Sentence[]): boolean {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return text.length <= MOST_SAID && text.split(/\s+/).length <= MOST_WORDS;
}
