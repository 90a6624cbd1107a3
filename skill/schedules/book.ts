import { join } from 'node:path';
import { z } from 'zod';
import { lockOwn, readOwn, setAside, writeOwn } from '../history/own-files.ts';
import { planSchema } from './plan.ts';

const MOST = 50;
const MOST_BYTES = 256 * 1024;

const scheduleSchema = z.strictObject({
  id: z.string().max(64),
  mode: z.enum(['full', 'quick']),
  locale: z.enum(['fr', 'en']),
  /** What was said. */
  slots: z.record(z.string().max(20), z.string().max(100)),
  plan: planSchema,
  /** Milliseconds since 1970. */
  nextAt: z.number(),
});
/** An audit that comes by itself. */
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;

/** What one damaged entry says costs no other. */
const bookSchema = z.object({ schema: z.literal('jarvis-schedules/1'), schedules: z.array(z.unknown()).max(10 * MOST) });

export interface Book {
  /** Never rejects: a damaged book is an empty one. */
  read(): Promise<readonly Schedule[]>;
  /** False when there are too many already. Rejects when it cannot be written. */
  add(schedule: Schedule): Promise<boolean>;
  /** Rewrites the book, alone of all processes. Rejects when it cannot be written. */
  change<T>(rewrite: (schedules: readonly Schedule[]) => { readonly schedules: readonly Schedule[]; readonly result: T }): Promise<T>;
}

/** Planned audits as one file, `<out>/schedules.json`. */
export function createBook(out: string): Book {
  const path = join(out, 'schedules.json');

  async function read(): Promise<readonly Schedule[]> {
    const book = await readOwn(path, bookSchema, MOST_BYTES);
    return (book?.schedules ?? []).flatMap((entry) => scheduleSchema.safeParse(entry).data ?? []).slice(0, MOST);
  }

  async function change<T>(rewrite: (schedules: readonly Schedule[]) => { readonly schedules: readonly Schedule[]; readonly result: T }) {
    return await lockOwn(path, async () => {
      const before = await read();
      const { schedules, result } = rewrite(before);
      if (schedules === before) return result;
      await keepDamaged(path);
      await writeOwn(path, { schema: 'jarvis-schedules/1', schedules }, true);
      return result;
    });
  }

  return {
    read,
    change,
    add: (schedule) =>
      change((schedules) =>
        schedules.length >= MOST ? { schedules, result: false } : { schedules: [...schedules, schedule], result: true },
      ),
  };
}

const wholeSchema = bookSchema.extend({ schedules: z.array(scheduleSchema).max(MOST) });

/** What we cannot read may be mended by hand: it is put beside before another book takes its place. */
async function keepDamaged(path: string): Promise<void> {
  if (!(await readOwn(path, wholeSchema, MOST_BYTES))) await setAside(path);
}
