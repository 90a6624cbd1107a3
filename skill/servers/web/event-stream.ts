import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { SkillEvent } from '../../skill.ts';

/** Something between us may cut a connection on which nothing moves. */
const PULSE_MS = 15_000;

/** Sends events as they happen, as fast as they are taken. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<SkillEvent>, signal?: AbortSignal): FastifyReply {
  const stream = new PassThrough();
  const pulse = setInterval(() => stream.writableNeedDrain || stream.write(':\n\n'), PULSE_MS);
  stream.once('close', () => clearInterval(pulse));
  void pump(stream, events, signal);
  return reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream);
}

async function pump(stream: PassThrough, events: AsyncIterable<SkillEvent>, signal: AbortSignal | undefined): Promise<void> {
  try {
    for await (const event of events)
      if (!stream.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)) await once(stream, 'drain', signal && { signal });
    stream.end();
  } catch {
    // whoever listened is gone
    stream.destroy();
  }
}
