import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from './addresses.ts';
import { refuse } from './errors.ts';
import type { Memory } from './memory.ts';
import type { Rates } from './rates.ts';
import { isSameSecret } from './same-secret.ts';
import { SESSION_COOKIE, type Sessions } from './sessions.ts';
import { isSigned, type Signature, signatureOf } from './signature.ts';
import type { Strangers } from './strangers.ts';

/** How a caller showed that it may call; `local`: without a key, from this machine. */
export type Caller = 'local' | 'bearer' | 'signature' | 'session';

/** What a call claims before its body is here; null: nothing that could be true. */
type Claim = Caller | Signature | null;

declare module 'fastify' {
  interface FastifyRequest {
    claim: Claim;
    /** Null until the caller is known, and on routes that ask nothing. */
    caller: Caller | null;
    /** It had to wait because too many others showed no key. */
    isHeld: boolean;
  }
  interface FastifyContextConfig {
    /** Asks for no key. */
    readonly isOpen?: boolean;
    /** A browser without a session is sent to the login. */
    readonly isForEyes?: boolean;
  }
}

export interface Keeping {
  /** Null: only this machine can call, and nothing is asked of it. */
  readonly key: string | null;
  readonly sessions: Sessions;
  readonly rates: Rates;
  readonly strangers: Strangers;
  /** Signatures of calls that were taken. */
  readonly replays: Memory<true>;
  readonly now: () => Date;
  readonly onAdmitted: (request: FastifyRequest) => void;
}

/** Looks at what each call shows, before anything else costs time. */
export function recognise(app: FastifyInstance, keeping: Keeping): void {
  app.decorateRequest('claim', null);
  app.decorateRequest('caller', null);
  app.decorateRequest('isHeld', false);
  app.addHook('onRequest', async (request) => {
    request.claim = claimOf(request, keeping);
    if (request.claim === null) request.isHeld = await keeping.strangers.wait();
  });
}

/** Lets nobody in without the key, but where a route is open. Who is refused learns nothing else. */
export function requireKey(app: FastifyInstance, keeping: Keeping): void {
  const { key, rates } = keeping;

  app.addHook('onRequest', async (request, reply) => {
    const { claim } = request;
    if (request.routeOptions.config.isOpen) return;
    if (claim === null && isForEyes(request)) return reply.redirect('/login', 303);
    if (claim === null) return await turnAway(request, reply, rates);
    if (claim === 'session' && !isFromOwnPage(request)) return refuse(reply, 'foreign-origin');
    // a signature is of the body too: checked when that is here
    return typeof claim === 'string' ? await admit(request, reply, claim) : undefined;
  });

  app.addHook('preValidation', async (request, reply) => {
    const { claim, method, originalUrl, sent } = request;
    if (claim === null || typeof claim === 'string' || key === null || request.routeOptions.config.isOpen) return;
    if (isSigned(claim, { method, url: originalUrl, body: sent }, key))
      return (await admit(request, reply, 'signature')) ?? (await refuseReplay(request, reply, claim));
    request.isHeld = await keeping.strangers.wait();
    return await turnAway(request, reply, rates);
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
    // half of it is as unlikely twice
    const name = mac.slice(0, 32);
    if (keeping.replays.get(name)) return refuse(reply, 'replayed');
    await keeping.replays.set(name, true);
    return;
  }
}

function claimOf({ headers, cookies }: FastifyRequest, { key, sessions, now }: Keeping): Claim {
  if (key === null) return 'local';
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined && isSameSecret(token, key)) return 'bearer';
  const session = cookies[SESSION_COOKIE];
  if (session !== undefined && sessions.isOpen(session)) return 'session';
  return signatureOf(headers['x-jarvis-timestamp'], headers['x-jarvis-signature'], now());
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
