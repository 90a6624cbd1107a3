import { Agent, request as send } from 'undici';
import { ProbeError } from '../audit/define.ts';
import { toProbeError } from './failures.ts';
import type { HttpResponse, RequestOptions } from './host.ts';
import type { Resolver } from './resolver.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const HEADER_BYTES = 32 * 1024;

/** HTTP by one pooled dispatcher that knows no environment proxy and decompresses nothing. */
export function createHttp(resolver: Resolver) {
  const agent = new Agent({
    connect: { lookup: resolver.forSockets },
    keepAliveTimeout: 2_000,
    maxHeaderSize: HEADER_BYTES,
    // deadlines are total and come by signal; an idle timeout lets a trickle live for ever
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function request(url: string, options: RequestOptions, signal: AbortSignal): Promise<HttpResponse> {
    const startedAt = performance.now();
    try {
      let target = new URL(url);
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const sentAt = Date.now();
        const answer = await exchange(target, options, signal);
        const next = redirectTarget(target, answer);
        if (!next) return finished(answer, performance.now() - startedAt, sentAt);
        target = next;
      }
      throw new ProbeError('bad-status', `more than ${MOST_REDIRECTS} redirects`);
    } catch (error) {
      throw signal.aborted ? toProbeError(signal.reason) : toProbeError(error);
    }
  }

  async function exchange(url: URL, options: RequestOptions, signal: AbortSignal) {
    const { statusCode, headers, body } = await send(url, {
      dispatcher: agent,
      method: options.method ?? 'GET',
      headers: { 'user-agent': 'jarvis-audit', accept: 'application/json, text/plain;q=0.9, */*;q=0.5', ...options.headers },
      body: options.body ?? null,
      signal,
    });
    return { status: statusCode, headers: flat(headers), body: await text(body, options.maxBytes ?? MOST_BYTES) };
  }

  return { request, close: () => agent.destroy() };
}

type Body = Awaited<ReturnType<typeof send>>['body'];

async function text(body: Body, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // leaving the loop destroys the stream and its socket
    if (size > mostBytes) throw new ProbeError('too-large', `more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Null unless it leads elsewhere on the very same origin: an audit never follows a target to another host. */
function redirectTarget(from: URL, { status, headers }: Pick<HttpResponse, 'status' | 'headers'>): URL | null {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(status) || !location || !URL.canParse(location, from.href)) return null;
  const to = new URL(location, from);
  return to.origin === from.origin && to.username === from.username ? to : null;
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function finished(answer: Pick<HttpResponse, 'status' | 'headers' | 'body'>, durationMs: number, sentAt: number): HttpResponse {
  const theirs = Date.parse(answer.headers['date'] ?? '');
  const ours = (sentAt + Date.now()) / 2;
  // `Date` is cut to the second: half a second is the best guess
  const clockSkewMs = Number.isNaN(theirs) ? null : Math.round(theirs + 500 - ours);
  return { ...answer, durationMs: Math.round(durationMs), clockSkewMs };
}
