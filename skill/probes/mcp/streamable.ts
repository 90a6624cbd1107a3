import { ProbeError } from '../../audit/define.ts';
import type { Host, HttpResponse } from '../../host/host.ts';
import { createEventReader } from './events.ts';
import { type Answer, answerTo, type Message, messagesIn, type Question } from './messages.ts';
import { MODERN } from './protocol.ts';

/** Where a server is asked, and with what. */
export interface Door {
  readonly url: string;
  /** Of the asker and of the session. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One POST: what came back, and what in it answers the question. */
export interface Exchange {
  readonly asked: Question;
  readonly response: HttpResponse;
  readonly answer: Answer | null;
}

/** Puts a question by POST. The answer is JSON, or an event in a stream that may stay open. */
export async function post({ url, headers }: Door, asked: Question, host: Host, signal: AbortSignal): Promise<Exchange> {
  const read = createEventReader();
  let heard: Answer | null = null;
  const hear = (piece: string) => {
    for (const { data } of read(piece)) heard ??= answerIn(messagesIn(data), asked.id);
    return heard !== null;
  };
  const response = await host.request(
    url,
    { method: 'POST', headers: { ...BOTH, ...headersOf(asked), ...headers }, body: JSON.stringify(asked), isEnough: hear },
    signal,
  );
  // a stream that ends may forget the end of its last event
  if (isStream(response)) hear('\n\n');
  const answer = isStream(response) ? heard : answerIn(messagesIn(response.body), asked.id);
  // whoever says that it failed has not greeted, whatever a cache put in the body
  const hasFailed = response.status < 200 || response.status > 299;
  return { asked, response, answer: answer?.ok && hasFailed ? null : answer };
}

/** Sends what wants no answer. */
export async function tell({ url, headers }: Door, message: object, host: Host, signal: AbortSignal): Promise<HttpResponse> {
  // a server that opens a stream all the same has heard it
  const options = { method: 'POST', headers: { ...BOTH, ...headers }, body: JSON.stringify(message), isEnough: () => true } as const;
  return await host.request(url, options, signal);
}

/** What a status of success carries that is no answer to us. */
export function noAnswer(response: HttpResponse, asked: Question): ProbeError {
  return !isStream(response) && messagesIn(response.body).length > 0
    ? new ProbeError('malformed', `the answer to another question than ${asked.method}`)
    : new ProbeError('wrong-product', `no MCP server: ${asked.method} has no answer in JSON-RPC`);
}

const BOTH = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' } as const;

function isStream({ headers }: HttpResponse): boolean {
  return /^\s*text\/event-stream\b/i.test(headers['content-type'] ?? '');
}

function answerIn(messages: readonly Message[], id: number): Answer | null {
  for (const message of messages) {
    const answer = answerTo(id, message);
    if (answer) return answer;
  }
  return null;
}

/** Since the modern version every request repeats in its headers what its body says. */
function headersOf({ method, params }: Question): Record<string, string> {
  return '_meta' in params ? { 'mcp-protocol-version': MODERN, 'mcp-method': method } : {};
}
