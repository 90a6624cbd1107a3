import { createInterface } from 'node:readline';
import type { Locale } from '../../locales/locale.ts';
import { plainStrings } from '../audit/plain-strings.ts';
import { CannotSucceed } from '../cannot-succeed.ts';
import { type Settings, UsageError } from '../config.ts';
import { createSkill } from '../create-skill.ts';
import { createFileStore } from '../history/files.ts';
import { toFailure } from '../host/failures.ts';
import { createNodeHost, type NodeHost } from '../host/node.ts';
import type { Environment } from '../inventory/expand.ts';
import { type FoundInventory, findInventory } from '../inventory/find.ts';
import { createRedactor } from '../redact.ts';
import type { Skill } from '../skill.ts';
import { attend, type Hooks } from '../voice/dialogue/attention.ts';
import { type Conversation, openConversation } from '../voice/dialogue/conversation.ts';
import type { Dialogue, Manner } from '../voice/dialogue/dialogue.ts';
import { pushToTalk } from '../voice/dialogue/push-to-talk.ts';
import { openTurn } from '../voice/dialogue/turn.ts';
import { wavSource } from '../voice/hearing/wav-source.ts';

/** The voice loop, until it is told to end. Resolves to the exit code. */
export async function listen(settings: Settings, locale: Locale, environment: Environment, signal: AbortSignal): Promise<number> {
  const { isWake, input } = settings;
  if (!isWake && input === null && !process.stdin.isTTY) throw new UsageError(locale.listening.why.noTerminal);
  const host = createNodeHost();
  const closing = new AbortController();
  const either = AbortSignal.any([signal, closing.signal]);
  try {
    const inventory = await findInventory(settings.config, environment, host, signal);
    const tell = teller(inventory);
    const { out, deadlineMs } = settings;
    const log = (line: string) => tell(`jarvis-audit: ${line}`);
    const skill = createSkill({ inventory, host, store: createFileStore(out), out, deadlineMs, locale: settings.locale, log });
    try {
      await converse({ settings, locale, environment, host, inventory, skill, tell }, either);
    } finally {
      closing.abort(new DOMException('the conversation is over', 'AbortError'));
      await skill.close();
    }
    return 0;
  } catch (error) {
    // told to end
    if (signal.aborted) return 0;
    throw error;
  } finally {
    await host.close();
  }
}

interface Room {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly environment: Environment;
  readonly host: NodeHost;
  readonly inventory: FoundInventory;
  readonly skill: Skill;
  tell(line: string): void;
}

function teller({ secrets }: FoundInventory): (line: string) => void {
  const redact = createRedactor(secrets);
  return (line) => void process.stderr.write(`${redact(plainStrings(line))}\n`);
}

async function converse(room: Room, signal: AbortSignal): Promise<void> {
  const { settings, skill } = room;
  await using conversation = await openConversation({ ...room, show: (text) => void process.stdout.write(`${text}\n`) }, signal);
  // planned audits run, and speak up, while somebody listens
  const planned = skill.schedules.start(conversation.announce, signal);
  if (settings.input !== null) return await fromFile(settings.input, conversation, room, signal);
  const waiting = settings.isWake ? handsFree(conversation, room, signal) : atTerminal(conversation, room, signal);
  await waiting;
  void planned;
}

async function handsFree(conversation: Conversation, { locale: { listening }, tell }: Room, signal: AbortSignal): Promise<void> {
  const { dialogue, microphone } = conversation;
  tell(listening.shown.handsFree);
  try {
    await attend(microphone, hooksOf(dialogue, 'overheard'), signal);
  } catch (error) {
    throw deaf(error, listening);
  }
}

function hooksOf(dialogue: Dialogue, manner: Manner): Hooks {
  return { onStarted: dialogue.started, onUtterance: (utterance) => dialogue.take(utterance, manner), onStop: dialogue.stop };
}

async function fromFile(
  file: string,
  conversation: Conversation,
  { locale: { listening }, tell }: Room,
  signal: AbortSignal,
): Promise<void> {
  const { dialogue, through } = conversation;
  tell(listening.shown.fromFile(file));
  try {
    await attend(through(wavSource(file)), hooksOf(dialogue, 'addressed'), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new CannotSucceed(listening.why.noSound(file, toFailure(error).detail));
  }
  await dialogue.settled();
}

async function atTerminal(conversation: Conversation, { locale: { listening }, tell }: Room, signal: AbortSignal): Promise<void> {
  const { dialogue, queue, microphone } = conversation;
  const { shown } = listening;
  tell(shown.ready);
  await pushToTalk(
    {
      lines: createInterface({ input: process.stdin, terminal: false }),
      queue,
      openTurn: () =>
        openTurn(
          { ...microphone, dialogue, onListening: () => tell(shown.listening), onNothingHeard: () => tell(shown.nothingHeard) },
          signal,
        ),
      onSilenced: () => tell(shown.silenced),
      onDeaf(detail, isMissing) {
        if (isMissing) throw deaf(new Error(detail), listening, isMissing);
        tell(shown.recorderGone(detail));
      },
    },
    signal,
  );
}

/** One sentence that says what to install, or what failed. */
function deaf(error: unknown, { why }: Locale['listening'], isMissing = toFailure(error).code === 'missing-tool'): Error {
  const { detail } = toFailure(error);
  if (!isMissing) return new CannotSucceed(why.microphoneGone(detail));
  return new CannotSucceed(detail.includes('npm package') ? why.noPackage : why.noRecorder);
}
