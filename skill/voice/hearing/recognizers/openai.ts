import { z } from 'zod';
import { ProbeError } from '../../../audit/define.ts';
import { boundedBody } from '../../../host/bounded-body.ts';
import { toProbeError } from '../../../host/failures.ts';
import { openAiClient } from '../../../host/openai-client.ts';
import { endpointOf } from '../../../probes/endpoint.ts';
import { refuseStatus } from '../../../probes/http-status.ts';
import { pcmWav } from '../../wav.ts';
import type { Recognizer } from '../recognizer.ts';
import { RATE_HZ } from '../sound-source.ts';
import { pcm16 } from './pcm.ts';
import { byServer, type Transcribe } from './server.ts';

export interface HearingServer {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

const MOST_ANSWER_BYTES = 64 * 1024;
/** Whisper reads no more than 224 tokens of it. */
const LONGEST_PROMPT = 400;

/** Any server of OpenAI's `/v1/audio/transcriptions`. `names`: what the inventory calls its targets, so that they are heard as they are written. */
export function openAiRecognizer(server: HearingServer, names: readonly string[]): Recognizer {
  const prompt = promptOf(names);
  return byServer('openai', openAiTranscriber(server, prompt), prompt);
}

export function openAiTranscriber({ url, model, key }: HearingServer, prompt = ''): Transcribe {
  return async (samples, language, signal) => {
    const { client, close } = await openAiClient({ ...endpointOf({ url, token: key }), accept: 'application/json', admit }, signal);
    try {
      const wav = pcmWav(pcm16(samples), { rate: RATE_HZ, channels: 1, bits: 16 });
      const file = new File([new Uint8Array(wav)], 'speech.wav', { type: 'audio/wav' });
      const asked = { file, model, language, response_format: 'json', ...(prompt !== '' && { prompt }) } as const;
      const response = await client.audio.transcriptions.create(asked, { signal }).asResponse();
      return textIn(await boundedBody(response, MOST_ANSWER_BYTES));
    } catch (error) {
      throw toProbeError(signal.aborted ? signal.reason : error);
    } finally {
      close();
    }
  };
}

function admit(response: Response): Response {
  refuseStatus(response);
  return response;
}

const answerSchema = z.object({ text: z.string() });

function textIn(body: Buffer): string {
  try {
    return answerSchema.parse(JSON.parse(body.toString('utf8'))).text;
  } catch (error) {
    throw new ProbeError('malformed', 'no transcription', { cause: error });
  }
}

/** As many names as fit, whole. */
function promptOf(names: readonly string[]): string {
  const cut = names.findIndex((_, index) => names.slice(0, index + 1).join(', ').length > LONGEST_PROMPT);
  return (cut < 0 ? names : names.slice(0, cut)).join(', ');
}
