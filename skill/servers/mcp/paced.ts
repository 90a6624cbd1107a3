import type { Readable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/server';

/** Answers that wait for the client to read: past these it is read no more. */
const MOST_WAITING = 64;
/** A client that reads not one of them for so long never will. */
const PATIENCE_MS = 5_000;

/**
 * Makes the transport send one message after the other, and take no more from `input` while the client does not read:
 * what it leaves unread must not fill our memory. `onStuck` is called when it reads nothing at all.
 */
export function paced(transport: Transport, input: Readable, onStuck: () => void): void {
  const send = transport.send.bind(transport);
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  let patience: NodeJS.Timeout | null = null;

  function sent(): void {
    waiting -= 1;
    patience?.refresh();
    if (patience === null || waiting > MOST_WAITING / 2) return;
    clearTimeout(patience);
    patience = null;
    input.resume();
  }

  transport.send = (message, options) => {
    waiting += 1;
    if (waiting > MOST_WAITING && patience === null) {
      patience = setTimeout(onStuck, PATIENCE_MS);
      input.pause();
    }
    const sending = last.then(() => send(message, options));
    last = sending.then(sent, sent);
    return sending;
  };
}
