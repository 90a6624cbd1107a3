import type { FastifyInstance } from 'fastify';
import { refuse } from './errors.ts';

export const MOST_BODY_BYTES = 64 * 1024;

/** Keeps each body as it was sent, which is what was signed, and reads it as JSON once its sender is known. */
export function keepBodies(app: FastifyInstance): void {
  const nothing = Buffer.alloc(0);
  app.decorateRequest('sent');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('preValidation', async (request) => {
    request.sent = Buffer.isBuffer(request.body) ? request.body : nothing;
  });
}

/** After the caller is known: who is not let in learns nothing of what its body lacked. */
export function readJson(app: FastifyInstance): void {
  app.addHook('preValidation', async (request, reply) => {
    if (!Buffer.isBuffer(request.body) || request.routeOptions.config.isRaw) return;
    if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
      return refuse(reply, 'unsupported-media-type');
    try {
      request.body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body));
    } catch {
      return refuse(reply, 'bad-request', { message: 'The body is no JSON document.' });
    }
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent; empty when there was none. */
    sent: Buffer;
  }
  interface FastifyContextConfig {
    /** Reads its body itself. */
    readonly isRaw?: boolean;
  }
}
