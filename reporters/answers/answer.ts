import { type Intent, intents } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import type { Locale } from '../../locales/locale.ts';
import type { Report } from '../../skill/audit/report.ts';
import { auditFull } from './audit-full.ts';
import { clusterStatus } from './cluster-status.ts';
import { compare } from './compare.ts';
import { details } from './details.ts';
import { explainScore } from './explain-score.ts';
import { fitted } from './fitted.ts';
import { takenSentence } from './moment-of.ts';
import { nodeStatus } from './node-status.ts';
import type { Composer } from './point.ts';
import { point } from './point.ts';
import { remediation } from './remediation.ts';
import { knownId } from './scopes.ts';
import { sectionStatus } from './section-status.ts';

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
  /** What this conversation has said already: details go on from there. */
  readonly heard?: readonly string[];
  /** This conversation rests on the report already: seconds of age are no news. */
  readonly isFamiliar?: boolean;
}

const composers: Readonly<Record<Intent, Composer>> = {
  audit_full: auditFull,
  cluster_status: clusterStatus,
  section_status: sectionStatus,
  node_status: nodeStatus,
  compare,
  details,
  explain_score: explainScore,
  remediation,
  // what the report says nothing about has the fixed sentences of `locale.answers`; asked all the same, it is the summary
  repeat: auditFull,
  schedule: auditFull,
  cancel: auditFull,
  none: auditFull,
};

/** The answer to what was asked, out of a report. Pure: the same grounds are the same words. */
export function answerTo(asked: { readonly intent: Intent; readonly slots: Slots }, grounds: Grounds, locale: Locale): Answer {
  // what was not found has no age
  const taken = asked.intent === 'compare' && grounds.earlier === null ? '' : takenSentence(grounds, locale);
  const lead = taken === '' ? [] : [point(locale, 0, () => taken)];
  const compose = composerOf(asked, grounds.report)(asked.slots, grounds, locale);
  return fitted((most) => [...lead, ...compose(most)], locale);
}

/** Whatever is asked about a name that does not exist, that is the answer. */
function composerOf({ intent, slots }: { readonly intent: Intent; readonly slots: Slots }, report: Report): Composer {
  const { node } = slots;
  const names: readonly string[] = intents[intent];
  return node !== undefined && names.includes('node') && knownId(node, report) === null ? nodeStatus : composers[intent];
}
