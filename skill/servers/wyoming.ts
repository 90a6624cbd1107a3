import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { locales } from '../../locales/all.ts';
import type { Locale } from '../../locales/locale.ts';
import { errorCode } from '../error-code.ts';
import type { Skill } from '../skill.ts';
import type { Said, WyomingEvent } from '../wyoming/event.ts';
import { createJobs } from './web/jobs.ts';
import { answer } from './wyoming/answer.ts';
import { boundGuests } from './wyoming/guests.ts';
import { infoOf } from './wyoming/info.ts';
import { createTally } from './wyoming/tally.ts';
import { transcriptOf } from './wyoming/transcript.ts';
import { visit } from './wyoming/visit.ts';

export interface WyomingLimits {
  readonly connections: number;
  /** Milliseconds in which not a byte moves on a connection. */
  readonly silenceMs: number;
  /** Milliseconds for an answer. Home Assistant gives a sentence five minutes, its listener less. */
  readonly patienceMs: number;
  /** Milliseconds that running answers have once it is told to end. */
  readonly runningMs: number;
}

const USUAL_LIMITS: WyomingLimits = { connections: 32, silenceMs: 60_000, patienceMs: 20_000, runningMs: 8_000 };
/** The last answers are on their way. */
const LEAVING_MS = 1_000;
const LOOK_AGAIN_MS = 25;

export interface WyomingOptions {
  readonly skill: Skill;
  /** Of a sentence that names no language. */
  readonly locale: Locale;
  /** Takes what happened; nothing of what was said is in it. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  readonly limits?: Partial<WyomingLimits>;
}

export interface WyomingServer {
  /** Resolves to the port. */
  listen(host: string, port: number): Promise<number>;
  /** Nothing new, an answer for what runs, within ten seconds. */
  close(): Promise<void>;
}

/** The skill as a service of Home Assistant's Assist, by Wyoming: whoever reaches it may ask, as the protocol knows no key. */
export function createWyomingServer({ skill, locale, log, limits: changes }: WyomingOptions): WyomingServer {
  const limits = { ...USUAL_LIMITS, ...changes };
  const jobs = createJobs(skill, (error) => log({ msg: 'fault', error: String(error) }));
  const guests = boundGuests(limits.connections);
  const localeOf = (language: 'fr' | 'en' | undefined) => (language ? locales[language] : locale);
  const answering = { jobs, localeOf, patienceMs: limits.patienceMs };

  const refused = createTally((code, count) => log({ msg: 'refused', door: 'wyoming', code, count }));
  let isDraining = false;

  async function* replyTo(socket: Socket, event: WyomingEvent, signal: AbortSignal): AsyncGenerator<Said> {
    if (isDraining) return;
    if (event.type === 'describe') yield { type: 'info', data: infoOf(skill.manifest) };
    if (event.type === 'ping') yield { type: 'pong', data: { text: typeof event.data['text'] === 'string' ? event.data['text'] : null } };
    if (event.type === 'transcript') yield* answered(socket, event, signal);
  }

  async function* answered(socket: Socket, event: WyomingEvent, signal: AbortSignal): AsyncGenerator<Said> {
    const startedMs = performance.now();
    const { remoteAddress: address } = socket;
    let outcome = 'gone';
    guests.keep(socket);
    try {
      for await (const said of answer(transcriptOf(event), answering, signal)) {
        if (/handled$/.test(said.type)) outcome = said.type;
        yield said;
      }
    } finally {
      guests.release(socket);
      if (isDraining) socket.end();
      log({ msg: 'answered', door: 'wyoming', outcome, durationMs: Math.round(performance.now() - startedMs), address });
    }
  }

  async function receive(socket: Socket) {
    if (!guests.admit(socket)) {
      socket.destroy();
      return refused('busy');
    }
    socket.setTimeout(limits.silenceMs, () => socket.destroy());
    try {
      const code = await visit(socket, (event, signal) => replyTo(socket, event, signal));
      if (code !== null) refused(code);
    } catch (error) {
      log({ msg: 'fault', door: 'wyoming', error: String(error) });
    }
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void receive(socket));

  async function quiet(mostMs: number) {
    const startedAt = performance.now();
    while ((guests.busy() > 0 || jobs.running() > 0) && performance.now() - startedAt < mostMs) await sleep(LOOK_AGAIN_MS);
  }

  return {
    async listen(host, port) {
      server.listen({ host, port });
      await once(server, 'listening');
      // from now on: one caller that could not be let in
      server.on('error', (error) => refused(errorCode(error)));
      const at = server.address();
      return typeof at === 'object' && at !== null ? at.port : port;
    },
    async close() {
      isDraining = true;
      server.close();
      guests.endIdle();
      await quiet(limits.runningMs);
      jobs.stopAll();
      await quiet(LEAVING_MS);
      guests.endAll();
    },
  };
}
