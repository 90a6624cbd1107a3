import { ProbeError } from '../../../audit/define.ts';
import { boundedBody } from '../../../host/bounded-body.ts';
import { toProbeError } from '../../../host/failures.ts';
import { openAiClient } from '../../../host/openai-client.ts';
import { endpointOf } from '../../../probes/endpoint.ts';
import { refuseStatus } from '../../../probes/http-status.ts';
import type { Synthesizer } from '../../speaker.ts';
import { MOST_SOUND_BYTES } from '../../wav.ts';

export interface VoiceServer {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly voice?: string | undefined;
  readonly key?: string | undefined;
}

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
        return await boundedBody(response, MOST_SOUND_BYTES, () => clearTimeout(timer));
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
