import { z } from 'zod';
import { ProbeError } from '../audit/define.ts';
import type { Host } from '../host/host.ts';
import { talkTo } from './client.ts';

const services = z.array(z.object({ installed: z.boolean().default(true) })).nullish();
const infoSchema = z.object({ asr: services, tts: services });

/** What a Wyoming server says that it can do. Rejects with a `ProbeError` where nobody says so. */
export async function describe(
  url: string,
  host: Host,
  signal: AbortSignal,
): Promise<{ readonly hears: boolean; readonly speaks: boolean }> {
  const { asr, tts } = await talkTo(
    url,
    async ({ say, events }) => {
      await say({ type: 'describe' });
      for await (const { type, data } of events) if (type === 'info') return infoSchema.parse(data);
      throw new ProbeError('reset', 'it hung up before it said what it is');
    },
    host,
    signal,
  );
  const isThere = (list: typeof asr) => list?.some(({ installed }) => installed) ?? false;
  return { hears: isThere(asr), speaks: isThere(tts) };
}
