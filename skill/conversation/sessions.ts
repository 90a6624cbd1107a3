import { join } from 'node:path';
import { z } from 'zod';
import { type Intent, intents } from '../../intents/intents.ts';
import { SESSION } from '../config.ts';
import { readOwn, sweepOwn, writeOwn } from '../history/own-files.ts';

/** A conversation is forgotten after so many milliseconds without a word. */
const FORGOTTEN_MS = 10 * 60_000;
/** Bare follow-ups are ours for so many milliseconds after our last word. */
const ACTIVE_MS = 60_000;
/** Our last word may still be being said; what is further ahead was written under another clock. */
const MOST_AHEAD_MS = 60_000;
const MOST_BYTES = 64 * 1024;
const SWEEP_EVERY_MS = 60_000;
/** Conversations kept in memory because the disk takes none. */
const MOST_UNWRITTEN = 100;

const SCHEMA = 'jarvis-session/1';

const sessionSchema = z.strictObject({
  /** Milliseconds since 1970 of our last word. */
  lastWordAt: z.number(),
  /** Our last words. */
  answer: z.strictObject({ speech: z.string().max(2_000), text: z.string().max(2_000) }).nullable(),
  /** What was said before it of the same subject. */
  heard: z.array(z.string().max(2_000)).max(20),
  /** What they answered and rest on; null where they rest on no report. */
  grounds: z
    .strictObject({
      intent: z.enum(Object.keys(intents) as Intent[]),
      slots: z.record(z.string().max(20), z.string().max(100)),
      report: z.string().max(100),
      earlier: z.string().max(100).nullable(),
      isPhrased: z.boolean(),
    })
    .nullable(),
  /** The report that we talk about. */
  report: z.string().max(100).nullable(),
  /** What we talk about; `planned`: the audit that was just planned. */
  topic: z.strictObject({
    section: z.string().max(100).optional(),
    node: z.string().max(100).optional(),
    planned: z.string().max(100).optional(),
  }),
});

/** What is remembered of one conversation. */
export type Session = Readonly<z.infer<typeof sessionSchema>>;

const savedSchema = sessionSchema.extend({ schema: z.literal(SCHEMA) }).transform(({ schema: _, ...session }): Session => session);

/** The one conversation of a voice that names none. */
export const VOICE = 'voice';

export const NEW_SESSION: Session = {
  lastWordAt: Number.NEGATIVE_INFINITY,
  answer: null,
  heard: [],
  grounds: null,
  report: null,
  topic: {},
};

export interface Sessions {
  /** A new one when it is gone, forgotten, damaged or somebody else's. Never rejects. */
  read(id: string): Promise<Session>;
  /** Resolves to why it could not be written, null when it is. Never rejects. */
  write(id: string, session: Session): Promise<string | null>;
}

/** A conversation, or the sign of an audit whose process died. */
function isOurs(name: string): boolean {
  return (name.endsWith('.json') && SESSION.test(name.slice(0, -5))) || /^[\w-][\w.-]*\.auditing$/.test(name);
}

export function isSessionName(id: string): boolean {
  return SESSION.test(id);
}

/** Whether we spoke a moment ago. */
export function isActive({ lastWordAt }: Session, now: number): boolean {
  return now - lastWordAt <= ACTIVE_MS;
}

/** Conversations as one file each in `<out>/sessions`. The last of two processes that write one wins; neither tears it. */
export function createSessions(out: string, clock: () => Date): Sessions {
  const folder = join(out, 'sessions');
  const unwritten = new Map<string, Session>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  async function sweep(now: number) {
    if (Math.abs(now - sweptAt) < SWEEP_EVERY_MS) return;
    sweptAt = now;
    await sweepOwn(folder, isOurs, now - FORGOTTEN_MS);
  }

  return {
    async read(id) {
      const now = clock().getTime();
      const session = unwritten.get(id) ?? (await readOwn(join(folder, `${id}.json`), savedSchema, MOST_BYTES));
      const age = now - (session?.lastWordAt ?? Number.NEGATIVE_INFINITY);
      return session && age <= FORGOTTEN_MS && age >= -MOST_AHEAD_MS ? session : NEW_SESSION;
    },
    async write(id, session) {
      try {
        await writeOwn(join(folder, `${id}.json`), { schema: SCHEMA, ...session }, false);
        unwritten.delete(id);
        await sweep(clock().getTime());
        return null;
      } catch (error) {
        // a full disk is what one asks about
        unwritten.set(id, session);
        const [oldest = ''] = unwritten.keys();
        if (unwritten.size > MOST_UNWRITTEN) unwritten.delete(oldest);
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}
