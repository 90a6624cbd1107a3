import { ProbeError } from '../../audit/define.ts';
import { orAborted } from '../../host/abort.ts';
import { toProbeError } from '../../host/failures.ts';
import type { Host } from '../../host/host.ts';
import { anonymous } from '../access.ts';
import { refuseStatus } from '../http-status.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { createEventReader, type ServerEvent } from './events.ts';
import { shakeHands } from './handshake.ts';
import { type Door, tell } from './streamable.ts';
import { listTools } from './tools.ts';
import { orNull, type Share, TOOLS_SHARE, TRIAL_SHARE, type Visit } from './visit.ts';

/** The way of 2024: a stream by GET says where to POST, and the answers come in the stream. Null where there is no such stream. */
export async function visitEvents(door: Door, host: Host, share: Share, signal: AbortSignal): Promise<Visit | null> {
  const startedAtMs = host.now();
  const leaving = new AbortController();
  const whileThere = AbortSignal.any([signal, leaving.signal]);
  try {
    const stream = open(door, host, whileThere);
    const trial = share(TRIAL_SHARE);
    const path = await orNull(signal, () => orAborted(trial, () => Promise.race([stream.endpoint, stream.end.then(() => null)])));
    if (path === null) return null;
    const to = { url: endpointOn(path, door.url), headers: door.headers };
    // one after the other: a server may refuse questions that overtake the end of the handshake
    let written: Promise<unknown> = Promise.resolve();
    const dialogue = createDialogue((message) => {
      written = written.then(async () => refuseStatus(await tell(to, message, host, whileThere))).catch(dialogue.end);
    });
    stream.connect(dialogue);
    const greeting = await orAborted(signal, () => shakeHands(dialogue));
    const latencyMs = Math.round(host.now() - startedAtMs);
    const inTime = share(TOOLS_SHARE);
    const tools = await listTools(greeting, (method, params) =>
      orNull(signal, () => orAborted(inTime, () => dialogue.ask(method, params))),
    );
    return { transport: 'sse', greeting, tools, latencyMs, clockSkewMs: null, ask: (url, late) => askAgain(url, host, late) };
  } catch (error) {
    throw toProbeError(error);
  } finally {
    leaving.abort();
  }
}

const ACCEPT = { accept: 'text/event-stream' } as const;

/** The stream is read until `signal` aborts. */
function open({ url, headers }: Door, host: Host, signal: AbortSignal) {
  const read = createEventReader();
  const endpoint = Promise.withResolvers<string>();
  let dialogue: Dialogue | null = null;
  const hear = ({ type, data }: ServerEvent) => (type === 'endpoint' ? endpoint.resolve(data) : dialogue?.receive(data));
  const isEnough = (piece: string) => {
    read(piece).forEach(hear);
    return false;
  };
  const end = host.request(url, { headers: { ...ACCEPT, ...headers }, isEnough }, signal).then(
    () => new ProbeError('reset', 'the stream ended before the answer'),
    (error: unknown) => error,
  );
  return {
    endpoint: endpoint.promise,
    /** Why there is nothing more to hear; never rejects. */
    end,
    connect(to: Dialogue) {
      dialogue = to;
      end.then(to.end).catch(() => {});
    },
  };
}

/** A stream may not send us to another host. */
function endpointOn(path: string, url: string): string {
  const to = URL.canParse(path, url) ? new URL(path, url) : null;
  if (to?.origin !== new URL(url).origin) throw new ProbeError('malformed', 'the endpoint of the stream is elsewhere');
  return to.href;
}

async function askAgain(url: string, host: Host, signal: AbortSignal) {
  const read = createEventReader();
  const seen = new Set<string>();
  const isEnough = (piece: string) => {
    for (const { type } of read(piece)) seen.add(type);
    return seen.has('endpoint');
  };
  const response = await host.request(url, { headers: ACCEPT, isEnough }, signal);
  return { status: response.status, anonymous: anonymous(response, seen.has('endpoint')) };
}
