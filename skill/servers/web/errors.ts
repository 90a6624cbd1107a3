import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';

/** Every way in which a call can be turned away: its status, and a sentence that tells nothing of the inside. */
const REFUSALS = {
  'bad-request': [400, 'The request is malformed.'],
  'bad-url': [400, 'The URL is malformed.'],
  'no-host': [400, 'The request names no host.'],
  unauthorized: [401, 'A valid key, signature or session is required.'],
  'foreign-host': [403, 'This host name is not served here.'],
  'foreign-origin': [403, 'Calls from this origin are not taken.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'This method is not allowed here.'],
  timeout: [408, 'The request took too long to arrive.'],
  replayed: [409, 'This signed request was seen before: sign it anew.'],
  'too-large': [413, 'The body is larger than 64 KiB.'],
  'uri-too-long': [414, 'The URL is too long.'],
  'unsupported-media-type': [415, 'Expected a body of type application/json.'],
  'expectation-failed': [417, 'Only 100-continue can be expected.'],
  'too-many-requests': [429, 'Too many requests: wait a while.'],
  'headers-too-large': [431, 'The headers are too large.'],
  internal: [500, 'Something went wrong here.'],
  'shutting-down': [503, 'The server is shutting down.'],
  busy: [503, 'Too much is under way: wait a while.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

export type RefusalCode = keyof typeof REFUSALS;

interface Details {
  /** In place of the usual sentence. */
  readonly message?: string;
  readonly retryAfterS?: number;
}

/** What every failure looks like. */
export function errorBody(code: RefusalCode, message: string = REFUSALS[code][1]) {
  return { error: { code, message } };
}

export function refuse(reply: FastifyReply, code: RefusalCode, { message, retryAfterS }: Details = {}): FastifyReply {
  if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS);
  if (code === 'unauthorized') reply.header('www-authenticate', 'Bearer realm="jarvis-audit"');
  // whatever the route meant to send, a refusal is JSON
  return reply.code(REFUSALS[code][0]).type('application/json; charset=utf-8').send(errorBody(code, message));
}

/** What a hook or a handler threw, fastify's own errors included. */
export function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ZodError) return refuse(reply, 'bad-request', { message: issueOf(error) });
  const code = codeOf(error);
  // who went away in the middle of a body is no fault of ours
  if (code === 'internal' && !request.raw.destroyed) request.log.error({ err: error }, 'fault');
  return refuse(reply, code);
}

const LONGEST_ISSUE = 200;

function issueOf({ issues }: ZodError): string {
  const [issue] = issues;
  const place = issue?.path.join('.');
  return `${place ? `${place}: ` : ''}${issue?.message ?? ''}`.slice(0, LONGEST_ISSUE);
}

const OWN_CODES: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
};

function codeOf({ code, statusCode = 500 }: FastifyError): RefusalCode {
  const known = OWN_CODES[code];
  if (known) return known;
  return statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'internal';
}

const PARSER_CODES: Readonly<Record<string, RefusalCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
};

/** What never became a request: answered on the bare connection, which then ends. */
export function onClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = PARSER_CODES[error.code ?? ''] ?? 'bad-request';
  const [status] = REFUSALS[code];
  const body = JSON.stringify(errorBody(code));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
