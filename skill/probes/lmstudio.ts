import { z } from 'zod';
import { commonFields, defineProbe, ProbeError } from '../audit/define.ts';
import type { Host, HttpResponse } from '../host/host.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { fieldOf } from './entries.ts';
import { httpUrl, prompt } from './fields.ts';
import { accepted, readFullMode } from './full-mode.ts';
import { refuseStatus } from './http-status.ts';
import type { Pace, Prompt } from './inference.ts';
import { quickerOf } from './latency.ts';
import { type LmStudioList, parseLmStudioOpenAi, parseLmStudioV0, parseLmStudioV1 } from './lmstudio-models.ts';
import { NodeFacts } from './node-facts.ts';
import { chatPrompt } from './openai-models.ts';
import { msLeft } from './time-left.ts';

const LmStudioTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('lmstudio'),
  url: httpUrl,
  token: z.string().optional(),
  prompt: prompt.optional(),
  expect: z
    .strictObject({ models: z.array(z.string()).optional(), loaded: z.array(z.string()).optional(), version: z.string().optional() })
    .optional(),
});

/** What LM Studio adds: the generation of its REST API, the nearest thing to a version that it tells. */
const LmStudioFacts = NodeFacts.extend({ api: z.enum(['v1', 'v0', 'openai']) });

/** An LM Studio server, through whichever of its three REST APIs has the right shape. */
export const lmstudio = defineProbe({
  kind: 'lmstudio',
  target: LmStudioTarget,
  facts: LmStudioFacts,
  quick: true,
  node: true,
  async read(target, host, mode, signal) {
    const startedAtMs = host.now();
    const endpoint = endpointOf(target);
    const { api, answer, list } = await readList(endpoint, host, signal);
    const prompt = promptFor(api, list, endpoint.base);
    const after = { target, path: api.path, accepts: accepted(api.parse), prompt, startedAtMs };
    const fullMode = await readFullMode(after, host, mode, signal);
    // by now the rush of all the others is over
    const latencyMs = await quickerOf(
      answer,
      (until) => host.request(endpoint.base + api.path, { headers: endpoint.credentials }, until),
      msLeft(target, startedAtMs, host),
      host,
      signal,
    );
    return {
      api: api.id,
      product: 'LM Studio',
      version: api.version,
      latencyMs,
      clockSkewMs: answer.clockSkewMs,
      models: [...list.models],
      ...fullMode,
    };
  },
});

interface Api {
  readonly id: z.infer<typeof LmStudioFacts>['api'];
  readonly path: string;
  readonly version: string | null;
  readonly parse: (body: string) => LmStudioList;
}

/** Newest first. */
const APIS: readonly Api[] = [
  { id: 'v1', path: '/api/v1/models', version: '>=0.4.0', parse: parseLmStudioV1 },
  { id: 'v0', path: '/api/v0/models', version: '>=0.3.6 <0.4.0', parse: parseLmStudioV0 },
  { id: 'openai', path: '/v1/models', version: null, parse: parseLmStudioOpenAi },
];

/** The next API is tried only where the one before is absent: any other answer already tells what is there. */
async function readList({ base, credentials }: Endpoint, host: Host, signal: AbortSignal) {
  for (const api of APIS) {
    const answer = await host.request(base + api.path, { headers: credentials }, signal);
    if (isAbsent(answer)) continue;
    refuseStatus(answer);
    return { api, answer, list: api.parse(answer.body) };
  }
  throw new ProbeError('not-found', 'none of the three model lists of LM Studio is there');
}

/** LM Studio answers an unknown path with status 200 and this error. */
function isAbsent({ status, body }: HttpResponse): boolean {
  return status === 404 || /^\s*\{\s*"error"\s*:\s*"Unexpected endpoint or method/.test(body);
}

function promptFor(api: Api, { loaded }: LmStudioList, base: string): Prompt | null {
  if (!loaded) return null;
  const { instance, canSkipReasoning } = loaded;
  if (api.id === 'v0') return chatPrompt(`${base}/api/v0/chat/completions`, instance, paceOfV0);
  return {
    model: instance,
    url: `${base}/api/v1/chat`,
    // stored chats would pile up in the user's history
    body: { model: instance, input: 'ping', max_output_tokens: 1, store: false, ...(canSkipReasoning && { reasoning: 'off' }) },
    measure: paceOfV1,
  };
}

function paceOfV1(answer: unknown): Pace {
  if (!Array.isArray(fieldOf(answer, 'output'))) throw new ProbeError('malformed', 'not a chat answer of LM Studio');
  return paceOf(fieldOf(answer, 'stats'), 'time_to_first_token_seconds');
}

function paceOfV0(answer: unknown): Pace {
  return paceOf(fieldOf(answer, 'stats'), 'time_to_first_token');
}

/** Both generations count in seconds. */
function paceOf(stats: unknown, firstToken: string): Pace {
  const seconds = figure(fieldOf(stats, firstToken));
  return { firstTokenMs: seconds === null ? null : seconds * 1_000, tokensPerSecond: figure(fieldOf(stats, 'tokens_per_second')) };
}

function figure(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
