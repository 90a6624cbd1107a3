import { ProbeError } from '../audit/define.ts';
import { toProbeError } from '../host/failures.ts';
import { openAiClient } from '../host/openai-client.ts';
import { endpointOf } from '../probes/endpoint.ts';
import { refuseStatus } from '../probes/http-status.ts';
import type { Phraser } from './candidates.ts';

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** A summary has 300 characters; who writes more than this has not understood, or never ends. */
const MOST_CHARACTERS = 1_200;
/** Bytes on the wire, for who sends everything but text. */
const MOST_BYTES = 256 * 1024;
const MOST_TOKENS = 200;

/**
 * The words of a model, piece by piece as they come. Ends only after the model said that it was done: half a stream, an endless one,
 * another status than 200 or garbage throw a `ProbeError`, and an abort ends the connection at once.
 */
export async function* chat(phraser: Phraser, { system, user }: Prompt, signal: AbortSignal): AsyncGenerator<string, void> {
  const { client, close } = await openAiClient({ ...endpointOf(phraser), accept: 'text/event-stream', admit: admitStream }, signal);
  try {
    const stream = await client.chat.completions.create(
      {
        model: phraser.model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        stream: true,
        temperature: 0.2,
        max_tokens: MOST_TOKENS,
      },
      { signal },
    );
    yield* textOf(stream);
  } catch (error) {
    if (error instanceof SyntaxError && !signal.aborted) throw new ProbeError('malformed', 'an event that is no JSON');
    throw toProbeError(signal.aborted ? signal.reason : error);
  } finally {
    close();
  }
}

function admitStream(response: Response): Response {
  refuseStatus(response);
  if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? ''))
    throw new ProbeError('malformed', 'a stream was asked for');
  return new Response(bounded(response.body as ReadableStream<Uint8Array>), { headers: { 'content-type': 'text/event-stream' } });
}

interface Chunk {
  readonly choices?: readonly { readonly delta?: { readonly content?: string | null }; readonly finish_reason?: string | null }[];
}

async function* textOf(stream: AsyncIterable<Chunk>): AsyncGenerator<string, void> {
  let length = 0;
  let reason: string | null = null;
  for await (const { choices } of stream) {
    const [choice] = choices ?? [];
    const piece = choice?.delta?.content;
    if (typeof piece === 'string' && piece !== '') {
      length += piece.length;
      if (length > MOST_CHARACTERS) throw new ProbeError('too-large', `more than ${MOST_CHARACTERS} characters`);
      yield piece;
    }
    reason = choice?.finish_reason ?? reason;
  }
  if (reason !== 'stop') throw new ProbeError('malformed', `the model ended with ${reason ?? 'no word'}`);
}

function bounded(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let bytes = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) controller.error(new ProbeError('too-large', `more than ${MOST_BYTES} bytes`));
        else controller.enqueue(chunk);
      },
    }),
  );
}
