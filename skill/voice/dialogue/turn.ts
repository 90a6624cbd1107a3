import { FRAME_MS } from '../hearing/sound-source.ts';
import { type AttentionParts, attend } from './attention.ts';
import type { Dialogue } from './dialogue.ts';
import type { SpeechEnded } from './hearer.ts';

/** The microphone from one Enter until the answer has been said. */
export interface Turn {
  /** Enter again: what was said so far is all; where an answer is being made, somebody wants to say more. */
  enter(): void;
  /** Resolves when the microphone is closed. Rejects with a `ProbeError` where nothing can be heard. */
  readonly over: Promise<void>;
}

export interface TurnParts extends AttentionParts {
  readonly dialogue: Dialogue;
  /** The microphone is open: speak. */
  onListening(): void;
  onNothingHeard(): void;
}

/** Who has not begun to speak by then says nothing. */
const PATIENCE_MS = 8_000;
const MOST_FRAMES = Math.round(12_000 / FRAME_MS);
/** From here on somebody speaks. */
const SPEECH = 0.5;

export function openTurn(parts: TurnParts, signal: AbortSignal): Turn {
  const { dialogue } = parts;
  const closing = new AbortController();
  let isWaiting = true;
  let frames: { readonly samples: Float32Array; readonly endMs: number; readonly probability: number }[] = [];
  let isOpen = false;
  let takenUntilMs = Number.NEGATIVE_INFINITY;

  function take(utterance: SpeechEnded) {
    // Enter has ended it already
    if (utterance.startedMs < takenUntilMs) return;
    if (!isWaiting) return dialogue.take(utterance, 'overheard');
    isWaiting = false;
    frames = [];
    dialogue.take(utterance, 'addressed');
    void closeWhenSaid();
  }

  async function closeWhenSaid() {
    await dialogue.settled();
    if (!isWaiting) closing.abort();
  }

  function giveUp() {
    isWaiting = false;
    parts.onNothingHeard();
    void closeWhenSaid();
  }

  const over = attend(
    parts,
    {
      onStarted: dialogue.started,
      onUtterance: take,
      onStop: dialogue.stop,
      onFrame(frame) {
        if (!isOpen) parts.onListening();
        isOpen = true;
        if (!isWaiting) return;
        frames = [...frames.slice(1 - MOST_FRAMES), frame];
        const hasSpoken = frames.some(({ probability }) => probability >= SPEECH);
        if (!hasSpoken && frames.length * FRAME_MS >= PATIENCE_MS) giveUp();
      },
    },
    AbortSignal.any([signal, closing.signal]),
  );

  return {
    enter() {
      if (!isWaiting) {
        isWaiting = true;
        return parts.onListening();
      }
      if (!frames.some(({ probability }) => probability >= SPEECH)) return giveUp();
      const utterance = utteranceOf(frames);
      take(utterance);
      takenUntilMs = utterance.lastSoundMs;
    },
    over,
  };
}

function utteranceOf(frames: readonly { readonly samples: Float32Array; readonly endMs: number }[]): SpeechEnded {
  const samples = new Float32Array(frames.reduce((sum, frame) => sum + frame.samples.length, 0));
  let at = 0;
  for (const frame of frames) {
    samples.set(frame.samples, at);
    at += frame.samples.length;
  }
  const lastSoundMs = frames.at(-1)?.endMs ?? 0;
  return { type: 'speech-ended', samples, startedMs: lastSoundMs - FRAME_MS * frames.length, lastSoundMs, isCut: false };
}
