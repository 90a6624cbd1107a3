import { FRAME_MS } from './sound-source.ts';
import type { VoiceActivity } from './voice-activity.ts';

/** Nobody speaks more quietly than this, of full scale: −56 dB. */
const QUIETEST = 0.0016;
/** How much louder than the room speech is: as likely as not. */
const MIDDLE_DB = 9;
/** From there to almost certain, or to almost none. */
const SLOPE_DB = 1.5;
/** A room that has become louder is taken for the room after some seconds: 3 dB a second. */
const RISE = 10 ** ((3 / 20) * (FRAME_MS / 1000));
/** A room that has become quieter, within some frames. */
const FALL = 0.3;

/** Loud against the room's own noise. Any noise that begins suddenly is speech to it for some seconds. */
export function energyGate(): VoiceActivity {
  let room: number | null = null;
  return {
    id: 'energy',
    hear: async (frame) => {
      const loudness = Math.max(QUIETEST / 4, loudnessOf(frame));
      room = room === null ? loudness : nextRoom(room, loudness);
      if (loudness < QUIETEST) return 0;
      const aboveDb = 20 * Math.log10(loudness / room);
      return 1 / (1 + Math.exp((MIDDLE_DB - aboveDb) / SLOPE_DB));
    },
    reset: () => {
      room = null;
    },
    close: async () => {},
  };
}

function nextRoom(room: number, loudness: number): number {
  return loudness < room ? room + FALL * (loudness - room) : Math.min(loudness, room * RISE);
}

function loudnessOf(frame: Float32Array): number {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return Math.sqrt(sum / frame.length);
}
