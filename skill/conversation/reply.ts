import { type Intent, intents } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import { type Answer, answerTo } from '../../reporters/answers/answer.ts';
import { auditFor } from './audit-for.ts';
import { said } from './fit.ts';
import { groundsFor } from './grounds.ts';
import { cancel, plan } from './planning.ts';
import type { Session } from './sessions.ts';
import type { Talk } from './talk.ts';
import { tell } from './tell.ts';

/** What was understood; the sentence itself where there was one. */
export interface Understood {
  readonly intent: Intent;
  readonly slots: Slots;
  readonly utterance?: string | undefined;
}

/** Does what was asked, and answers. */
export async function reply(asked: Understood, talk: Talk): Promise<void> {
  const { session } = talk;
  if (asked.intent === 'cancel') return await cancel(asked, talk);
  if (asked.intent === 'schedule') return await plan(asked.slots, talk);
  if (asked.intent === 'repeat' && session.answer && !isOfAudit(asked, talk)) return await repeat(session.answer, asked, talk);
  await answer(asked, talk);
}

/** « Relis-moi le dernier audit » is understood out of any conversation: it means the audit, not our last word. */
function isOfAudit({ utterance }: Understood, { parts }: Talk): boolean {
  return utterance !== undefined && parts.match(utterance, 'idle').intent === 'repeat';
}

/** The same words again; slowly, they are all said here. */
async function repeat(last: Answer, { slots }: Understood, talk: Talk): Promise<void> {
  const isSlow = slots['pace'] === 'slow';
  if (isSlow) talk.emit({ type: 'speech', text: last.speech, slow: true });
  const kept = talk.session.report === null ? null : await talk.parts.reports.find(talk.session.report);
  await tell({ answer: last, kept, isSaid: isSlow }, talk);
}

async function answer({ intent, slots }: Understood, talk: Talk): Promise<void> {
  const { parts, locale, session } = talk;
  const asked = { intent, slots: { ...topicOf(intent, session), ...slots } };
  let isNew = false;
  const grounds = await groundsFor(asked, {
    reports: parts.reports,
    session,
    now: parts.clock(),
    audit(mode, why) {
      isNew = true;
      return auditFor(mode, why, talk);
    },
  });
  if (!grounds) return await tell({ answer: said(locale.answers.nothingToRepeat, locale), kept: null }, talk);
  const { kept, earlier } = grounds;
  const worded = safely(() => answerTo(asked, { report: kept.report, earlier, now: parts.clock() }, locale), talk);
  const isPhrased = worded !== null && intent === 'audit_full' && kept.report.mode === 'full';
  const phrased = isPhrased ? await parts.phrase(kept.report, locale, talk.signal) : null;
  await tell({ answer: worded && phrased !== null ? { ...worded, speech: phrased } : worded, kept, isNew, topic: topicIn(slots) }, talk);
}

/** A reporter that breaks costs its words, not the report. */
function safely(make: () => Answer, { parts }: Talk): Answer | null {
  try {
    return make();
  } catch (error) {
    parts.log(`the answer could not be worded: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** Follow-ups that go on with what we talk about. */
const GOES_ON = new Set<Intent>(['explain_score', 'details', 'remediation']);

function topicOf(intent: Intent, { topic }: Session): Slots {
  const names: readonly string[] = GOES_ON.has(intent) ? intents[intent] : [];
  return Object.fromEntries(Object.entries(topic).flatMap(([name, value]) => (names.includes(name) && value ? [[name, value]] : [])));
}

function topicIn({ section, node }: Slots): Session['topic'] {
  return { ...(section !== undefined && { section }), ...(node !== undefined && { node }) };
}
