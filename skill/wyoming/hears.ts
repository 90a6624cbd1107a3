import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { talkTo } from './client.ts';

const infoSchema = z.object({ asr: z.array(z.object({ installed: z.boolean().default(true) })).nullish() });

/** Whether a Wyoming server says that it hears. Rejects with a `ProbeError` where nobody says anything. */
export async function hears(url: string, host: Host, signal: AbortSignal): Promise<boolean> {
  const { asr } = await talkTo(
    url,
    async ({ say, events }) => {
      await say({ type: 'describe' });
      for await (const { type, data } of events) if (type === 'info') return infoSchema.parse(data);
      throw new ProbeError('reset', 'it hung up before it said what it is');
    },
    host,
    signal,
  );
  return asr?.some(({ installed }) => installed) ?? false;
}
