import type { Intent } from '../../intents/intents.ts';
import type { Slots } from '../../intents/understanding.ts';
import { auditFor } from './audit-for.ts';
import { said } from './fit.ts';
import { groundsFor } from './grounds.ts';
import { heardSoFar } from './heard.ts';
import { cancel, plan } from './planning.ts';
import { repeat } from './repeat.ts';
import type { Session } from './sessions.ts';
import type { Talk } from './talk.ts';
import { tell } from './tell.ts';
import { wordsFor } from './words.ts';

/** What was understood; the sentence itself where there was one. */
export interface Understood {
  readonly intent: Intent;
  readonly slots: Slots;
  readonly utterance?: string | undefined;
}

/** Does what was asked, and answers. */
export async function reply(asked: Understood, talk: Talk): Promise<void> {
  if (asked.intent === 'cancel') return await cancel(asked, talk);
  if (asked.intent === 'schedule') return await plan(asked.slots, talk);
  if (asked.intent === 'repeat' && talk.session.answer && !isOfAudit(asked, talk))
    return await repeat(asked.slots, talk.session.answer, talk);
  await answer(asked, talk);
}

/** « Relis-moi le dernier audit » is understood out of any conversation: it means the audit, not our last word. */
function isOfAudit({ utterance }: Understood, { parts }: Talk): boolean {
  return utterance !== undefined && parts.match(utterance, 'idle').intent === 'repeat';
}

async function answer({ intent, slots }: Understood, talk: Talk): Promise<void> {
  const { parts, locale, session } = talk;
  const asked = { intent, slots: { ...topicOf({ intent, slots }, session), ...slots } };
  let isNew = false;
  const grounds = await groundsFor(asked, {
    reports: parts.reports,
    session,
    now: parts.clock(),
    audit(mode, why) {
      isNew ||= parts.flights.fresh(mode) === null;
      return auditFor(mode, why, talk);
    },
  });
  if (!grounds) return await tell({ answer: said(locale.answers.noAuditYet, locale), kept: null }, talk);
  const { kept, earlier } = grounds;
  const heard = startsOver({ intent, slots }) ? [] : heardSoFar(talk);
  const isFamiliar = session.report === kept.report.id;
  const worded = wordsFor(asked, { report: kept.report, earlier, heard, isFamiliar }, talk);
  // who reads has the text, and waits for no other words
  const isPhrasable = worded !== null && intent === 'audit_full' && kept.report.mode === 'full' && talk.channel !== 'chat';
  const phrased = isPhrasable ? await parts.phrase(kept.report, locale, talk.signal) : null;
  const remembered = { ...asked, earlier: earlier?.id ?? null, isPhrased: phrased !== null };
  const best = worded && phrased !== null ? { ...worded, speech: phrased } : worded;
  await tell({ answer: best, kept, isNew, topic: topicIn(asked.slots), heard, grounds: remembered }, talk);
}

/** Follow-ups that go on with what we talk about, unless they say about what. « En premier » is of everything but a node. */
const GOES_ON: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  explain_score: ['section', 'node'],
  details: ['section', 'node'],
  remediation: ['node'],
};

/** Who says about what may have heard nothing of it. */
function startsOver({ intent, slots }: Pick<Understood, 'intent' | 'slots'>): boolean {
  return !isBare(slots) || intent === 'audit_full' || intent === 'cluster_status' || intent === 'repeat';
}

function isBare(slots: Slots): boolean {
  return slots['section'] === undefined && slots['node'] === undefined;
}

function topicOf({ intent, slots }: Pick<Understood, 'intent' | 'slots'>, { topic }: Session): Slots {
  const names = (isBare(slots) && GOES_ON[intent]) || [];
  return Object.fromEntries(Object.entries(topic).flatMap(([name, value]) => (names.includes(name) && value ? [[name, value]] : [])));
}

function topicIn({ section, node }: Slots): Session['topic'] {
  return { ...(section !== undefined && { section }), ...(node !== undefined && { node }) };
}
