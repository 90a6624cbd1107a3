import type { StopSpotter } from '../hearing/embedded/stop-spotter.ts';
import type { HeardEvent, VoiceListener } from '../hearing/listener.ts';
import type { SpeechEnded } from './hearer.ts';
import type { OwnVoice } from './own-voice.ts';

export interface AttentionParts {
  readonly listener: Pick<VoiceListener, 'hear'>;
  /** Null where « stop » is a sentence like any other. */
  readonly spotter: Pick<StopSpotter, 'hear' | 'reset'> | null;
  readonly ownVoice: OwnVoice;
}

/** What to do with what is heard; nobody is waited for. */
export interface Hooks {
  onStarted(): void;
  onUtterance(utterance: SpeechEnded): void;
  /** Somebody says « stop » while we speak. */
  onStop(): void;
  onFrame?(frame: Extract<HeardEvent, { type: 'frame' }>): void;
}

/** Listens until the sound ends or `signal` aborts. Rejects with a `ProbeError` where nothing can be heard. */
export async function attend({ listener, spotter, ownVoice }: AttentionParts, hooks: Hooks, signal: AbortSignal): Promise<void> {
  let wasAudible = false;
  for await (const event of listener.hear(signal)) {
    if (event.type === 'speech-started') hooks.onStarted();
    if (event.type === 'speech-ended') hooks.onUtterance(event);
    if (event.type !== 'frame') continue;
    hooks.onFrame?.(event);
    const isAudible = ownVoice.isAudible(event.endMs);
    if (isAudible && !wasAudible) spotter?.reset();
    wasAudible = isAudible;
    if (isAudible && (await spotter?.hear(event.samples))) hooks.onStop();
  }
}
