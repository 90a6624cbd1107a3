import { setTimeout as sleep } from 'node:timers/promises';

/** Calls without the key that are answered at once, each second: more than any person or monitor makes. */
const AT_ONCE = 200;
/** The others wait so long: a connection has one of them a second, and the processor is for who has the key. */
const HOLD_MS = 1_000;

export interface Strangers {
  /** Resolves when this one may be answered; to whether it had to wait. */
  wait(): Promise<boolean>;
}

/** Holds back those who show no key when there are too many, whatever they ask for. */
export function holdStrangers(onHeld: (count: number) => void): Strangers {
  let second = 0;
  let count = 0;
  return {
    async wait() {
      const now = Math.floor(performance.now() / 1_000);
      if (now !== second) {
        if (count > AT_ONCE) onHeld(count - AT_ONCE);
        second = now;
        count = 0;
      }
      count += 1;
      if (count <= AT_ONCE) return false;
      await sleep(HOLD_MS, undefined, { ref: false });
      return true;
    },
  };
}
