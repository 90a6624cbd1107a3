import { type Intent, intents } from '../../intents/intents.ts';
import type { Slots, Understanding } from '../../intents/understanding.ts';
import { locales } from '../../locales/all.ts';
import type { Command, SkillEvent } from '../skill.ts';
import type { Emit } from './event-stream.ts';
import { answeredWhen } from './planning.ts';
import { reply } from './reply.ts';
import { isActive, isSessionName, NEW_SESSION, type Session, VOICE } from './sessions.ts';
import { LATE, soon } from './soon.ts';
import type { Parts, Talk } from './talk.ts';

/** Answers one command with events, the last of which is `done` or `failed`. Rejects only when `signal` aborts. */
export async function handle(command: Command, parts: Parts, emit: Emit<SkillEvent>, signal: AbortSignal): Promise<void> {
  const { channel = 'api' } = command;
  const locale = locales[command.locale ?? parts.language] ?? locales[parts.language];
  const { answers, conversation } = locale;
  const id = command.session ?? (channel === 'voice' ? VOICE : null);
  const fail = (code: 'aborted' | 'failed', text: string) => emit({ type: 'failed', code, text });
  if (parts.isClosed()) return fail('failed', conversation.closing);
  if (id !== null && !isSessionName(id)) return fail('failed', conversation.badName);
  const work = parts.underWay.begin(id, channel);
  try {
    const session = await sessionOf(id, parts);
    const either = AbortSignal.any([signal, work.stopped]);
    await obey(command, { parts, channel, id, session, locale, work, emit, signal: either });
  } catch (error) {
    signal.throwIfAborted();
    // a voice has just been told so by whoever stopped it
    if (work.stopped.aborted) return fail('aborted', channel === 'voice' ? '' : conversation.wasStopped);
    parts.log(`a command failed: ${error instanceof Error ? error.message : String(error)}`);
    fail('failed', work.isAuditing ? answers.failedToAudit : answers.failed);
  } finally {
    parts.underWay.end(work);
  }
}

async function sessionOf(id: string | null, { sessions }: Parts): Promise<Session> {
  if (id === null) return NEW_SESSION;
  const session = await soon(sessions.read(id));
  return session === LATE ? NEW_SESSION : session;
}

async function obey(command: Command, talk: Talk): Promise<void> {
  const { intent, slots, reason } = await understood(command, talk);
  if (intent === 'none') return refuse(reason ?? 'not-for-us', talk);
  talk.emit({ type: 'accepted', intent, slots });
  await reply({ intent, slots, utterance: command.utterance }, talk);
}

async function understood({ utterance, intent = 'none', slots = {} }: Command, talk: Talk): Promise<Understanding> {
  if (utterance === undefined) return given(intent, slots);
  const understanding = talk.parts.match(utterance, (await isOurs(talk)) ? 'active' : 'idle');
  return (understanding.reason === 'not-for-us' ? answeredWhen(utterance, talk) : null) ?? understanding;
}

/** Whether we spoke a moment ago, or work right now. */
async function isOurs({ parts, id, session }: Talk): Promise<boolean> {
  if (id === null) return false;
  if (isActive(session, parts.clock().getTime()) || parts.underWay.isAuditing(id)) return true;
  return (await soon(parts.elsewhere.isAuditing(id))) === true;
}

/** A node's name is no longer. */
const LONGEST_SLOT = 64;

/** What somebody else understood, as far as we know the words. */
function given(intent: Intent, slots: Slots): Understanding {
  if (intent === 'none' || !Object.hasOwn(intents, intent)) return { intent: 'none', slots: {}, confidence: 1, reason: 'not-for-us' };
  const names: readonly string[] = intents[intent];
  const isKnown = ([name, value]: [string, unknown]) => names.includes(name) && typeof value === 'string' && value.length <= LONGEST_SLOT;
  return { intent, slots: Object.fromEntries(Object.entries(slots).filter(isKnown)), confidence: 1, reason: null };
}

function refuse(reason: NonNullable<Understanding['reason']>, { emit, locale: { answers, conversation } }: Talk): void {
  const text = reason === 'refused' ? answers.refused : reason === 'negated' ? conversation.negated : '';
  emit({ type: 'failed', code: reason, text });
}
