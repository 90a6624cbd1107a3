import { z } from 'zod';
import { httpUrl, wyomingUrl } from '../probes/fields.ts';

const name = z.string().min(1).max(200);
/** A server of OpenAI's API, or of the Wyoming protocol. */
const server = { url: httpUrl.optional(), model: name.optional(), key: z.string().optional(), wyoming: wyomingUrl.optional() };
type Server = { readonly [Key in keyof typeof server]?: unknown };

/** The services that phrase, speak and hear. */
export const speechSchema = z.strictObject({
  llm: z.strictObject({ url: httpUrl, model: z.string(), token: z.string().optional() }).optional(),
  tts: z
    .strictObject({ ...server, voice: name.optional() })
    .superRefine(isComplete)
    .refine(({ url, wyoming }) => url === undefined || wyoming === undefined, 'expected either url or wyoming')
    .optional(),
  /** With both, the one with a URL is asked first. */
  stt: z.strictObject(server).superRefine(isComplete).optional(),
});

function isComplete({ url, model, key, wyoming }: Server, context: z.RefinementCtx): void {
  const missing = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'expected one' });
  if (url !== undefined && model === undefined) missing('model');
  if (url === undefined && (model !== undefined || key !== undefined)) missing('url');
  else if (url === undefined && wyoming === undefined) context.addIssue({ code: 'custom', message: 'expected url and model, or wyoming' });
}
