import { ProbeError } from '../audit/define.ts';
import { toProbeError } from '../host/failures.ts';
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
  const { base, credentials } = endpointOf(phraser);
  const [{ OpenAI }, { Agent, fetch }] = await Promise.all([import('openai'), import('undici')]);
  signal.throwIfAborted();
  // knows no environment proxy, and dies with the request
  const dispatcher = new Agent();
  try {
    const client = new OpenAI({
      baseURL: base,
      // what the environment holds for OpenAI is not for this server
      apiKey: 'unused',
      organization: null,
      project: null,
      logLevel: 'off',
      maxRetries: 0,
      async fetch(to, { method, body } = {}) {
        const headers = { 'content-type': 'application/json', accept: 'text/event-stream', 'user-agent': 'jarvis-audit', ...credentials };
        const response = await fetch(String(to), {
          method: method ?? 'POST',
          headers,
          body: String(body),
          redirect: 'manual',
          dispatcher,
          signal,
        });
        // the words of a refusal are never read: they may be endless
        refuseStatus(response);
        if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? ''))
          throw new ProbeError('malformed', 'a stream was asked for');
        return new Response(bounded(response.body as ReadableStream<Uint8Array>), {
          headers: { 'content-type': 'text/event-stream' },
        });
      },
    });
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
    dispatcher.destroy().catch(() => {});
  }
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
