import type { Locale } from '../../../locales/locale.ts';
import type { Host } from '../../host/host.ts';
import type { SpeechQueue } from './speech-queue.ts';

/** Keeps somebody who waits for an audit informed. */
export interface Patience {
  progress(done: number, total: number): void;
  end(): void;
}

/** Nobody waits longer in silence, in milliseconds. */
const SILENCE_MS = 3_500;
/** And nobody wants to hear more often how far it is. */
const LEAST_BETWEEN_MS = 4_000;
const LOOK_MS = 100;

/** Begins to count now; speaks only while nothing else is said, and says nothing twice. */
export function createPatience(queue: SpeechQueue, { listening }: Pick<Locale, 'listening'>, host: Pick<Host, 'now'>): Patience {
  const startedMs = host.now();
  let saidMs = Number.NEGATIVE_INFINITY;
  let said = '';
  let now = listening.stillAtIt;
  const timer = setInterval(() => {
    const quietSinceMs = Math.max(startedMs, queue.lastSoundMs());
    const isLong = host.now() - quietSinceMs >= SILENCE_MS && host.now() - saidMs >= LEAST_BETWEEN_MS;
    if (queue.isSpeaking() || !isLong || now === said) return;
    said = now;
    saidMs = host.now();
    void queue.say(now);
  }, LOOK_MS);
  return {
    progress(done, total) {
      // then the answer is as good as there
      if (done < total) now = listening.progress(done, total);
    },
    end: () => clearInterval(timer),
  };
}
