import { ProbeError } from '../../../audit/define.ts';
import { toProbeError } from '../../../host/failures.ts';
import { openAiClient } from '../../../host/openai-client.ts';
import type { SpeechSettings } from '../../../inventory/schema.ts';
import { endpointOf } from '../../../probes/endpoint.ts';
import { refuseStatus } from '../../../probes/http-status.ts';
import type { Synthesizer } from '../../speaker.ts';
import { MOST_SOUND_BYTES } from '../../wav.ts';

export type VoiceServer = NonNullable<SpeechSettings['tts']>;

/** Who waits longer than this for the first byte had better hear another voice. */
const FIRST_BYTE_MS = 3_000;
const USUAL_VOICE = 'alloy';
/** Of the usual speed. */
const SLOW_SPEED = 0.8;

/** Any server of OpenAI's `/v1/audio/speech`, which the inventory names as `speech.tts`. */
export function server({ url, model, voice = USUAL_VOICE, key }: VoiceServer, firstByteMs = FIRST_BYTE_MS): Synthesizer {
  return {
    id: 'server',
    kind: 'synthesizer',
    budgetMs: 10_000,
    async synthesize({ text, isSlow }, signal) {
      const endpoint = endpointOf({ url, token: key });
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(new ProbeError('timeout', `nothing for ${firstByteMs} ms`)), firstByteMs);
      const either = AbortSignal.any([signal, patience.signal]);
      const { client, close } = await openAiClient({ ...endpoint, accept: 'audio/wav', admit }, either);
      try {
        const wanted = { model, voice, input: text, response_format: 'wav', ...(isSlow && { speed: SLOW_SPEED }) } as const;
        const response = await client.audio.speech.create(wanted, { signal: either });
        return await bodyOf(response, () => clearTimeout(timer));
      } catch (error) {
        throw toProbeError(either.aborted ? either.reason : error);
      } finally {
        clearTimeout(timer);
        close();
      }
    },
  };
}

function admit(response: Response): Response {
  refuseStatus(response);
  return response;
}

async function bodyOf({ body }: Response, onFirstByte: () => void): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    onFirstByte();
    size += chunk.length;
    if (size > MOST_SOUND_BYTES) throw new ProbeError('too-large', `more than ${MOST_SOUND_BYTES} bytes of sound`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
