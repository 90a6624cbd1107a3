import type { Interface } from 'node:readline';
import { toFailure } from '../../host/failures.ts';
import type { SpeechQueue } from './speech-queue.ts';
import type { Turn } from './turn.ts';

export interface PushToTalk {
  /** The terminal, a line for each Enter. */
  readonly lines: Pick<Interface, 'on' | 'close'>;
  readonly queue: SpeechQueue;
  openTurn(): Turn;
  onSilenced(): void;
  /** The microphone failed, and may be tried again; true ends it all. */
  onDeaf(detail: string, isMissing: boolean): void;
}

const QUIT = /^\s*(?:q|quit|exit)\s*$/i;

/** Enter to speak, Enter for silence, `q` to end. Resolves at the end of the terminal, or when `signal` aborts. */
export async function pushToTalk(parts: PushToTalk, signal: AbortSignal): Promise<void> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  let turn: Turn | null = null;

  function begin() {
    const opened = parts.openTurn();
    turn = opened;
    opened.over
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const { code, detail } = toFailure(error);
        parts.onDeaf(detail, code === 'missing-tool');
      })
      .catch(reject)
      .finally(() => {
        turn = null;
      });
  }

  function enter(line: string) {
    if (QUIT.test(line)) return resolve();
    if (parts.queue.isSpeaking()) {
      parts.queue.silence();
      return parts.onSilenced();
    }
    if (turn) turn.enter();
    else begin();
  }

  parts.lines.on('line', enter);
  parts.lines.on('close', resolve);
  signal.addEventListener('abort', () => resolve(), { once: true });
  try {
    await ended;
  } finally {
    parts.lines.close();
  }
}
