import { z } from 'zod';
import { cut } from '../cut.ts';
import type { Answer } from './messages.ts';
import type { Greeting } from './protocol.ts';

const MOST_PAGES = 20;
const MOST_TOOLS = 2_000;
const MOST_NAMES = 12;

/** What a server offers; it is listed, never called. */
export const Tools = z.strictObject({
  count: z.int().nonnegative(),
  /** False where the list goes on, or could not be read to its end. */
  isComplete: z.boolean(),
  /** The first twelve. */
  names: z.array(z.string()),
});
export type Tools = z.infer<typeof Tools>;

/** One question within a session; null where no answer came. */
export type Ask = (method: string, params: object) => Promise<Answer | null>;

const Page = z.object({ tools: z.array(z.object({ name: z.string() })), nextCursor: z.string().nullish().catch(null) });

/** The tools of a server that has greeted us; null where it gives no list. */
export async function listTools({ offersTools }: Greeting, ask: Ask): Promise<Tools | null> {
  if (!offersTools) return { count: 0, isComplete: true, names: [] };
  const names = new Set<string>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await pageOf(ask, cursor);
    if (!page) return pages === 0 ? null : told(names, false);
    for (const { name } of page.tools.slice(0, MOST_TOOLS - names.size)) names.add(name);
    cursor = page.nextCursor ?? '';
    if (cursor === '') return told(names, true);
    // a list that begins again has no end
    if (cursors.has(cursor)) break;
    cursors.add(cursor);
  }
  return told(names, false);
}

async function pageOf(ask: Ask, cursor: string | undefined) {
  const answer = await ask('tools/list', cursor === undefined ? {} : { cursor });
  return answer?.ok ? Page.safeParse(answer.result).data : undefined;
}

function told(names: ReadonlySet<string>, isComplete: boolean): Tools {
  const first = [...names].slice(0, MOST_NAMES).map((name) => cut(name, 64));
  return { count: names.size, isComplete, names: first };
}
