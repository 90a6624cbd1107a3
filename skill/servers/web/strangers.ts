import { setTimeout as sleep } from 'node:timers/promises';

/** Calls without the key that are answered at once: in a burst, and each second after it. More than any person or monitor makes. */
const BURST = 50;
const A_SECOND = 100;
/** The others wait about so long, not all to the same moment: a connection has one of them a second, and the processor is for who has the key. */
const HOLD_MS = 1_000;
const TELL_EVERY_MS = 1_000;

export interface Strangers {
  /** Resolves when this one may be answered; to whether it had to wait. */
  wait(): Promise<boolean>;
}

/** Holds back those who show no key when there are too many, whatever they ask for. */
export function holdStrangers(onHeld: (count: number) => void): Strangers {
  let tokens = BURST;
  let filledMs = performance.now();
  let toldMs = 0;
  let held = 0;

  function fill() {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - filledMs) * A_SECOND) / 1_000);
    filledMs = now;
    if (held === 0 || now - toldMs < TELL_EVERY_MS) return;
    onHeld(held);
    toldMs = now;
    held = 0;
  }

  return {
    async wait() {
      fill();
      if (tokens >= 1) {
        tokens -= 1;
        return false;
      }
      held += 1;
      await sleep(HOLD_MS * (0.5 + Math.random()), undefined, { ref: false });
      return true;
    },
  };
}
