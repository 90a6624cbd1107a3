import { join } from 'node:path';
import { z } from 'zod';
import { answeredSchema, DELIVERY_MS, MOST_DELIVERIES } from './deliveries.ts';
import { openMemory } from './memory.ts';

/** As long as a signature can be valid, which is the width of the window on either side of our clock, its last moment included. */
const REPLAY_MS = 601_000;
/** As many as the rate lets through while one is valid. */
const MOST_SIGNATURES = 200_000;

/** What must outlive a restart, so that nothing is run twice: in `<out>/server`. */
export async function openMemories(out: string, now: () => Date, onTrouble: (error: unknown) => void) {
  const common = { now: () => now().getTime(), onTrouble };
  const file = (name: string) => join(out, 'server', `${name}.jsonl`);
  const [replays, deliveries] = await Promise.all([
    openMemory({ ...common, file: file('signatures'), value: z.literal(true), lifeMs: REPLAY_MS, most: MOST_SIGNATURES }),
    openMemory({ ...common, file: file('deliveries'), value: answeredSchema, lifeMs: DELIVERY_MS, most: MOST_DELIVERIES }),
  ]);
  return { replays, deliveries };
}
