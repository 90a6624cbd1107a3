import { toFailure } from '../../host/failures.ts';
import type { Host, HttpResponse } from '../../host/host.ts';
import { anonymous, type StrangersQuestion } from '../access.ts';
import { refuseStatus } from '../http-status.ts';
import { visitEvents } from './event-stream.ts';
import { refused } from './handshake.ts';
import { notification, question } from './messages.ts';
import {
  type Greeting,
  greetingOfDiscovery,
  greetingOfInitialization,
  initializeParams,
  modernParams,
  versionOffered,
} from './protocol.ts';
import { type Door, type Exchange, noAnswer, post, tell } from './streamable.ts';
import { listTools } from './tools.ts';
import { orNull, type Share, TOOLS_SHARE, TRIAL_SHARE, type Visit } from './visit.ts';

/** Talks with the server at a URL, in whichever of the three ways it knows; the newest is tried first. */
export async function visitUrl(door: Door, host: Host, share: Share, signal: AbortSignal): Promise<Visit> {
  return (await visitModern(door, host, share, signal)) ?? (await visitLegacy(door, host, share, signal));
}

/** Null where the server does not speak this version, or not in time. */
async function visitModern(door: Door, host: Host, share: Share, signal: AbortSignal): Promise<Visit | null> {
  const exchange = await discover(door, host, share, signal);
  const greeting = greetingOfDiscovery(exchange?.answer ?? null);
  if (!exchange || !greeting) return null;
  const tools = await listIn(door, greeting, modernParams, host, share, signal);
  return visited(exchange, greeting, tools, (url, late) => askAgain(url, DISCOVER, greetingOfDiscovery, host, late));
}

const DISCOVER = question(1, 'server/discover', modernParams);
/** An older server may leave this question unanswered, or hang up on it. */
const MAY_BE_OLDER: ReadonlySet<string> = new Set(['timeout', 'reset', 'malformed']);

async function discover(door: Door, host: Host, share: Share, signal: AbortSignal): Promise<Exchange | null> {
  try {
    const exchange = await post(door, DISCOVER, host, share(TRIAL_SHARE));
    refuseStranger(exchange.response);
    return exchange;
  } catch (error) {
    if (signal.aborted || !MAY_BE_OLDER.has(toFailure(error).code)) throw error;
    return null;
  }
}

async function visitLegacy(door: Door, host: Host, share: Share, signal: AbortSignal): Promise<Visit> {
  const exchange = await initialize(door, host, signal);
  refuseStranger(exchange.response);
  const greeting = greetingOfInitialization(exchange.answer);
  if (!greeting) return await visitOldest(door, exchange, host, share, signal);
  const session = sessionOf(door, exchange.response, greeting);
  try {
    await orNull(signal, () => tell(session, notification('notifications/initialized'), host, share(TOOLS_SHARE)));
    const tools = await listIn(session, greeting, {}, host, share, signal);
    return visited(exchange, greeting, tools, (url, late) => askAgain(url, exchange.asked, greetingOfInitialization, host, late));
  } finally {
    await leave(session, host, signal);
  }
}

/** A server that knows only older versions may name them instead of falling back to one. */
async function initialize(door: Door, host: Host, signal: AbortSignal): Promise<Exchange> {
  const first = await post(door, question(1, 'initialize', initializeParams()), host, signal);
  const offered = versionOffered(first.answer);
  return offered === null ? first : await post(door, question(2, 'initialize', initializeParams(offered)), host, signal);
}

/** The way of 2024 is told by a GET; where that is no stream either, the first refusal is what counts. */
async function visitOldest(
  door: Door,
  { response, answer, asked }: Exchange,
  host: Host,
  share: Share,
  signal: AbortSignal,
): Promise<Visit> {
  const isRefused = response.status >= 400 && response.status < 500;
  const visit = isRefused ? await visitEvents(door, host, share, signal) : null;
  if (visit) return visit;
  refuseStatus(response);
  throw answer ? refused(answer) : noAnswer(response, asked);
}

/** Whoever is not let in in one way is not let in in another. */
function refuseStranger(response: HttpResponse) {
  if ([401, 403, 407, 429].includes(response.status)) refuseStatus(response);
}

async function listIn(door: Door, greeting: Greeting, always: object, host: Host, share: Share, signal: AbortSignal) {
  const inTime = share(TOOLS_SHARE);
  let id = 2;
  return await listTools(greeting, async (method, params) => {
    id += 1;
    const exchange = await orNull(signal, () => post(door, question(id, method, { ...params, ...always }), host, inTime));
    return exchange?.answer ?? null;
  });
}

function sessionOf({ url, headers }: Door, response: HttpResponse, { protocolVersion }: Greeting): Door {
  const id = response.headers['mcp-session-id'] ?? '';
  const session = /^[\x21-\x7E]{1,512}$/.test(id) ? { 'mcp-session-id': id } : {};
  return { url, headers: { ...headers, 'mcp-protocol-version': protocolVersion, ...session } };
}

const GOODBYE_MS = 250;

/** Ends the session, if there is one: what the server says to that is no matter. */
async function leave({ url, headers }: Door, host: Host, signal: AbortSignal) {
  if (!('mcp-session-id' in headers) || signal.aborted) return;
  await host.request(url, { method: 'DELETE', headers, isEnough: () => true }, host.deadline(GOODBYE_MS, signal)).catch(() => {});
}

function visited({ response }: Exchange, greeting: Greeting, tools: Visit['tools'], ask: StrangersQuestion): Visit {
  const { durationMs: latencyMs, clockSkewMs } = response;
  return { transport: 'streamable-http', greeting, tools, latencyMs, clockSkewMs, ask };
}

/** The same greeting once more, for a stranger, who leaves at once. */
async function askAgain(url: string, asked: Exchange['asked'], greetingOf: typeof greetingOfDiscovery, host: Host, signal: AbortSignal) {
  const door = { url, headers: {} };
  const { response, answer } = await post(door, asked, host, signal);
  const greeting = greetingOf(answer);
  if (greeting?.era === 'legacy') await leave(sessionOf(door, response, greeting), host, signal);
  // whoever knows another name for the same machine gets past this
  const refusesName = response.status === 403 && /invalid host|host header|host not allowed/i.test(response.body);
  return { status: response.status, anonymous: refusesName ? null : anonymous(response, greeting !== null) };
}
