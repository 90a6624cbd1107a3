import { z } from 'zod';
import { parseJson } from '../json.ts';

/** A JSON-RPC message that wants an answer. */
export interface Question {
  readonly jsonrpc: '2.0';
  readonly id: number;
  readonly method: string;
  readonly params: object;
}

/** What came back for one question. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly code: number; readonly data?: unknown } };

export const question = (id: number, method: string, params: object): Question => ({ jsonrpc: '2.0', id, method, params });
export const notification = (method: string) => ({ jsonrpc: '2.0', method }) as const;

const Id = z.union([z.string(), z.number(), z.null()]);
const Message = z.object({
  jsonrpc: z.literal('2.0'),
  id: Id.optional(),
  method: z.string().optional(),
  result: z.looseObject({}).optional(),
  error: z.object({ code: z.number(), data: z.unknown().optional() }).optional(),
});
export type Message = z.infer<typeof Message>;

const MOST_IN_BATCH = 100;

/** The JSON-RPC messages in a text, one or a batch; none where it holds anything else. */
export function messagesIn(text: string): readonly Message[] {
  try {
    const json = parseJson(text);
    const batch = Array.isArray(json) ? json.slice(0, MOST_IN_BATCH) : [json];
    return batch.flatMap((each) => Message.safeParse(each).data ?? []);
  } catch {
    return [];
  }
}

/** What this message answers to that question; null for another's answer, a notification, a question of the server's own. */
export function answerTo(id: number, { id: answered, method, result, error }: Message): Answer | null {
  if (method !== undefined) return null;
  // who could not read a question cannot name it
  if (error && (answered === id || answered === null || answered === undefined)) return { ok: false, error };
  return result && answered === id ? { ok: true, result } : null;
}

const METHOD_NOT_FOUND = -32_601;

/** What a server that asks something itself is told; null where it wants no answer. */
export function replyTo({ id, method }: Message): object | null {
  if (method === undefined || id === undefined || id === null) return null;
  const reply = { jsonrpc: '2.0', id };
  return method === 'ping' ? { ...reply, result: {} } : { ...reply, error: { code: METHOD_NOT_FOUND, message: 'Method not found' } };
}
