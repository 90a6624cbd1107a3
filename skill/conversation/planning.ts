import { v7 as uuid } from 'uuid';
import type { Slots, Understanding } from '../../intents/understanding.ts';
import { locales } from '../../locales/all.ts';
import type { Mode } from '../audit/define.ts';
import { plannedFrom } from '../schedules/plan.ts';
import { said } from './fit.ts';
import type { Understood } from './reply.ts';
import { isActive, type Session } from './sessions.ts';
import { LATE, soon } from './soon.ts';
import type { Talk } from './talk.ts';
import { tell } from './tell.ts';

/** Where a session knows that we asked when, by the mode of the audit. */
const WHEN = { full: 'when', quick: 'when-quick' } as const;
const MODES = ['full', 'quick'] as const;
/** Every planned audit, where a session names the one that was just planned. */
const ALL = 'all';

/** Puts an audit in the book, or asks back when. */
export async function plan(slots: Slots, talk: Talk): Promise<void> {
  const { parts, locale } = talk;
  const { schedule } = locale.answers;
  const planned = plannedFrom(slots, parts.clock());
  const mode = slots['mode'] === 'quick' ? 'quick' : 'full';
  if (planned === 'unknown') return await say(schedule.whenUnknown, talk, { planned: WHEN[mode] });
  if (planned === 'passed') return await say(schedule.passed, talk);
  const { nextAt, plan: again, slots: whole } = planned;
  const id = uuid();
  const isAdded = await parts.book.add({ id, mode, locale: locale.language, slots: whole, plan: again, nextAt });
  parts.wake();
  if (!isAdded) return await say(schedule.tooMany, talk, { planned: ALL });
  await say(schedule.planned(whole), talk, { planned: id });
}

/** « Demain à huit heures », where we have just asked when; null for anything else. */
export function answeredWhen(utterance: string, { parts, session, locale }: Talk): Understanding | null {
  const mode = askedWhen(session);
  if (mode === undefined || !isActive(session, parts.clock().getTime())) return null;
  const understood = parts.match(locale.conversation.plans[mode](utterance), 'active');
  return understood.intent === 'schedule' && Object.keys(understood.slots).some((name) => name !== 'mode') ? understood : null;
}

function askedWhen({ topic }: Session): Mode | undefined {
  return MODES.find((each) => WHEN[each] === topic.planned);
}

/** Stops what runs for this listener. What is planned goes only when that is what was said, or what we just talked about. */
export async function cancel(asked: Understood, talk: Talk): Promise<void> {
  const { parts, session, locale } = talk;
  const { answers, conversation } = locale;
  if (askedWhen(session)) return await say(conversation.negated, talk, {});
  const isOfPlans = speaksOfPlans(asked.utterance ?? '');
  if (!isOfPlans && (await isStopped(talk))) return await say(answers.stopped, talk);
  const all = await parts.book.read();
  const isBare = asked.utterance === undefined;
  const meant = all.filter((schedule) => isOfPlans || isBare || session.topic.planned === ALL || session.topic.planned === schedule.id);
  if (meant.length === 0) {
    if (isOfPlans) return await say(answers.schedule.nothingPlanned, talk);
    return await say(all.length > 0 ? conversation.stillPlanned : answers.nothingToStop, talk);
  }
  const gone = new Set(meant.map((schedule) => schedule.id));
  const count = await parts.book.change((schedules) => {
    const kept = schedules.filter((schedule) => !gone.has(schedule.id));
    return { schedules: kept, result: schedules.length - kept.length };
  });
  await say(answers.schedule.cancelled(count), talk, {});
}

/** Here and in the other processes of this conversation. */
async function isStopped({ parts, id, channel }: Talk): Promise<boolean> {
  const here = parts.underWay.stop(id, channel);
  const elsewhere = id === null ? 0 : await soon(parts.elsewhere.stop(id));
  return here > 0 || (elsewhere !== LATE && elsewhere > 0);
}

/** « L'audit programmé », « l'audit prévu », in whichever language. */
function speaksOfPlans(sentence: string): boolean {
  const plain = sentence.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return Object.values(locales).some(({ conversation }) => conversation.plannedWords.some((stem) => plain.includes(stem)));
}

async function say(text: string, talk: Talk, topic?: Session['topic']): Promise<void> {
  await tell({ answer: said(text, talk.locale), kept: null, ...(topic && { topic }) }, talk);
}
