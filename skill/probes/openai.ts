import { z } from 'zod';
import { commonFields, defineProbe } from '../audit/define.ts';
import { endpointOf } from './endpoint.ts';
import { httpUrl, prompt } from './fields.ts';
import { accepted, readFullMode } from './full-mode.ts';
import { refuseStatus } from './http-status.ts';
import { quickerOf } from './latency.ts';
import { NodeFacts } from './node-facts.ts';
import { chatPrompt, parseOpenAiModels } from './openai-models.ts';
import { msLeft } from './time-left.ts';

const OpenAiTarget = z.strictObject({
  ...commonFields,
  kind: z.literal('openai'),
  url: httpUrl.refine((url) => /\/v1\/?$/.test(url), 'expected a URL that ends in /v1'),
  token: z.string().optional(),
  prompt: prompt.optional(),
  expect: z.strictObject({ models: z.array(z.string()).optional(), version: z.string().optional() }).optional(),
});

/** Any OpenAI-compatible server: llama.cpp, vLLM, LiteLLM… */
export const openai = defineProbe({
  kind: 'openai',
  target: OpenAiTarget,
  facts: NodeFacts,
  quick: true,
  node: true,
  async read(target, host, mode, signal) {
    const startedAtMs = host.now();
    const { base, credentials } = endpointOf(target);
    const path = '/models';
    const answer = await host.request(base + path, { headers: credentials }, signal);
    refuseStatus(answer);
    const { product, models, loaded } = parseOpenAiModels(answer.body);
    const prompt = loaded === null ? null : chatPrompt(`${base}/chat/completions`, loaded);
    const after = { target, path, accepts: accepted(parseOpenAiModels), prompt, startedAtMs };
    const fullMode = await readFullMode(after, host, mode, signal);
    // by now the rush of all the others is over
    const latencyMs = await quickerOf(
      answer,
      (until) => host.request(base + path, { headers: credentials }, until),
      msLeft(target, startedAtMs, host),
      host,
      signal,
    );
    return {
      product,
      version: null,
      latencyMs,
      clockSkewMs: answer.clockSkewMs,
      models: [...models],
      ...fullMode,
    };
  },
});
