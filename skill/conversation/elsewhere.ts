import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beat, beating, type Heartbeat, stopBeating } from '../history/heartbeats.ts';

const ENDING = '.auditing';
const UUID_LENGTH = 36;

/** Audits of a conversation that goes on in several processes, as when each sentence is a call of the command line. */
export interface Elsewhere {
  /** Lets the other processes know that an audit runs here; `onStop` is told when one of them stops it. */
  auditing(session: string, onStop: () => void): Heartbeat;
  /** Whether one runs anywhere. Never rejects. */
  isAuditing(session: string): Promise<boolean>;
  /** Stops them all. How many there were. Never rejects. */
  stop(session: string): Promise<number>;
}

/** Each audit has a file beside its conversation's, `<out>/sessions/<id>.<uuid>.auditing`; whoever removes it stops it. */
export function createElsewhere(out: string): Elsewhere {
  const folder = join(out, 'sessions');
  const of = (session: string) =>
    beating(folder, (name) => name.endsWith(ENDING) && name.slice(0, -ENDING.length - UUID_LENGTH - 1) === session);
  return {
    auditing: (session, onStop) => beat(join(folder, `${session}.${randomUUID()}${ENDING}`), onStop),
    isAuditing: async (session) => (await of(session)).length > 0,
    stop: async (session) => await stopBeating(await of(session)),
  };
}
