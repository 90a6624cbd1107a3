import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { fr } from '../../../locales/fr/locale.ts';
import { createWyomingServer, type WyomingOptions } from '../../../skill/servers/wyoming.ts';
import type { Skill } from '../../../skill/skill.ts';
import { type SmallSkill, smallSkill } from '../web/small-skill.ts';

export interface Door<S extends Skill> {
  readonly port: number;
  readonly skill: S;
  /** Every entry of the log, oldest first. */
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

/** The door over a small skill, on a port of its own; it ends with the test. */
export async function openDoor<S extends Skill = SmallSkill>(
  options: Partial<Omit<WyomingOptions, 'skill'>> & { readonly skill?: S } = {},
): Promise<Door<S>> {
  const skill = options.skill ?? (smallSkill() as Skill as S);
  const entries: Readonly<Record<string, unknown>>[] = [];
  const server = createWyomingServer({ locale: fr, log: (entry) => entries.push(entry), ...options, skill });
  const port = await server.listen('127.0.0.1', 0);
  onTestFinished(server.close);
  return { port, skill, entries, close: server.close };
}

export interface Caller {
  readonly socket: Socket;
  /** All that came so far. */
  heard(): string;
  /** Resolves once this has come, or all that will. */
  until(text: string): Promise<string>;
  readonly ended: Promise<string>;
}

/** A caller that says these bytes as they are; its connection ends with the test. */
export async function call(port: number, bytes: string | Buffer = ''): Promise<Caller> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text;
  });
  socket.on('error', () => {});
  const ended = new Promise<string>((resolve) => {
    socket.once('end', () => resolve(heard)).once('close', () => resolve(heard));
  });
  await once(socket, 'connect');
  socket.write(bytes);
  return {
    socket,
    heard: () => heard,
    async until(text) {
      while (!heard.includes(text) && !socket.readableEnded && !socket.destroyed)
        await Promise.race([once(socket, 'data'), ended]).catch(() => {});
      return heard;
    },
    ended,
  };
}

/** Says it, says that this was all, and hears what comes of it. */
export async function exchange(port: number, bytes: string | Buffer): Promise<string> {
  const { socket, ended } = await call(port, bytes);
  socket.end();
  return await ended;
}

/** A sentence as Home Assistant sends it. */
export function sentence(text: string, more: object = { language: 'fr-FR', context: { conversation_id: '01JD2' } }): string {
  const data = JSON.stringify({ text, ...more });
  return `{"type": "transcript", "version": "1.8.0", "data_length": ${Buffer.byteLength(data)}}\n${data}`;
}

/** An event as we write it. */
export function event(type: string, data?: object): string {
  const more = data ? JSON.stringify(data) : '';
  return `${JSON.stringify({ type, ...(data && { data_length: Buffer.byteLength(more) }) })}\n${more}`;
}
