import { type Intent, intents } from '../../intents/intents.ts';
import type { Slots, Understanding } from '../../intents/understanding.ts';
import { locales } from '../../locales/all.ts';
import type { Emit } from '../event-stream.ts';
import type { Command, SkillEvent } from '../skill.ts';
import { reply } from './reply.ts';
import { isActive, isSessionName, NEW_SESSION } from './sessions.ts';
import type { Parts, Talk } from './talk.ts';

/** Answers one command with events, the last of which is `done` or `failed`. Rejects only when `signal` aborts. */
export async function handle(command: Command, parts: Parts, emit: Emit<SkillEvent>, signal: AbortSignal): Promise<void> {
  const { channel = 'api' } = command;
  const locale = locales[command.locale ?? parts.language];
  const { answers, conversation } = locale;
  const id = command.session ?? (channel === 'voice' ? 'voice' : null);
  const fail = (code: 'aborted' | 'failed', text: string) => emit({ type: 'failed', code, text });
  if (parts.isClosed()) return fail('failed', conversation.closing);
  if (id !== null && !isSessionName(id)) return fail('failed', conversation.badName);
  const work = parts.underWay.begin(id, channel);
  try {
    const session = id === null ? NEW_SESSION : await parts.sessions.read(id);
    const either = AbortSignal.any([signal, work.stop.signal]);
    await obey(command, { parts, channel, id, session, locale, work, emit, signal: either });
  } catch (error) {
    signal.throwIfAborted();
    // a voice has just been told so by whoever stopped it
    if (work.stop.signal.aborted) return fail('aborted', channel === 'voice' ? '' : conversation.wasStopped);
    parts.log(`a command failed: ${error instanceof Error ? error.message : String(error)}`);
    fail('failed', work.isAuditing ? answers.failedToAudit : answers.failed);
  } finally {
    parts.underWay.end(work);
  }
}

async function obey(command: Command, talk: Talk): Promise<void> {
  const { intent, slots, reason } = understood(command, talk);
  if (intent === 'none') return refuse(reason ?? 'not-for-us', talk);
  talk.emit({ type: 'accepted', intent, slots });
  await reply({ intent, slots, utterance: command.utterance }, talk);
}

function understood({ utterance, intent = 'none', slots = {} }: Command, { parts, id, session }: Talk): Understanding {
  if (utterance === undefined)
    return { intent, slots: known(intent, slots), confidence: 1, reason: intent === 'none' ? 'not-for-us' : null };
  const isOurs = isActive(session, parts.clock().getTime()) || (id !== null && parts.underWay.isAuditing(id));
  return parts.match(utterance, isOurs ? 'active' : 'idle');
}

/** A node's name is no longer. */
const LONGEST_SLOT = 64;

/** What somebody else understood, as far as we know the words. */
function known(intent: Intent, slots: Slots): Slots {
  const names: readonly string[] = intents[intent];
  return Object.fromEntries(Object.entries(slots).filter(([name, value]) => names.includes(name) && value.length <= LONGEST_SLOT));
}

function refuse(reason: NonNullable<Understanding['reason']>, { emit, locale: { answers, conversation } }: Talk): void {
  const text = reason === 'refused' ? answers.refused('other') : reason === 'negated' ? conversation.negated : '';
  emit({ type: 'failed', code: reason, text });
}
