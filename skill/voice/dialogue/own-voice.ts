import { createResampler } from '../hearing/resample.ts';
import { RATE_HZ } from '../hearing/sound-source.ts';
import { likeness, MOST_LAG } from './likeness.ts';

/** Sound as it is played. */
export interface Sound {
  readonly samples: Float32Array;
  readonly rateHz: number;
}

/** What we say, or said a moment ago; times are of `performance.now()`. */
interface Said {
  readonly text: string;
  /** Null where an engine speaks by itself. */
  readonly sound: Sound | null;
  readonly startedMs: number;
  endedMs: number;
  /** The sound at the microphone's rate, once it was asked for. */
  atRate: Float32Array | null;
}

/** Whose voice it was. `isOver`: we spoke meanwhile. `after`: ours, and then somebody's, from this sample on. */
export type Whose =
  | { readonly kind: 'theirs'; readonly isOver: boolean }
  | { readonly kind: 'ours' }
  | { readonly kind: 'after'; readonly from: number };

/** Knows what we are saying, so as to know it again in the microphone. */
export interface OwnVoice {
  /** Something begins to be played; null: its sound is not known. Call what comes back when it has ended. */
  begin(text: string, sound: Sound | null): () => void;
  /** Whether we can be heard at this moment. */
  isAudible(atMs: number): boolean;
  whose(samples: Float32Array, startedMs: number): Whose;
  /** What we said in the last seconds. */
  lastWords(): readonly string[];
}

/** A recorder's clock may be so much ahead, in milliseconds; a player, a loudspeaker, a room and a recorder may take the rest of what is tried. */
const MOST_EARLY_MS = 64;
const MOST_LATE_MS = (1000 * MOST_LAG) / RATE_HZ - MOST_EARLY_MS;
/** A room goes on sounding for so many milliseconds. */
const ECHO_MS = 250;
const REMEMBERED_MS = 20_000;
/** Measured through a room and noise: our own voice is above 16, in one word above 30; other voices of one engine are below 14, in one word below 21. */
const ALIKE = 15;
const ALIKE_IN_A_WORD = 24;
const WORD_MS = 900;
/** Less of somebody's speech than this is no word. */
const SHORTEST_MS = 350;

export function createOwnVoice(now: () => number): OwnVoice {
  let said: Said[] = [];
  const isRecent = ({ endedMs }: Said) => endedMs > now() - REMEMBERED_MS;
  const heardBetween = (fromMs: number, toMs: number) =>
    said.filter(({ startedMs, endedMs }) => startedMs < toMs + MOST_EARLY_MS && endedMs + MOST_LATE_MS > fromMs);

  return {
    begin(text, sound) {
      const entry: Said = { text, sound, startedMs: now(), endedMs: Number.POSITIVE_INFINITY, atRate: null };
      said = [...said.filter(isRecent), entry];
      return () => {
        entry.endedMs = Math.min(entry.endedMs, now());
      };
    },
    isAudible: (atMs) => said.some(({ startedMs, endedMs }) => startedMs <= atMs && endedMs + ECHO_MS >= atMs),
    whose(samples, startedMs) {
      const durationMs = (1000 * samples.length) / RATE_HZ;
      const during = heardBetween(startedMs, startedMs + durationMs);
      const last = during.at(-1);
      if (!last) return { kind: 'theirs', isOver: false };
      const lateMs = lateness(samples, startedMs, during);
      if (lateMs === null) return { kind: 'theirs', isOver: true };
      const oursMs = Math.min(last.endedMs, now()) + lateMs + ECHO_MS - startedMs;
      if (durationMs - oursMs < SHORTEST_MS) return { kind: 'ours' };
      return { kind: 'after', from: Math.max(0, Math.round((oursMs * RATE_HZ) / 1000)) };
    },
    lastWords: () => said.filter(isRecent).map(({ text }) => text),
  };
}

/** By how many milliseconds we come back out of the microphone; null where we do not. */
function lateness(samples: Float32Array, startedMs: number, during: readonly Said[]): number | null {
  // an engine that speaks by itself: all that is heard meanwhile may be it
  if (during.some(({ sound }) => sound === null)) return MOST_LATE_MS / 2;
  const early = (MOST_EARLY_MS * RATE_HZ) / 1000;
  const timeline = new Float32Array(samples.length + MOST_LAG);
  for (const entry of during) place(entry, startedMs, timeline, MOST_LAG - early);
  const { prominence, lag } = likeness(samples, timeline);
  const least = samples.length < (WORD_MS * RATE_HZ) / 1000 ? ALIKE_IN_A_WORD : ALIKE;
  return prominence < least ? null : (1000 * (lag - early)) / RATE_HZ;
}

/** Into a timeline whose sample `zero` was played when the first one was heard. */
function place(entry: Said, zeroMs: number, timeline: Float32Array, zero: number): void {
  entry.atRate ??= atRate(entry);
  const first = zero + Math.round(((entry.startedMs - zeroMs) * RATE_HZ) / 1000);
  // what was silenced was not heard to its end
  const most = Math.min(entry.atRate.length, Math.round(((entry.endedMs - entry.startedMs) * RATE_HZ) / 1000), timeline.length - first);
  const from = Math.max(0, -first);
  if (from < most) timeline.set(entry.atRate.subarray(from, most), first + from);
}

function atRate({ sound }: Said): Float32Array {
  if (!sound) return new Float32Array(0);
  const resampler = createResampler(sound.rateHz);
  const [most, rest] = [resampler.push(sound.samples), resampler.flush()];
  const all = new Float32Array(most.length + rest.length);
  all.set(most);
  all.set(rest, most.length);
  return all;
}
