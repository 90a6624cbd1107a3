import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { turnAway } from './authentication.ts';
import { loginDocs, logoutDocs } from './docs.ts';
import type { Rates } from './rates.ts';
import { isSameSecret } from './same-secret.ts';
import { SESSION_COOKIE, SESSION_S, type Sessions } from './sessions.ts';

const loginSchema = z.object({ key: z.string() });

interface Keeping {
  readonly key: string | null;
  readonly sessions: Sessions;
  readonly rates: Rates;
}

/** `POST /login` trades the key for a cookie, `POST /logout` gives it back. */
export async function serveLogin(app: FastifyInstance, { key, sessions, rates }: Keeping): Promise<void> {
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

  await app.register(async (scope) => {
    await scope.register(formbody);
    scope.post('/login', { schema: loginDocs, config: { isOpen: true } }, async (request, reply) => {
      const given = loginSchema.parse(request.body);
      if (key === null) return welcome(request, reply);
      if (!isSameSecret(given.key, key)) return await turnAway(request, reply, rates);
      reply.setCookie(SESSION_COOKIE, sessions.open(), { ...cookie, maxAge: SESSION_S });
      return welcome(request, reply);
    });
  });

  app.post('/logout', { schema: logoutDocs }, async ({ cookies }, reply) => {
    sessions.close(cookies[SESSION_COOKIE] ?? '');
    return reply.clearCookie(SESSION_COOKIE, cookie).send({ session: null });
  });
}

/** A form goes on to the page, a program is told how long its cookie lasts. */
function welcome({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
  return isForm ? reply.redirect('/', 303) : reply.send({ session: { seconds: SESSION_S } });
}
