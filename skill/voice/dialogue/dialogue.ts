import { split } from '../../../intents/words.ts';
import type { Locale } from '../../../locales/locale.ts';
import type { Host } from '../../host/host.ts';
import type { Skill } from '../../skill.ts';
import { addressed } from './addressed.ts';
import type { Answers } from './answers.ts';
import { type Heard, type HearerParts, hearOne, type SpeechEnded } from './hearer.ts';
import type { SpeechQueue } from './speech-queue.ts';

/** `addressed`: somebody pressed Enter and spoke to us. `overheard`: somebody spoke. */
export type Manner = 'addressed' | 'overheard';

/** One conversation with whoever is in the room. */
export interface Dialogue {
  /** Somebody, or we ourselves, began to speak. */
  started(): void;
  /** Makes out what was said, and answers where it is for us; the rest is forgotten. Never rejects. */
  take(utterance: SpeechEnded, manner: Manner): void;
  /** Silence at once; an audit that runs is stopped. */
  stop(): void;
  /** Something is being made out, answered or said. */
  isBusy(): boolean;
  /** Resolves when none of this is. */
  settled(): Promise<void>;
}

export interface DialogueParts extends HearerParts {
  readonly skill: Skill;
  readonly answers: Answers;
  readonly queue: SpeechQueue;
  readonly locale: Locale;
  readonly host: Pick<Host, 'now'>;
  /** Tells of what is overheard, too, but not what it was. */
  readonly isDebug: boolean;
  /** What state we are in, in one line. */
  tell(line: string): void;
}

/** Follow-ups are ours for so many milliseconds after our last word. */
const ACTIVE_MS = 60_000;
/** Who called us by name says what for within so many. */
const CALLED_MS = 10_000;
/** « Stop » is heard at once, and once more as a sentence. */
const SAME_STOP_MS = 3_000;
/** « Stop », « tais-toi »: more words say what to stop. */
const MOST_STOP_WORDS = 2;
/** Utterances that wait to be made out. */
const MOST_WAITING = 3;

export function createDialogue(parts: DialogueParts, signal: AbortSignal): Dialogue {
  const { skill, answers, queue, host, tell } = parts;
  const { listening } = parts.locale;
  let calledUntilMs = Number.NEGATIVE_INFINITY;
  let stoppedMs = Number.NEGATIVE_INFINITY;
  let lastFailure = '';
  let isGoingOn = false;
  let hearing: Promise<void> = Promise.resolve();
  const doing = new Set<Promise<unknown>>();

  const isActive = () => answers.isBusy() || host.now() - queue.lastSoundMs() <= ACTIVE_MS;
  const isCalled = () => host.now() <= calledUntilMs;

  function track(work: Promise<unknown>) {
    // the caller's abort is met where the sound ends
    const tracked = work.catch(() => {}).finally(() => doing.delete(tracked));
    doing.add(tracked);
    return tracked;
  }

  async function takeOne(utterance: SpeechEnded, manner: Manner) {
    const asked: Manner = isCalled() ? 'addressed' : manner;
    if (asked === 'addressed' || parts.isDebug) tell(listening.shown.recognising);
    const heard = await hearOne(utterance, isActive() || isCalled() ? 'active' : 'idle', parts, signal);
    if (heard.kind === 'sentence') lastFailure = '';
    if (heard.kind !== 'sentence') return misheard(heard, asked);
    if (asked === 'addressed' || isForUs(heard.text)) void track(obey(heard.text, asked, utterance));
  }

  /** Said once to whoever spoke to us; noise in a room is no reason to speak. */
  function misheard(heard: Exclude<Heard, { kind: 'sentence' }>, asked: Manner) {
    if (heard.kind === 'ours') return;
    const failure = heard.kind === 'failed' ? heard.detail : '';
    if (failure !== '' && (asked === 'addressed' || failure !== lastFailure)) tell(listening.shown.deaf(failure));
    lastFailure = failure || lastFailure;
    if (asked !== 'addressed') return;
    if (heard.kind === 'unknown') tell(listening.shown.notKnown);
    if (heard.kind === 'too-long') tell(listening.shown.tooLong);
    calledUntilMs = Number.NEGATIVE_INFINITY;
    if (!queue.isSpeaking()) void track(queue.say(listening.notUnderstood));
  }

  function isForUs(text: string): boolean {
    return addressed(text, listening).isNamed || (isActive() && skill.match(text, 'active').reason !== 'not-for-us');
  }

  async function obey(text: string, asked: Manner, { startedMs }: SpeechEnded) {
    tell(listening.shown.understood(text));
    if (addressed(text, listening).isBare) return await call();
    calledUntilMs = Number.NEGATIVE_INFINITY;
    const { intent, reason } = skill.match(text, 'active');
    if (intent === 'cancel' && isBareStop(text)) {
      if (queue.isSpeaking() || answers.isAuditing()) return stop();
      if (startedMs - stoppedMs < SAME_STOP_MS) return;
    }
    // who speaks over us is listened to
    if (reason !== 'not-for-us') queue.silence();
    const outcome = await answers.to(text);
    if (outcome === 'not-for-us' && asked === 'addressed') await queue.say(listening.notUnderstood);
  }

  const isBareStop = (text: string) => split(text).length - Number(addressed(text, listening).isNamed) <= MOST_STOP_WORDS;

  async function call() {
    queue.silence();
    calledUntilMs = host.now() + CALLED_MS;
    // « Jarvis … audit système »: who goes on is not interrupted
    if (isGoingOn) return;
    await queue.say(listening.yes);
    calledUntilMs = host.now() + CALLED_MS;
  }

  function stop() {
    stoppedMs = host.now();
    const wasAuditing = answers.isAuditing();
    queue.silence();
    tell(listening.shown.silenced);
    if (wasAuditing) void track(answers.to(listening.stop));
  }

  let waiting = 0;
  return {
    started: () => {
      isGoingOn = true;
    },
    take(utterance, manner) {
      isGoingOn = false;
      if (waiting >= MOST_WAITING) return;
      waiting += 1;
      hearing = hearing
        .then(() => takeOne(utterance, manner))
        .catch(() => {})
        .finally(() => {
          waiting -= 1;
        });
    },
    stop,
    isBusy: () => waiting > 0 || doing.size > 0 || answers.isBusy(),
    async settled() {
      while (waiting > 0 || doing.size > 0 || answers.isBusy()) {
        await hearing;
        await Promise.all(doing);
        await answers.settled();
      }
    },
  };
}
