import { ProbeError } from '../../../audit/define.ts';
import type { Host } from '../../../host/host.ts';
import { talkTo, type WyomingPeer } from '../../../wyoming/client.ts';
import type { Recognizer } from '../recognizer.ts';
import { RATE_HZ } from '../sound-source.ts';
import { pcm16 } from './pcm.ts';
import { byServer, type Transcribe } from './server.ts';

const FORMAT = { rate: RATE_HZ, width: 2, channels: 1 } as const;
/** A second of sound in each piece. */
const PIECE_BYTES = 2 * RATE_HZ;

/** Any speech-to-text server of the Wyoming protocol, at `tcp://host:port`. */
export function wyomingRecognizer(url: string, host: Host): Recognizer {
  return byServer('wyoming', wyomingTranscriber(url, host));
}

export function wyomingTranscriber(url: string, host: Host): Transcribe {
  return (samples, language, signal) =>
    talkTo(
      url,
      async (peer) => {
        // who has heard enough answers before the end, and takes no more of it; whether it is there is told by its answer
        tell(peer, pcm16(samples), language).catch(() => {});
        return await answerOf(peer);
      },
      host,
      signal,
    );
}

async function tell(peer: WyomingPeer, sound: Buffer, language: 'fr' | 'en'): Promise<void> {
  await peer.say({ type: 'transcribe', data: { language } });
  await peer.say({ type: 'audio-start', data: FORMAT });
  for (let at = 0; at < sound.length; at += PIECE_BYTES)
    await peer.say({ type: 'audio-chunk', data: FORMAT, payload: sound.subarray(at, at + PIECE_BYTES) });
  await peer.say({ type: 'audio-stop' });
}

async function answerOf({ events }: WyomingPeer): Promise<string> {
  for await (const { type, data } of events) {
    if (type !== 'transcript') continue;
    const { text } = data;
    if (typeof text !== 'string') throw new ProbeError('malformed', 'a transcript without text');
    return text;
  }
  throw new ProbeError('reset', 'it hung up before its transcript');
}
