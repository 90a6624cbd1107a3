import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from './addresses.ts';
import { refuse } from './errors.ts';
import type { Memory } from './memory.ts';
import type { Rates } from './rates.ts';
import { isSameSecret } from './same-secret.ts';
import { SESSION_COOKIE, type Sessions } from './sessions.ts';
import { isSigned, type Signature, signatureOf } from './signature.ts';

/** How a caller showed that it may call; `local`: without a key, from this machine. */
export type Caller = 'local' | 'bearer' | 'signature' | 'session';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the caller is known, and on routes that ask nothing. */
    caller: Caller | null;
    /** The body as it was sent; empty when there was none. */
    sent: Buffer;
  }
  interface FastifyContextConfig {
    /** Asks for no key. */
    readonly isOpen?: boolean;
    /** A browser without a session is sent to the login. */
    readonly isForEyes?: boolean;
  }
}

/** A signature outlives its use by the width of the window, on either side of our clock. */
export const REPLAY_MS = 600_000;

interface Keeping {
  /** Null: only this machine can call, and nothing is asked of it. */
  readonly key: string | null;
  readonly sessions: Sessions;
  readonly rates: Rates;
  /** Signatures of calls that were taken. */
  readonly replays: Memory<true>;
  readonly now: () => Date;
  readonly onAdmitted: (request: FastifyRequest) => void;
}

/** Lets nobody in without the key, but where a route is open. Who is refused learns nothing else. */
export function requireKey(app: FastifyInstance, keeping: Keeping): void {
  const { key, rates, now } = keeping;
  app.decorateRequest('caller', null);
  // a signature is of the body too: checked when that is here
  const pending = new WeakMap<FastifyRequest, Signature>();

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isOpen) return;
    const caller = callerOf(request, keeping);
    if (caller === 'session' && !isFromOwnPage(request)) return refuse(reply, 'foreign-origin');
    if (caller) return await admit(request, reply, caller);
    const { 'x-jarvis-timestamp': timestamp, 'x-jarvis-signature': mac } = request.headers;
    const signature = key === null ? null : signatureOf(timestamp, mac, now());
    if (signature === null && isForEyes(request)) return reply.redirect('/login', 303);
    if (signature === null) return await turnAway(request, reply, rates);
    pending.set(request, signature);
  });

  app.addHook('preValidation', async (request, reply) => {
    const signature = pending.get(request);
    if (signature === undefined || key === null) return;
    const { method, raw, sent } = request;
    if (!isSigned(signature, { method, url: raw.url ?? '', body: sent }, key)) return await turnAway(request, reply, rates);
    return (await admit(request, reply, 'signature')) ?? (await refuseReplay(request, reply, signature));
  });

  async function admit(request: FastifyRequest, reply: FastifyReply, caller: Caller) {
    request.caller = caller;
    keeping.onAdmitted(request);
    if (caller === 'local') return;
    const retryAfterS = await rates.admitted(request);
    return retryAfterS === null ? undefined : refuse(reply, 'too-many-requests', { retryAfterS });
  }

  async function refuseReplay(request: FastifyRequest, reply: FastifyReply, { mac }: Signature) {
    if (request.method !== 'POST') return;
    if (keeping.replays.get(mac)) return refuse(reply, 'replayed');
    await keeping.replays.set(mac, true);
    return;
  }
}

function callerOf({ headers, cookies }: FastifyRequest, { key, sessions }: Keeping): Caller | null {
  if (key === null) return 'local';
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined && isSameSecret(token, key)) return 'bearer';
  const session = cookies[SESSION_COOKIE];
  return session !== undefined && sessions.isOpen(session) ? 'session' : null;
}

function isForEyes({ routeOptions, headers: { accept = '' } }: FastifyRequest): boolean {
  return routeOptions.config.isForEyes === true && /\btext\/html\b/i.test(accept);
}

/** A browser sends its cookies for anybody: what changes something must come from our page. */
function isFromOwnPage({ method, headers: { origin, host = '' } }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || (origin !== undefined && isSameOrigin(origin, host));
}

/** Also what a wrong key at the login gets: the tenth time in a minute still says no, the eleventh says wait. */
export async function turnAway(request: FastifyRequest, reply: FastifyReply, rates: Rates): Promise<FastifyReply> {
  const retryAfterS = await rates.failed(request);
  return retryAfterS === null ? refuse(reply, 'unauthorized') : refuse(reply, 'too-many-requests', { retryAfterS });
}
