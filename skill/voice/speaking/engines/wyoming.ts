import { z } from 'zod';
import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import { talkTo, type WyomingPeer } from '../../../wyoming/client.ts';
import type { Synthesizer, Utterance } from '../../speaker.ts';
import { MOST_SOUND_BYTES, pcmWav } from '../../wav.ts';

export interface WyomingVoice {
  /** `tcp://host:port`. */
  readonly wyoming: string;
  /** One of its own names; its usual voice of the language when absent. */
  readonly voice?: string | undefined;
}

/** Who waits longer than this for the first sound had better hear another voice. */
const FIRST_SOUND_MS = 3_000;
/** What a piece of sound counts for, however short: each takes memory. */
const LEAST_BYTES = 400;

/** Any text-to-speech server of the Wyoming protocol, such as Piper's, which the inventory names as `speech.tts`. */
export function wyomingVoice({ wyoming, voice }: WyomingVoice, host: Host, firstSoundMs = FIRST_SOUND_MS): Synthesizer {
  return {
    id: 'server',
    kind: 'synthesizer',
    budgetMs: 10_000,
    async synthesize(utterance, signal) {
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(new ProbeError('timeout', `nothing for ${firstSoundMs} ms`)), firstSoundMs);
      const talk = (peer: WyomingPeer) => said(peer, utterance, voice, () => clearTimeout(timer));
      try {
        return await talkTo(wyoming, talk, host, AbortSignal.any([signal, patience.signal]));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function said(peer: WyomingPeer, { text, language }: Utterance, voice: string | undefined, onSound: () => void): Promise<Buffer> {
  await peer.say({ type: 'synthesize', data: { text, voice: voice === undefined ? { language } : { name: voice } } });
  let format: Format | null = null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const { type, data, payload } of peer.events) {
    if (type === 'audio-stop') return wavOf(format, pieces);
    if (type !== 'audio-start' && type !== 'audio-chunk') continue;
    onSound();
    format = sameFormat(format, data);
    size += Math.max(payload.length, LEAST_BYTES);
    if (size > MOST_SOUND_BYTES) throw new ProbeError('too-large', `more than ${MOST_SOUND_BYTES} bytes of sound`);
    if (type === 'audio-chunk') pieces.push(payload);
  }
  throw new ProbeError('reset', 'it hung up before the end of the sound');
}

const formatSchema = z.object({ rate: z.int().min(4_000).max(192_000), width: z.int().min(1).max(4), channels: z.int().min(1).max(8) });
type Format = z.infer<typeof formatSchema>;

/** The sound keeps the format in which it began. */
function sameFormat(before: Format | null, data: unknown): Format {
  const format = formatSchema.parse(data);
  const isSame = before === null || (before.rate === format.rate && before.width === format.width && before.channels === format.channels);
  if (!isSame) throw new ProbeError('malformed', 'its sound changes its format');
  return format;
}

function wavOf(format: Format | null, pieces: readonly Buffer[]): Buffer {
  if (!format) throw new ProbeError('malformed', 'it made no sound');
  return pcmWav(Buffer.concat(pieces), { rate: format.rate, channels: format.channels, bits: 8 * format.width });
}
