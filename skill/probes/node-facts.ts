import { z } from 'zod';
import { FAILURE_CODES } from '../audit/define.ts';

/** Bytes and tokens of one model that a node offers. Null is « the node does not say ». */
export const Model = z.strictObject({
  id: z.string(),
  type: z.enum(['llm', 'embedding', 'other']).nullable(),
  loaded: z.boolean().nullable(),
  contextLength: z.int().nonnegative().nullable(),
  vision: z.boolean().nullable(),
  audio: z.boolean().nullable(),
  sizeBytes: z.number().nonnegative().nullable(),
  /** Video memory that the node itself reports, MiB; never an estimate. */
  vramMiB: z.number().nonnegative().nullable(),
  /** Share of the loaded model that sits in video memory, 0–1. */
  vramShare: z.number().min(0).max(1).nullable(),
  /** Runs on somebody else's computer. */
  cloud: z.boolean(),
});
export type Model = z.infer<typeof Model>;

/** One minimal prompt: how long until it was answered, or why it was not. */
export const Inference = z.strictObject({
  model: z.string(),
  ok: z.boolean(),
  totalMs: z.number().nonnegative().nullable(),
  firstTokenMs: z.number().nonnegative().nullable(),
  tokensPerSecond: z.number().nonnegative().nullable(),
  failure: z.enum(FAILURE_CODES).nullable(),
});
export type Inference = z.infer<typeof Inference>;

/** How the node answers somebody without credentials. */
export const Access = z.strictObject({
  /** Where it was asked from the network, without credentials: this machine's own LAN address when the URL is loopback. */
  address: z.string(),
  scope: z.enum(['loopback', 'lan', 'wan']),
  /** True: it answered in full. False: it refused. Null: it could not be told. */
  anonymous: z.boolean().nullable(),
  status: z.int().nullable(),
});
export type Access = z.infer<typeof Access>;

/** What every node says of itself, whatever serves it. */
export const NodeFacts = z.strictObject({
  product: z.string(),
  version: z.string().nullable(),
  /** Milliseconds of the list call. */
  latencyMs: z.number().nonnegative(),
  models: z.array(Model),
  /** Not asked in quick mode: null. */
  access: Access.nullable(),
  /** `Access-Control-Allow-Origin` given to a foreign origin; "" when none, null when not asked. */
  allowedOrigin: z.string().nullable(),
  /** Null when no prompt was allowed or no model was there to answer it. */
  inference: Inference.nullable(),
  clockSkewMs: z.number().nullable(),
});
export type NodeFacts = z.infer<typeof NodeFacts>;
