import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './errors.ts';

/** Answers one request of a web-standard kind. */
export type WebHandler = (request: Request) => Promise<Response>;

/** `/mcp`, by whoever speaks that protocol; who may call is settled before. */
export function serveMcp(app: FastifyInstance, handle: WebHandler): void {
  const schema = { hide: true } as object;
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const leaving = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) leaving.abort();
    });
    return await answer(await handle(standard(request, leaving.signal)), reply);
  };
  app.route({ method: ['POST', 'DELETE'], url: '/mcp', config: { isRaw: true }, schema, handler });
  // a stream of what may happen one day
  app.route({ method: 'GET', url: '/mcp', config: { isRaw: true, isEndless: true }, schema, handler });
}

/** Its body has arrived, and is bounded like every other. */
function standard({ method, headers, originalUrl, sent, host }: FastifyRequest, signal: AbortSignal): Request {
  const plain = Object.entries(headers).flatMap(([name, value]) => {
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]];
  });
  const body = method === 'POST' ? { body: new Uint8Array(sent) } : {};
  return new Request(new URL(originalUrl, `http://${host}`), { method, headers: plain, signal, ...body });
}

/** A stream is read as fast as the caller takes it, and cancelled when it leaves. */
async function answer({ status, headers, body }: Response, reply: FastifyReply): Promise<FastifyReply> {
  // it says nothing of its own failures, and ours have one shape
  if (status >= 500 && body === null) return refuse(reply, status === 503 ? 'shutting-down' : 'internal');
  reply.code(status);
  // whether the connection goes on is between its two ends: one that was asked to close would stay open
  for (const [name, value] of headers) if (name !== 'connection') reply.header(name, value);
  return reply.send(body === null ? '' : Readable.fromWeb(body as ReadableStream));
}
