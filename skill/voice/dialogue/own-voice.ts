import { RATE_HZ } from '../hearing/sound-source.ts';
import { BANDS, bandsOf, ROW_MS } from './bands.ts';
import { likeness } from './likeness.ts';

/** What we say, or said a moment ago; times are of `performance.now()`. */
interface Said {
  readonly text: string;
  /** As of `bandsOf`; null where an engine speaks by itself. */
  readonly bands: Float32Array | null;
  readonly startedMs: number;
  endedMs: number;
}

/** Whose voice it was. `isOver`: we spoke meanwhile. `after`: ours, and then somebody's, from this sample on. */
export type Whose = { readonly kind: 'theirs'; readonly isOver: boolean } | { readonly kind: 'ours' } | { readonly kind: 'after'; readonly from: number };

/** Knows what we are saying, so as to know it again in the microphone. */
export interface OwnVoice {
  /** Something begins to be played; null: its sound is not known. Call what comes back when it has ended. */
  begin(text: string, sound: { readonly samples: Float32Array; readonly rateHz: number } | null): () => void;
  /** Whether we can be heard now, or could a moment ago. */
  isAudible(atMs: number): boolean;
  whose(samples: Float32Array, startedMs: number): Whose;
  /** Whether this moment, of about a second, is nothing but our own voice. */
  isOurs(samples: Float32Array, endedMs: number): boolean;
  /** What we said in the last seconds. */
  lastWords(): readonly string[];
}

/** A player, a loudspeaker, a room and a recorder may take so long, in milliseconds. */
const MOST_LATE_MS = 700;
/** And the clock of a recorder may be so much ahead. */
const MOST_EARLY_MS = 60;
/** A room goes on sounding for so many milliseconds. */
const ECHO_MS = 250;
const REMEMBERED_MS = 20_000;
/** Our own voice through a loudspeaker and a microphone is above 0.6, other voices are below 0.5. */
const LIKE = 0.58;
/** Nothing but our own voice: somebody who speaks over it makes it less. */
const VERY_LIKE = 0.85;
/** Less of somebody's speech than this is no word. */
const SHORTEST_MS = 350;

export function createOwnVoice(now: () => number): OwnVoice {
  let said: Said[] = [];

  const heardBetween = (fromMs: number, toMs: number) =>
    said.filter(({ startedMs, endedMs }) => startedMs < toMs + MOST_EARLY_MS && endedMs + MOST_LATE_MS > fromMs);

  function whose(samples: Float32Array, startedMs: number): Whose {
    const durationMs = (1000 * samples.length) / RATE_HZ;
    const during = heardBetween(startedMs, startedMs + durationMs);
    const last = during.at(-1);
    if (!last) return { kind: 'theirs', isOver: false };
    const known = compared(samples, startedMs, during);
    // an engine that speaks by itself: all that is heard meanwhile may be it
    if (known !== null && known.correlation < LIKE) return { kind: 'theirs', isOver: true };
    const lateMs = known === null ? MOST_LATE_MS : known.lag * ROW_MS;
    const oursUntilMs = Math.min(last.endedMs, now()) + lateMs + ECHO_MS - startedMs;
    if (durationMs - oursUntilMs < SHORTEST_MS) return { kind: 'ours' };
    return { kind: 'after', from: Math.max(0, Math.round((oursUntilMs * RATE_HZ) / 1000)) };
  }

  return {
    begin(text, sound) {
      said = said.filter(({ endedMs }) => endedMs > now() - REMEMBERED_MS);
      const bands = sound && bandsOf(sound.samples, sound.rateHz);
      const entry: Said = { text, bands, startedMs: now(), endedMs: Number.POSITIVE_INFINITY };
      said.push(entry);
      return () => {
        entry.endedMs = Math.min(entry.endedMs, now());
      };
    },
    isAudible: (atMs) => heardBetween(atMs - ECHO_MS, atMs).length > 0,
    whose,
    isOurs(samples, endedMs) {
      const startedMs = endedMs - (1000 * samples.length) / RATE_HZ;
      const known = compared(samples, startedMs, heardBetween(startedMs, endedMs));
      return known !== null && known.correlation >= VERY_LIKE;
    },
    lastWords: () => said.filter(({ endedMs }) => endedMs > now() - REMEMBERED_MS).map(({ text }) => text),
  };
}

/** Null where the sound of something that was said is not known. */
function compared(samples: Float32Array, startedMs: number, during: readonly Said[]) {
  if (during.some(({ bands }) => bands === null)) return null;
  const heard = bandsOf(samples, RATE_HZ);
  // row 0 of both is the beginning of what was heard, less the most that it can be late
  const before = MOST_LATE_MS / ROW_MS;
  const timeline = new Float32Array(heard.length + BANDS * (before + MOST_EARLY_MS / ROW_MS)).fill(Number.NaN);
  for (const { bands, startedMs: fromMs, endedMs } of during) {
    if (bands === null) continue;
    const row = Math.round((fromMs - startedMs) / ROW_MS) + before;
    // what was silenced was not heard to its end
    const most = Math.min(bands.length / BANDS, Math.ceil((endedMs - fromMs) / ROW_MS));
    for (let at = Math.max(0, -row); at < most && (row + at) * BANDS < timeline.length; at += 1)
      timeline.set(bands.subarray(at * BANDS, (at + 1) * BANDS), (row + at) * BANDS);
  }
  const found = likeness(heard, timeline, -before - MOST_EARLY_MS / ROW_MS, 0);
  return { correlation: found.correlation, lag: found.lag + before };
}
